// A program that looks into mail opens each link before its reader does: the link still works, and only a button acts.
import { Applicant } from "../tools/applicant.mjs";
import { fill, onward, press } from "../tools/form.mjs";
import { aroha } from "../tools/people.mjs";

export const name = "links in letters";
const LOOKS = 3;

export async function run(world) {
  const faults = [];
  const { page, close } = await world.visitor({ by: name });
  const applicant = new Applicant(world, page, aroha());
  await applicant.toDraft();
  await close();

  const other = await world.visitor({ by: name });
  const again = new Applicant(world, other.page, applicant.person);
  await again.open("/return");
  const since = Date.now() - 500;
  await fill(other.page, { address: applicant.to });
  await press(other.page, other.page.locator("main form:has([name=address]) button:not([name])"));
  const link = await world.post.link(applicant.to, since);
  for (let look = 0; look < LOOKS; look += 1) {
    const answer = await world.ask(link, { headers: { "user-agent": "mail scanner" } });
    if (answer.status !== 200) faults.push(`look ${look + 1} is answered with ${answer.status}`);
    if (answer.headers["set-cookie"]) faults.push("a look sets a cookie");
  }
  const head = await world.ask(link, { method: "HEAD" });
  if (head.status !== 200) faults.push(`HEAD is answered with ${head.status}`);
  const shown = await other.page.goto(world.at(link));
  if (shown.status() !== 200) faults.push(`its reader is answered with ${shown.status()}`);
  await press(other.page, onward(other.page));
  if (again.where !== "/application/") faults.push(`the button leads to ${again.where}`);
  const used = await other.page.goto(world.at(link));
  if (used.status() !== 410) faults.push(`a used link is answered with ${used.status()}, not 410`);

  await other.page.goto(world.at("/en/letters/"));
  const letters = await other.page.locator("main article").count();
  if (!letters) faults.push("the page of letters shows none");
  const links = await other.page.$$eval("main article a", (all) => all.map(({ href }) => href));
  for (const href of links.slice(0, 5)) {
    const { status } = await world.ask(new URL(href).pathname);
    if (status >= 500 || status === 404) faults.push(`${new URL(href).pathname.slice(0, 20)} of a letter answers ${status}`);
  }
  await other.close();
  return { figure: `${LOOKS} looks, then its reader; ${letters} letters shown`, faults };
}
