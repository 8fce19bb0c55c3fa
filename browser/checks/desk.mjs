// Everybody of a play's cast signs in with a button and looks at every kind of page their role leads to.
import { violations } from "../tools/axe.mjs";
import { press } from "../tools/form.mjs";
import { walk } from "../tools/keys.mjs";
import { Scale } from "../tools/scale.mjs";
import { sideways } from "../tools/width.mjs";

export const name = "desk";
const FIRST_BYTES_MAX = 70 * 1024;
const NEXT_BYTES_MAX = 25 * 1024;
/** More kinds of pages no role has. */
const PAGES_MAX = 40;
/** So many roles have work of their own. */
const SERVED_MIN = 6;
const NARROW = { width: 320, height: 740 };
const WIDE = { width: 1280, height: 900 };

export async function run(world) {
  const faults = [];
  const kinds = new Set();
  let heaviest = { bytes: 0, kind: "" };
  let first = 0;
  let stops = 0;
  let served = 0;
  const seats = await cast(world);
  if (seats.length < 8) faults.push(`only ${seats.length} of the cast can be tried`);
  for (const seat of seats) {
    const { context, page, close } = await world.visitor({ phone: false, reducedMotion: "reduce", by: `${name}, ${seat.role}` });
    const scale = await Scale.under(context, page);
    const fault = (what) => faults.push(`${seat.role}: ${what}`);
    await signIn(world, page, seat);
    await page.waitForLoadState("networkidle");
    const begun = scale.take().bytes;
    first = Math.max(first, begun);
    if (begun > FIRST_BYTES_MAX) fault(`signing in weighs ${begun} bytes`);
    // Whoever has no queue is offered no next case.
    const works = await page.locator("[data-key=n]").count();
    served += works;
    const [next] = works ? await Promise.all([page.waitForNavigation(), page.keyboard.press("n")]) : [];
    if (next && (!/\/desk\/(cases\/|pairs\/|nothing)/.test(page.url()) || next.status() !== 200)) fault(`the key n leads to ${page.url()} (${next.status()})`);
    const waiting = [page.url(), world.at("/en/desk/")];
    const seen = new Set();
    while (waiting.length && seen.size < PAGES_MAX) {
      const href = waiting.shift();
      const kind = kindOf(href);
      if (seen.has(kind)) continue;
      seen.add(kind);
      scale.take();
      const answer = await page.goto(href);
      await page.waitForLoadState("networkidle");
      const { bytes } = scale.take();
      // A link of ours leads where its reader may go.
      if (answer.status() !== 200) {
        fault(`${kind} answers ${answer.status()}`);
        continue;
      }
      if (bytes > heaviest.bytes) heaviest = { bytes, kind };
      if (bytes > NEXT_BYTES_MAX) fault(`${kind} weighs ${bytes} bytes`);
      waiting.push(...await page.$$eval("a[href]", (all) => all.map(({ href }) => href)).then((all) => all.filter((one) => isDesk(world, one))));
      if (kinds.has(kind)) continue;
      kinds.add(kind);
      await world.shoot(page, `desk-${kinds.size}`);
      const { faults: broken } = await violations(page);
      broken.forEach((what) => fault(`${kind}: ${what}`));
      await page.setViewportSize(NARROW);
      const wide = await sideways(page);
      if (wide) fault(`${kind}: ${wide}`);
      await page.setViewportSize(WIDE);
      const walked = await walk(page);
      stops += walked.stops;
      walked.faults.forEach((what) => fault(`${kind}: ${what}`));
    }
    await close();
  }
  if (served < SERVED_MIN) faults.push(`only ${served} roles are served a next case`);
  const kb = (bytes) => (bytes / 1024).toFixed(1);
  const figure = `${seats.length} accounts, ${kinds.size} kinds of pages, ${stops} stops; first ${kb(first)} KB, next at most ${kb(heaviest.bytes)} KB (${heaviest.kind})`;
  return { figure, faults };
}

/** The buttons of the page that asks who it is, one for each role. */
async function cast(world) {
  const { page, close } = await world.visitor({ phone: false, by: name });
  await page.goto(world.at("/en/desk/sign-in"));
  const seats = await page.$$eval("button[name=play]", (all) => all.map((button) => ({
    token: button.value,
    role: button.parentElement.textContent.replace(button.textContent, "").trim(),
  })));
  await close();
  return seats.filter(({ role }, place) => seats.findIndex((other) => other.role === role) === place);
}

async function signIn(world, page, { token }) {
  await page.goto(world.at("/en/desk/sign-in"));
  await press(page, page.locator(`button[name=play][value="${token}"]`));
  await page.goto(world.at("/en/desk/"));
}

const isDesk = (world, href) => href.startsWith(world.at("/en/desk/"));

/** The shape of an address: identifiers and views are all one. */
function kindOf(href) {
  const { pathname } = new URL(href);
  return pathname.replace(/[0-9a-f]{32}/g, "{id}").replace(/[A-Z]{2}-[0-9A-Z-]{8,}/g, "{reference}");
}
