// Going through a page with the Tab key.

/** So many stops has no page. */
const STOPS_MAX = 260;

/** What is wrong on the way, and how many stops there were. */
export async function walk(page) {
  const wanted = await page.evaluate(() => {
    const groups = new Set();
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((element) => {
      if (element.tabIndex < 0 || element.type === "hidden" || element.disabled || !element.checkVisibility()) return false;
      if (element.type !== "radio") return true;
      // The keyboard comes to a group of radio buttons once.
      const group = `${element.form?.action} ${element.name}`;
      return !groups.has(group) && groups.add(group);
    }).length;
  });
  // A list of faults has the focus when its page opens; the walk begins at the top.
  await page.evaluate(() => {
    const root = document.documentElement;
    root.tabIndex = -1;
    root.focus();
    root.removeAttribute("tabindex");
    window.scrollTo(0, 0);
  });
  const faults = [];
  let stops = 0;
  for (; stops <= STOPS_MAX; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(look);
    if (!stop) break;
    if (stop.again) break;
    faults.push(...stop.faults.map((fault) => `${stop.name}: ${fault}`));
  }
  if (stops < wanted) faults.push(`the keyboard reaches ${stops} of ${wanted} controls`);
  return { stops, faults };
}

/** Runs in the page: what has the focus, whether that can be seen, whether something lies on it. */
function look() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  window.seen ??= new Set();
  const again = window.seen.has(element);
  window.seen.add(element);
  const name = `${element.tagName.toLowerCase()} “${(element.textContent || element.name || "").trim().slice(0, 30)}”`;
  const faults = [];
  const style = getComputedStyle(element);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(style.outlineColor);
  if (!ring) faults.push("its focus cannot be seen");
  const box = element.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!inside) faults.push("it has the focus and is not in sight");
  // A link may run over two lines: then the middle of its box is beside it.
  const boxes = [...element.getClientRects()];
  const on = boxes.some((one) => {
    const top = document.elementFromPoint(
      Math.min(Math.max(one.left + one.width / 2, 1), innerWidth - 1),
      Math.min(Math.max(one.top + one.height / 2, 1), innerHeight - 1),
    );
    return top && (element.contains(top) || top.contains(element) && top.tagName !== "BODY" || top.closest("label")?.control === element);
  });
  if (inside && !on) faults.push("something lies on it");
  return { name, faults, again };
}
