// Every route was visited by some check, and answered as it should.
export const name = "every route was visited";
export const last = true;

export async function run(world) {
  const seen = world.answers.map(({ method, url, status }) => ({ method, path: new URL(url).pathname, status }));
  // A refusal is no visit.
  const visited = seen.filter(({ status }) => ![403, 404, 405, 429].includes(status) && status < 500);
  const missed = world.routes.filter(({ method, pattern }) => {
    const shape = new RegExp(`^${pattern.replace(/\{\w+\}/g, "[^/]+")}$`);
    return !visited.some((one) => one.method === method && shape.test(one.path));
  });
  const broken = seen.filter(({ status }) => status >= 500).map(({ method, path, status }) => `${method} ${path}: ${status}`);
  const faults = [...missed.map(({ method, pattern }) => `nobody came to ${method} ${pattern}`), ...new Set(broken)];
  return { figure: `${world.routes.length - missed.length} of ${world.routes.length}, ${seen.length} answers`, faults };
}
