// After sending: looked at, corrected, taken away, withdrawn and not, left, come back with a code.
import { Applicant } from "../tools/applicant.mjs";
import { cameBack, fill, onward, press } from "../tools/form.mjs";
import { aroha } from "../tools/people.mjs";

export const name = "one's own data";

export async function run(world) {
  const faults = [];
  const { page, close } = await world.visitor({ by: name });
  const applicant = new Applicant(world, page, aroha());
  const look = (what, holds) => { if (!holds) faults.push(`${what} (${applicant.where})`); };
  await applicant.toStart();
  await applicant.preCheck();
  await applicant.begin();
  // The code is asked for once more before it is used.
  const since = Date.now() - 500;
  await applicant.answer();
  await page.locator("main summary").click();
  await press(page, page.locator("form[action$='/again'] button"));
  look("a code is sent once more", await page.locator("main [role=status]").count());
  await page.waitForTimeout(1500);
  await applicant.answer({ code: await world.post.code(applicant.to, since) });
  // Another country means another law, which is told before all else.
  await applicant.open("/application/questions/countries");
  await applicant.answer({ "nationalities.1": "GB" });
  if (applicant.where !== "/application/notice") await applicant.open("/application/notice");
  look("a new country brings its notice", applicant.where === "/application/notice" && await page.locator("main input[type=radio]").count());
  await applicant.wrongly({});
  await applicant.answer();
  await applicant.tasks();
  await applicant.send();

  await applicant.open("/my-data/");
  await applicant.follow("main a[href$='/my-data/correct']");
  await fill(page, { phone: "nobody" });
  const reply = await press(page, onward(page));
  faults.push(...await cameBack(page, reply, { phone: "nobody" }, { prefix: applicant.prefix }));
  await fill(page, { phone: "+1 202 555 0177" });
  await press(page, onward(page));
  look("a correction leads to my data", applicant.where === "/my-data/" && (await page.locator("main").innerText()).replace(/[ -]/g, "").includes("2025550177"));
  look("a correction is confirmed", await page.locator("main [role=status]").count());
  await applicant.follow("main a[href$='/my-data/download']");
  const [file] = await Promise.all([page.waitForEvent("download"), onward(page).click()]);
  look("an archive comes", /\.zip$/.test(file.suggestedFilename()));
  // Where nothing is decided yet, nobody can be asked to look again; and asking changes nothing.
  await applicant.open("/review");
  look("no review without a decision", !await page.locator("main form").count());
  const refused = await page.evaluate(async (path) => (await fetch(path, { method: "POST", body: new URLSearchParams({ grounds: "" }) })).status, new URL(page.url()).pathname);
  look(`a review without a decision is refused, not ${refused}`, refused === 409);
  await applicant.open("/my-data/withdraw");
  await press(page, onward(page));
  look("withdrawn", applicant.where === "/status");
  await press(page, page.locator("form[action$='/withdraw/undo'] button"));
  look("the withdrawal is undone", await page.locator("main a[href$='/my-data/withdraw']").count());
  await press(page, page.locator("form[action$='/leave'] button"));
  look("left", !await page.locator("footer a[href$='/status']").count());
  await applicant.open("/status");
  look("who left is asked who they are", applicant.where === "/return");

  await fill(page, { address: "aroha at example" });
  const wrong = await press(page, page.locator("main form:has([name=address]) button:not([name])"));
  faults.push(...await cameBack(page, wrong, { address: "aroha at example" }, { prefix: applicant.prefix }));
  await fill(page, { receipt: "0000-0000" });
  const unknown = await press(page, page.locator("main form:has([name=receipt]) button:not([name])"));
  faults.push(...await cameBack(page, unknown, { receipt: "0000-0000" }, { prefix: applicant.prefix }));
  const asked = Date.now() - 500;
  await fill(page, { address: applicant.to });
  await press(page, page.locator("main form:has([name=address]) button:not([name])"));
  await applicant.wrongly({});
  await applicant.answer({ code: await world.post.code(applicant.to, asked) });
  look("a code leads to where one was going", applicant.where === "/status");

  for (const statement of ["accessibility", "privacy", "help", "cookies"]) {
    const shown = await applicant.open(`/statements/${statement}`);
    look(`${statement} is there`, shown.status() === 200);
  }
  // What a fault of the interface for programs means, for whoever follows its address.
  await applicant.open("/problems/");
  await applicant.follow("main a[href*='/problems/']");
  look("a problem is explained", await page.locator("main p").count());
  await applicant.open("/my-data/erase");
  await applicant.wrongly({});
  await close();
  return { figure: "corrected, taken, withdrawn, undone, left, back with a code", faults: [...faults, ...applicant.faults] };
}
