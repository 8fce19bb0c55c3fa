// The whole way with a script, on a telephone, with mistakes: the list of faults takes the focus, axe finds nothing on
// the live pages, and nothing jumps.
import { Applicant } from "../tools/applicant.mjs";
import { violations } from "../tools/axe.mjs";
import { aroha } from "../tools/people.mjs";

export const name = "with a script";
const SHIFT_MAX = 0.02;

export async function run(world) {
  const faults = [];
  const { context, page, close } = await world.visitor({ by: name });
  await context.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => { if (!hadRecentInput) window.shift += value; }))
      .observe({ type: "layout-shift", buffered: true });
  });
  let pages = 0;
  let worst = 0;
  const looked = new Set();
  const look = async () => {
    pages += 1;
    const place = new URL(page.url()).pathname;
    const shift = await page.evaluate(() => window.shift);
    worst = Math.max(worst, shift);
    if (shift > SHIFT_MAX) faults.push(`${place}: what stands there jumps by ${shift.toFixed(3)}`);
    // Every form is looked at as it comes first and as it comes back.
    const state = `${place} ${await page.locator("#summary").count()}`;
    if (looked.has(state)) return;
    looked.add(state);
    faults.push(...(await violations(page)).faults.map((fault) => `${place}: ${fault}`));
    await world.shoot(page, `${String(pages).padStart(2, "0")}-${place.split("/").filter(Boolean).slice(1).join("-") || "first"}`);
  };
  const applicant = new Applicant(world, page, aroha(), { mistakes: true, look });
  await applicant.whole();
  await applicant.open("/status");
  await close();
  return { figure: `${pages} pages, ${looked.size} looked at by axe, worst shift ${worst.toFixed(3)}`, faults: [...faults, ...applicant.faults] };
}
