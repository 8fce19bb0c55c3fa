// Whether a page has to be moved sideways to be read.

/** What readers may set for themselves: the spacing of WCAG 1.4.12, and letters twice as big. */
const SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";
const BIG = "html { font-size: 200% !important }";

/** What sticks out at the end of the line; nothing if all fits. */
export function sideways(page) {
  return page.evaluate(find);
}

/** The same as the page is, with wide spacing, and with big letters: one way each, with what is too wide. */
export function sidewaysInAnyWay(page) {
  return page.evaluate(`(() => {
    ${find};
    const ways = { "as it is": "", "with wide spacing": ${JSON.stringify(SPACED)}, "with big letters": ${JSON.stringify(BIG)} };
    const found = Object.entries(ways).map(([way, rules]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
      return [way, find()];
    });
    document.adoptedStyleSheets = [];
    return found.filter(([, what]) => what);
  })()`);
}

/** Runs in the page. */
function find() {
  const root = document.scrollingElement;
  const over = root.scrollWidth - root.clientWidth;
  if (over <= 0) return null;
  const wide = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.right > root.clientWidth + 1 || box.left < -1;
  }).filter((element) => !element.closest(".trap, .skip"));
  const last = wide.at(-1);
  const words = (element) => `${element.tagName.toLowerCase()}${element.className ? `.${element.className}` : ""} “${element.textContent.trim().slice(0, 40)}”`;
  return `${over} px too wide: ${last ? words(last) : "something"}`;
}
