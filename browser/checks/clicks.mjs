// How often somebody has to press for a task. Of the pre-check and the notice the forms are counted: choosing an answer is
// not pressing on; of the others every press and every tick.
import { Applicant } from "../tools/applicant.mjs";
import { fill, onward, press } from "../tools/form.mjs";
import { aroha } from "../tools/people.mjs";

export const name = "clicks";

export async function run(world) {
  const { page, close } = await world.visitor({ by: name });
  const person = aroha();
  const applicant = new Applicant(world, page, person);
  const counted = {};
  const faults = [];
  const count = async (task, most, work) => {
    const before = applicant.steps;
    const clicks = await work();
    counted[task] = clicks ?? applicant.steps - before;
    if (counted[task] > most) faults.push(`${task} takes ${counted[task]}, not ${most}`);
  };
  await applicant.toStart();
  await count("begin", 1, () => applicant.follow("main a.button"));
  await count("pre-check", 8, async () => {
    while (!applicant.where.endsWith("/result")) await applicant.answer();
  });
  await applicant.follow("main .actions a.button");
  await count("notice", 1, () => applicant.answer());
  await applicant.answer();
  await count("consent", 5, async () => {
    const boxes = await page.locator("main input[type=checkbox]").count();
    for (let box = 0; box < boxes; box += 1) await page.locator("main input[type=checkbox]").nth(box).check();
    await page.waitForTimeout(3000);
    await press(page, onward(page));
    return boxes + 1;
  });
  await applicant.reach();
  await applicant.tasks();
  await applicant.send();

  const other = await world.visitor({ by: name });
  const again = new Applicant(world, other.page, person);
  again.receipt = applicant.receipt;
  await again.open("/");
  await count("return", 3, async () => {
    await again.follow("footer a[href$='/return']");
    await again.comeBack(null);
    return 2;
  });
  if (again.where !== "/status") faults.push(`coming back leads to ${again.where}`);
  await count("status", 1, async () => {
    await again.open("/");
    const before = again.steps;
    await again.follow("footer a[href$='/status']");
    return again.steps - before;
  });
  await count("withdraw", 3, async () => {
    const before = again.steps;
    await again.follow("main a[href$='/my-data/withdraw']");
    await again.answer();
    return again.steps - before;
  });
  await press(other.page, other.page.locator("form[action$='/withdraw/undo'] button"));
  await count("erase", 3, async () => {
    await again.open("/my-data/");
    await again.follow("main a[href$='/my-data/erase']");
    await fill(other.page, await ticks(other.page));
    await press(other.page, onward(other.page));
    return 3;
  });
  if (await other.page.locator("main form").count()) faults.push("nothing was erased");
  await close();
  await other.close();
  return { figure: Object.entries(counted).map(([task, clicks]) => `${task} ${clicks}`).join(", "), faults };
}

const ticks = async (page) => Object.fromEntries(await page.$$eval("main input[type=checkbox]", (all) => all.map(({ name, value }) => [name, value])));
