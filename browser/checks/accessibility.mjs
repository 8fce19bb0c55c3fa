// axe on every sample: all rules as on a telephone by day, and what looks could change as on a desk by night. Ukrainian
// pages are the same but for their words: of each kind one is looked at.
import { violations } from "../tools/axe.mjs";

export const name = "axe";
/** Two pages are looked at side by side. */
const AT_ONCE = 2;
/** What axe cannot tell and a person has looked at. */
const LOOKED_AT = [];

export async function run(world) {
  const samples = [...world.samplesOf("en"), ...world.samplesOf("uk", { kinds: true })];
  const faults = [];
  const unsure = new Set();
  let looks = 0;
  const waiting = [...samples];
  const worker = async () => {
    const phone = await world.visitor({ by: name });
    const desk = await world.visitor({ phone: false, dark: true, by: name });
    for (let sample = waiting.shift(); sample; sample = waiting.shift()) {
      const address = world.stage.at(sample.path);
      for (const [{ page }, theme, options] of [[phone, "phone, light", {}], [desk, "desk, dark", { looks: true }]]) {
        await page.goto(address);
        const found = await violations(page, options);
        looks += 1;
        faults.push(...found.faults.map((fault) => `${sample.language}/${sample.name} (${theme}): ${fault}`));
        found.unsure.filter((one) => !LOOKED_AT.some((known) => one.startsWith(known))).forEach((one) => unsure.add(one.split(" ")[0]));
      }
    }
    await phone.close();
    await desk.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const rest = unsure.size ? `, unsure about ${[...unsure].join(", ")}` : "";
  return { figure: `${faults.length} violations on ${samples.length} pages, ${looks} looks${rest}`, faults };
}
