// In all that was done no browser complained about the content policy or a script, and nothing left the server.
export const name = "no complaint, no stranger";
export const last = true;

export async function run(world) {
  return { figure: `${world.complaints.length} complaints`, faults: [...new Set(world.complaints)] };
}
