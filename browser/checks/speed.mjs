// On a slow line and a slow telephone: when the main thing is there, and whether anything jumps.
export const name = "speed, slow line";
export const alone = true;

const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 6;
const PAINTED_MS_MAX = 2_000;
const SHIFT_MAX = 0.02;
const PLACES = ["/uk/at/us-washington/", "/en/at/us-washington/", "/uk/at/us-washington/pre-check/countries", "/uk/return", "/uk/verify"];

export async function run(world) {
  const faults = [];
  const figures = [];
  for (const place of PLACES) {
    const { context, page, close } = await world.visitor({ by: name });
    await context.addInitScript(() => {
      window.painted = 0;
      window.shift = 0;
      new PerformanceObserver((list) => { window.painted = list.getEntries().at(-1).startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.shift += value; })).observe({ type: "layout-shift", buffered: true });
    });
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(world.at(place), { waitUntil: "load" });
    await page.waitForTimeout(500);
    const { painted, shift } = await page.evaluate(() => ({ painted: window.painted, shift: window.shift }));
    figures.push(`${place.split("/").filter(Boolean).filter((_, at) => at !== 1 || !place.includes("/at/")).join("/")} ${(painted / 1000).toFixed(2)} s`);
    if (!painted || painted > PAINTED_MS_MAX) faults.push(`${place} is there after ${painted.toFixed(0)} ms`);
    if (shift > SHIFT_MAX) faults.push(`${place} jumps by ${shift.toFixed(3)}`);
    await close();
  }
  return { figure: figures.join(", "), faults };
}
