// Everything on one page: sent empty it comes back with every fault, filled in it is an application.
import { Applicant } from "../tools/applicant.mjs";
import { cameBack, controls, fill, onward, press } from "../tools/form.mjs";
import { nino } from "../tools/people.mjs";

export const name = "all on one page";

export async function run(world) {
  const faults = [];
  const { page, close } = await world.visitor({ script: false, by: name });
  const person = nino();
  const applicant = new Applicant(world, page, person, { script: false });
  await applicant.toStart();
  await applicant.preCheck();
  await applicant.follow("main .actions a.button, main p a[href$='/notice']");
  await applicant.answer();
  await applicant.answer();
  await applicant.follow("main a[href$='/whole']");
  const words = { words: "Прошу писати українською." };
  await fill(page, words);
  const reply = await press(page, onward(page));
  faults.push(...await cameBack(page, reply, words, { script: false, prefix: applicant.prefix }));
  const missing = await page.locator("#summary a").count();
  const consent = Object.fromEntries((await controls(page)).filter(({ name }) => name.startsWith("consent.")).map(({ name }) => [name, "yes"]));
  // A field with taps becomes a list on this page; what is asked only of some is left empty.
  await fill(page, { ...person.answers, ...words, ...consent });
  await page.waitForTimeout(3000);
  await press(page, onward(page));
  if (applicant.where !== "/receipt") faults.push(`sending leads to ${applicant.where}: ${await page.locator("main #summary").allInnerTexts()}`);
  await close();
  return { figure: `${missing} faults when empty, then a receipt`, faults };
}
