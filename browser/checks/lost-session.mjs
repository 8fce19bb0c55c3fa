// The session is gone when a form is sent: whoever has the receipt signs in and finds every word.
import { Applicant } from "../tools/applicant.mjs";
import { controls, fill, onward, press } from "../tools/form.mjs";
import { aroha } from "../tools/people.mjs";

export const name = "a session that ended";

export async function run(world) {
  const faults = [];
  const { context, page, close } = await world.visitor({ by: name });
  const person = aroha();
  const applicant = new Applicant(world, page, person);
  await applicant.toDraft();
  await applicant.draftReceipt();
  let forms = 0;
  for (let path of await asked(applicant)) {
    await applicant.open(path);
    const typed = await typeAnew(page);
    await lose(context);
    const sent = await press(page, await button(page));
    forms += 1;
    if (sent.status() !== 401) faults.push(`${path}: without a session it answers ${sent.status()}`);
    const back = await applicant.comeBack(null);
    if (back.status() !== 200) faults.push(`${path}: coming back ends with ${back.status()} at ${applicant.where}`);
    await applicant.open(path);
    const now = await controls(page);
    for (const [field, value] of Object.entries(typed)) {
      const kept = now.some((control) => control.name === field && (["radio", "checkbox", "submit"].includes(control.kind) ? control.value === value && control.chosen : control.value === value));
      if (!kept) faults.push(`${path}: ${field} is lost`);
    }
  }
  await close();
  return { figure: `${forms} forms`, faults: [...faults, ...applicant.faults] };
}

/** Every form of the draft, as the page that reads all back lists them; choosing an answer may open others. */
async function asked(applicant) {
  await applicant.open("/application/check");
  const links = await applicant.page.$$eval(".rows a", (all) => all.map((link) => new URL(link.href).pathname));
  const own = links.map((path) => path.replace(/^\/[^/]+/, "").replace(/\?.*/, ""));
  return own;
}

/** Types something new into the page and gives what. */
async function typeAnew(page) {
  const all = await controls(page);
  const taps = all.filter(({ kind, name }) => kind === "submit" && !["another", "names_as_typed"].includes(name));
  if (taps.length) {
    const other = taps.filter(({ chosen }) => !chosen).at(-1) ?? taps[0];
    page.tapped = other;
    return { [other.name]: other.value };
  }
  page.tapped = null;
  const typed = {};
  for (const { name, kind, value } of all) {
    if (name in typed || kind === "submit") continue;
    if (kind === "radio" || kind === "checkbox") typed[name] = all.filter((one) => one.name === name).at(kind === "radio" ? -1 : 0).value;
    else if (kind.startsWith("select")) typed[name] = await page.$eval(`main [name="${name}"]`, (list) => list.options[list.options.length - 2].value);
    else if (/\.(day|month)$/.test(name)) typed[name] = "7";
    else if (/\.year$/.test(name)) typed[name] = "1988";
    else if (name === "email") typed[name] = value;
    else if (name === "phone") typed[name] = "+1 202 555 0199";
    else typed[name] = `Zo${name.length}`;
  }
  await fill(page, typed);
  return typed;
}

async function button(page) {
  if (!page.tapped) return onward(page);
  return page.locator(`.taps button[name="${page.tapped.name}"][value="${page.tapped.value}"]`);
}

const lose = (context) => context.clearCookies({ name: /muster-visit$/ });
