// Nothing has to be moved sideways: at 320 px, with wide spacing, and with letters twice as big.
import { sidewaysInAnyWay } from "../tools/width.mjs";

export const name = "320 px, spacing, 200 %";
const NARROW = { width: 320, height: 700 };

export async function run(world) {
  const faults = [];
  const { page, close } = await world.visitor({ phone: false, viewport: NARROW, script: false, by: name });
  // Ukrainian words are the longest.
  const samples = [...world.samplesOf("uk"), ...world.samplesOf("en", { kinds: true }), ...world.samplesOf("ar-XB", { kinds: true })];
  for (const { language, name: sample, path } of samples) {
    await page.goto(world.stage.at(path));
    for (const [way, what] of await sidewaysInAnyWay(page)) faults.push(`${language}/${sample} ${way}: ${what}`);
  }
  await close();
  return { figure: `${samples.length} pages in 3 ways`, faults };
}
