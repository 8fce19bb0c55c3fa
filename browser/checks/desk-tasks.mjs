// How many keys an officer's commonest tasks take, with the keyboard alone: the next case, a clear refusal, and a row
// of second signatures.

export const name = "tasks at the desk";
/** After the others, which look at the cases that are decided here. */
export const alone = true;
/** A clear refusal: its form, and sending it. */
const REFUSAL_KEYS_MAX = 3;
/** As many as an attaché signs in a row; a small play has fewer. */
const SIGNATURES = 20;
/** Beside what is written: field, send, sign. */
const SIGNATURE_KEYS_MAX = 3;
const VIEW = "I would accept: the service is shown, and nothing was found.";

export async function run(world) {
  const faults = [];
  const fault = (what) => faults.push(what);
  const clerk = await officer(world, /clerk/i);
  await clerk.go("/en/desk/");
  await clerk.presses("n");
  if (!isCase(clerk.page)) fault(`the key n opens ${clerk.page.url()}`);
  const opened = clerk.takeKeys();
  const refused = await refuse(clerk, fault);
  await clerk.close();

  const attache = await officer(world, /attach/i);
  const signed = await sign(attache, fault);
  await attache.close();
  const each = signed.count ? (signed.keys / signed.count).toFixed(1) : "–";
  const figure = `next case ${opened} key; clear refusal ${refused} keys; ${signed.count} of ${signed.waiting} second signatures without a mouse, ${each} keys each beside the words, ${signed.stepUp} to show the key`;
  return { figure, faults };
}

/** Opens the first case whose finding refuses, and confirms it; counts from the open case. */
async function refuse(clerk, fault) {
  await clerk.go("/en/desk/?finding=refuse_proposed");
  await clerk.page.keyboard.press("j");
  if (!await clerk.page.locator("[data-row]").count()) {
    fault("no case waits whose finding refuses");
    return 0;
  }
  await clerk.presses("Enter");
  clerk.takeKeys();
  await clerk.presses("a");
  const ticked = await clerk.page.locator("main input[name=codes]:checked").count();
  const words = await clerk.page.locator("main textarea[name=rationale]").inputValue();
  if (!ticked || !words.trim()) fault(`the form of a clear refusal has ${ticked} codes and ${words.length} letters`);
  await clerk.presses("y");
  const keys = clerk.takeKeys();
  if (!clerk.page.url().endsWith("?done=confirm-refusal")) fault(`a clear refusal ends at ${clerk.page.url()}`);
  if (keys > REFUSAL_KEYS_MAX) fault(`a clear refusal takes ${keys} keys`);
  return keys;
}

/**
 * Signs what waits for a second signature, one after the other without going back to the list; what is written is not
 * counted, showing the key apart.
 */
async function sign(attache, fault) {
  const { page } = attache;
  const sum = { count: 0, waiting: 0, keys: 0, stepUp: 0 };
  await attache.go("/en/desk/?queue=decision");
  // What the attaché already holds is no next case.
  sum.waiting = await page.locator("[data-row]").count() - await page.locator("ul.mine li").count();
  const wanted = Math.min(SIGNATURES, sum.waiting);
  await attache.presses("n");
  if (!isCase(page)) {
    fault(`the key n leads to ${page.url()}`);
    return sum;
  }
  await attache.presses("a");
  sum.keys += attache.takeKeys();
  while (sum.count < wanted) {
    if (!await attache.writes("view", VIEW, fault)) break;
    if (page.url().includes("/step-up")) {
      sum.keys += attache.takeKeys();
      await attache.presses("s");
      sum.stepUp += attache.takeKeys();
    }
    const words = await page.locator("main textarea[name=rationale]").inputValue();
    if (words !== VIEW) fault(`one's own words are not there to be signed: ${words}`);
    await attache.presses("y");
    if (!page.url().endsWith("done=countersign")) {
      fault(`a second signature ends at ${page.url()}`);
      break;
    }
    sum.count += 1;
    const keys = attache.takeKeys();
    sum.keys += keys;
    if (keys > SIGNATURE_KEYS_MAX) fault(`a second signature takes ${keys} keys`);
    if (sum.count < wanted && !page.url().includes("/countersign?")) {
      fault(`after ${sum.count} signatures the next proposal does not open: ${page.url()}`);
      break;
    }
  }
  if (!sum.count) fault("nothing was signed");
  return sum;
}

/** Somebody of the cast, signed in, who has a keyboard and no mouse. */
async function officer(world, role) {
  const { page, close } = await world.visitor({ phone: false, by: `${name}, ${role.source}` });
  let keys = 0;
  const presses = (key) => {
    keys += 1;
    return Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.keyboard.press(key)]);
  };
  await page.goto(world.at("/en/desk/sign-in"));
  await page.locator("li", { hasText: role }).locator("button[name=play]").first().focus();
  await presses("Enter");
  keys = 0;
  return {
    page, close, presses,
    go: (path) => page.goto(world.at(path)),
    takeKeys() {
      const taken = keys;
      keys = 0;
      return taken;
    },
    /** Goes to the field, types, and sends from within it. */
    async writes(field, words, fault) {
      keys += 1;
      await page.keyboard.press("w");
      const reached = await page.evaluate(() => document.activeElement?.name);
      if (reached !== field) {
        fault(`the key w leads to ${reached ?? "nothing"} instead of ${field} on ${page.url()}`);
        return false;
      }
      await page.keyboard.type(words);
      await presses("Control+Enter");
      return true;
    },
  };
}

const isCase = (page) => /\/desk\/cases\/[0-9a-f]{32}\/$/.test(new URL(page.url()).pathname);
