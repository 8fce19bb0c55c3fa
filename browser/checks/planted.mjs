// What must be found is found: a page with planted faults. A check that cannot fail is worse than none.
import { violations } from "../tools/axe.mjs";
import { walk } from "../tools/keys.mjs";
import { sideways } from "../tools/width.mjs";

export const name = "planted faults are found";

const PAGE = `<!doctype html><html lang="en"><head><title>Planted</title><meta name="viewport" content="width=device-width, initial-scale=1">
<style>.pale { color: #999; background: #fff } .wide { width: 900px } a:focus, button:focus, input:focus { outline: none } .lid { position: fixed; inset: 0 }</style></head>
<body><main><h1>Planted</h1><input name="unlabelled"><p class="pale">Pale words</p><p>Words <a href="/nowhere"></a></p><button></button>
<div class="wide">Wide</div></main></body></html>`;

const LID = PAGE.replace("</body>", `<div class="lid"></div></body>`);

const LOUD = `<!doctype html><html lang="en"><head><title>Loud</title><script>document.title = "run"</script></head>
<body><p style="color: red">Styled</p><img src="https://elsewhere.invalid/eye.gif" alt=""></body></html>`;

export async function run(world) {
  world.stage.pages.set("/planted", { html: PAGE, bare: true });
  world.stage.pages.set("/lid", { html: LID, bare: true });
  world.stage.pages.set("/loud", { html: LOUD });
  const faults = [];
  const heard = [];
  const { page, close } = await world.visitor({ phone: false, viewport: { width: 320, height: 600 }, by: name, hears: heard });
  await page.goto(world.stage.at("/planted"));
  const broken = (await violations(page)).faults.map((fault) => fault.split(":")[0]);
  for (const rule of ["label", "color-contrast", "link-name", "button-name"]) {
    if (!broken.includes(rule)) faults.push(`axe does not find ${rule}`);
  }
  if (!await sideways(page)) faults.push("a page of 900 px is not too wide");
  if (!(await walk(page)).faults.some((fault) => fault.includes("cannot be seen"))) faults.push("a missing ring is not found");
  await page.goto(world.stage.at("/lid"));
  if (!(await walk(page)).faults.some((fault) => fault.includes("lies on it"))) faults.push("a covered control is not found");
  await page.goto(world.stage.at("/loud"), { waitUntil: "domcontentloaded" });
  await page.waitForTimeout(300);
  for (const [what, words] of [["an inline script", /script/i], ["an inline style", /style/i], ["a foreign request", /elsewhere\.invalid/]]) {
    if (!heard.some((complaint) => words.test(complaint))) faults.push(`${what} is not noticed`);
  }
  await close();
  return { figure: `${broken.length} rules of axe, width, ring, lid, ${heard.length} complaints`, faults };
}
