// Filling in forms as people do: by what stands on the page.

const MAIN = "main form";

/** The controls of the page's forms: name, kind, and what is in them. Hidden ones and the trap are nobody's. */
export function controls(page) {
  return page.$$eval(`${MAIN} [name]`, (all) => all
    .filter((control) => control.type !== "hidden" && control.name !== "website")
    .map((control) => ({
      name: control.name,
      kind: control.type,
      value: control.value,
      chosen: control.checked ?? control.classList.contains("chosen"),
    })));
}

/** Writes answers into the fields that ask for them; lists and several ticks are words with a blank between. */
export async function fill(page, answers) {
  for (const { name, kind, value, chosen } of await controls(page)) {
    const answer = answers[name];
    if (answer === undefined) continue;
    const control = page.locator(`${MAIN} [name="${name}"]`);
    if (kind === "radio" || kind === "checkbox") {
      const wanted = kind === "radio" ? answer === value : answer.split(" ").includes(value);
      const one = page.locator(`${MAIN} [name="${name}"][value="${value}"]`);
      if (wanted && !chosen) await unfolded(one, (box) => box.check());
      if (!wanted && chosen && kind === "checkbox") await unfolded(one, (box) => box.uncheck());
    } else if (kind.startsWith("select")) {
      await control.selectOption(answer);
    } else if (kind !== "submit") {
      await control.fill(answer);
    }
  }
}

async function unfolded(box, act) {
  if (!await box.isVisible()) await box.locator("xpath=ancestor::details/summary").click();
  await act(box);
}

/** Sends a form by one of its buttons, and gives the page that answers. */
export async function press(page, button) {
  const [answer] = await Promise.all([
    page.waitForNavigation({ waitUntil: "domcontentloaded" }),
    button.click(),
  ]);
  return answer;
}

/** The button that leads on. */
export function onward(page) {
  return page.locator(`${MAIN} .actions button, ${MAIN} button:not([name]):not(.unseen)`).first();
}

/** Answers the page with one tap if it offers that, else fills in and goes on. */
export async function answer(page, answers) {
  const taps = await page.$$eval(".taps button", (all) => all.map(({ name, value }) => ({ name, value })));
  const tap = taps.find(({ name, value }) => answers[name] === value);
  if (tap) return press(page, page.locator(`.taps button[name="${tap.name}"][value="${tap.value}"]`));
  if (taps.length) throw new Error(`nothing to tap on ${page.url()}: ${JSON.stringify(taps)}`);
  await fill(page, answers);
  return press(page, onward(page));
}

/** What is wrong with a form that came back; `typed` are the words that must still be there. */
export async function cameBack(page, reply, typed, { script = true, prefix } = {}) {
  const faults = [];
  const place = new URL(page.url()).pathname;
  const found = await page.evaluate(() => {
    const links = [...document.querySelectorAll("#summary a")];
    const target = (link) => link.getAttribute("href").startsWith("#") ? document.getElementById(link.hash.slice(1)) : link;
    return {
      links: links.length,
      dead: links.filter((link) => !target(link)).map((link) => link.getAttribute("href")),
      words: links.map((link) => link.textContent.trim()),
      beside: [...document.querySelectorAll("main .error")].map((error) => error.textContent.trim()),
      focus: document.activeElement?.id,
      title: document.title,
    };
  });
  if (reply.status() !== 422) faults.push(`${place}: a wrong answer is answered with ${reply.status()}, not 422`);
  if (!found.links) faults.push(`${place}: there is no list of faults`);
  if (found.dead.length) faults.push(`${place}: the list of faults leads nowhere: ${found.dead}`);
  if (prefix && !found.title.startsWith(prefix)) faults.push(`${place}: the title does not say that something is wrong: ${found.title}`);
  if (script && found.links && found.focus !== "summary") faults.push(`${place}: the list of faults has no focus, but ${found.focus || "the page"}`);
  for (const word of found.beside) {
    if (!found.words.some((said) => word.endsWith(said))) faults.push(`${place}: beside the field it says something else: ${word}`);
  }
  const now = await controls(page);
  for (const [name, value] of Object.entries(typed)) {
    const own = now.filter((control) => control.name === name);
    const kept = own.some((control) => ["radio", "checkbox"].includes(control.kind)
      ? control.chosen === value.split(" ").includes(control.value) || control.chosen
      : control.value === value);
    if (own.length && value && !kept) faults.push(`${place}: what was typed is gone: ${name}`);
  }
  return faults;
}
