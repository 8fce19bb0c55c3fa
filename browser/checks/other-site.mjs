// What another site sends is refused, with a page that says so.
export const name = "another site";
const EVIL = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };

export async function run(world) {
  const faults = [];
  const posts = world.routes.filter(({ method }) => method === "POST");
  for (const { pattern } of posts) {
    const path = example(pattern);
    const answer = await world.ask(path, {
      method: "POST", body: "understood=myself", headers: { ...EVIL, "content-type": "application/x-www-form-urlencoded" },
    });
    if (answer.status !== 403) faults.push(`${path} is answered with ${answer.status}`);
    if (!/<h1/.test(answer.text)) faults.push(`${path} is refused without a page`);
    if (answer.headers["set-cookie"]) faults.push(`${path} is refused and sets a cookie`);
  }
  // The same from a browser: a page of elsewhere that sends a form by itself.
  const form = `<!doctype html><html lang="en"><title>Elsewhere</title><form method="post" action="${world.at("/uk/verify")}"><input name="asked" value="x"><button>Go</button></form>`;
  world.stage.pages.set("/elsewhere", { html: form, bare: true });
  const { page, close } = await world.visitor({ by: name });
  await page.goto(world.stage.at("/elsewhere"));
  const [reply] = await Promise.all([page.waitForNavigation(), page.click("button")]);
  if (reply.status() !== 403) faults.push(`a browser's form from elsewhere is answered with ${reply.status()}`);
  if (await page.locator("h1").count() !== 1) faults.push("a browser's form from elsewhere is refused without a page");
  await close();
  return { figure: `${posts.length} forms and a browser`, faults };
}

/** An address of a route. */
export const example = (pattern) => pattern.replace("{lang}", "uk").replace("{mission}", "us-washington")
  .replace("{question}", pattern.includes("pre-check") ? "born" : "name").replace("{statement}", "help").replace("{token}", "AAAAAAAAAAAAAAAAAAAAAAAAAA");
