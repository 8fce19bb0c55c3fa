// Readers who choose their own colours see every control and where the focus is; who wants no movement gets none.
export const name = "forced colours, no movement";

export async function run(world) {
  const faults = [];
  const samples = world.samplesOf("en", { kinds: true });
  const { page, close } = await world.visitor({ phone: false, forcedColors: "active", reducedMotion: "reduce", by: name });
  for (const { name: sample, path } of samples) {
    await page.goto(world.stage.at(path));
    faults.push(...(await page.evaluate(look)).map((fault) => `${sample}: ${fault}`));
  }
  await close();
  return { figure: `${samples.length} pages`, faults };
}

/** Runs in the page. */
function look() {
  const faults = [];
  const say = (element, what) => faults.push(`${element.tagName.toLowerCase()} “${(element.textContent || element.name || "").trim().slice(0, 30)}” ${what}`);
  for (const control of document.querySelectorAll("main button:not(.link, .unseen), main .button, main input:not([type=hidden]), main select, main textarea")) {
    if (!control.checkVisibility() || control.closest(".trap")) continue;
    const style = getComputedStyle(control);
    const native = control.type === "radio" || control.type === "checkbox";
    const edge = style.borderStyle !== "none" && parseFloat(style.borderWidth) > 0 && style.borderColor !== style.backgroundColor;
    if (!native && !edge) say(control, "has no edge");
    control.focus();
    const focused = getComputedStyle(control);
    if (focused.outlineStyle === "none" || parseFloat(focused.outlineWidth) < 2) say(control, "shows no focus");
  }
  for (const element of document.querySelectorAll("*")) {
    const { transitionDuration, animationName } = getComputedStyle(element);
    if (animationName !== "none" || transitionDuration.split(",").some((time) => parseFloat(time) > 0)) say(element, "moves");
  }
  return faults;
}
