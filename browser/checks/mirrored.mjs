// A page that runs from right to left is the mirror of one that runs from left to right.
export const name = "right to left";

/** What stands at one side of every page that has it. */
const SIDED = [".who", ".tongues", ".back", "main h1", "main .actions > :first-child", ".choice input", ".choice label", ".tasks .tag", ".field input:not([type=hidden])", ".rows dt"];
const KINDS = /^(start-open|pre-check-faulty|tasks-begun|check-fresh|question-empty|status-received|contact-faulty)/;
/** Words of one language are wider than those of another: so much may an edge lie elsewhere. */
const SLACK_PX = 3;

export async function run(world) {
  const faults = [];
  let compared = 0;
  const { page, close } = await world.visitor({ phone: false, by: name });
  const pairs = world.samplesOf("en").filter((sample) => KINDS.test(sample.name)).map((en) => {
    const others = world.samplesOf("ar-XB");
    return [en, others.find((other) => stem(other) === stem(en) && place(other, others) === place(en, world.samplesOf("en")))];
  });
  for (const [en, ar] of pairs) {
    const ltr = await edges(page, world.stage.at(en.path), "ltr");
    const rtl = await edges(page, world.stage.at(ar.path), "rtl");
    for (const selector of SIDED) {
      if (ltr[selector] === undefined) continue;
      if (rtl[selector] === undefined) {
        faults.push(`${ar.name}: there is no ${selector}, or the page runs ${rtl.dir ?? "rtl"}`);
        continue;
      }
      compared += 1;
      const apart = Math.abs(ltr[selector] - rtl[selector]);
      if (apart > SLACK_PX) faults.push(`${ar.name}: ${selector} begins ${Math.round(rtl[selector])} px from its side, not ${Math.round(ltr[selector])}`);
    }
  }
  await world.shoot(page, "right-to-left");
  await close();
  return { figure: `${compared} places on ${pairs.length} pages`, faults };
}

const stem = ({ name }) => name.replace(/-\d+$/, "");
const place = (sample, all) => all.indexOf(sample);

/** How far each thing begins from the side where lines begin; what lies in a row behind words of any length is left out. */
async function edges(page, address, direction) {
  await page.goto(address);
  return page.evaluate(({ selectors, direction }) => {
    const width = document.scrollingElement.clientWidth;
    if (document.documentElement.dir !== direction) return { dir: document.documentElement.dir };
    return Object.fromEntries(selectors.map((selector) => {
      const found = [...document.querySelectorAll(selector)].find((element) => element.checkVisibility());
      if (!found) return [selector, undefined];
      const { left, right } = found.getBoundingClientRect();
      // What ends a line is measured from where lines end.
      const ends = [".tongues", ".tasks .tag"].includes(selector);
      return [selector, (direction === "ltr") !== ends ? left : width - right];
    }));
  }, { selectors: SIDED, direction });
}
