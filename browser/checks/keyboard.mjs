// Every control is reached by the keyboard, its ring is seen, and nothing lies on it.
import { walk } from "../tools/keys.mjs";

export const name = "keyboard";

export async function run(world) {
  // Pages that differ in nothing but their words are walked once; questions differ in their fields.
  const kinds = world.samplesOf("en", { kinds: true });
  const samples = world.samplesOf("en").filter((sample) => kinds.includes(sample) || sample.kind === "question-empty");
  const faults = [];
  let most = 0;
  let stops = 0;
  const { page, close } = await world.visitor({ phone: false, viewport: { width: 400, height: 700 }, reducedMotion: "reduce", by: name });
  for (const sample of samples) {
    await page.goto(world.stage.at(sample.path));
    const walked = await walk(page);
    stops += walked.stops;
    most = Math.max(most, walked.stops);
    faults.push(...walked.faults.map((fault) => `${sample.name}: ${fault}`));
  }
  await close();
  return { figure: `${stops} stops on ${samples.length} pages, up to ${most} on one`, faults };
}
