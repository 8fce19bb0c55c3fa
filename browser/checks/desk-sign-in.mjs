// Passkeys end to end: an invitation, a key that Chromium plays, signing in with it and showing it again, and the end of
// an account at once. The page is asked for by name: to a number no passkey is bound.
import { violations } from "../tools/axe.mjs";
import { press } from "../tools/form.mjs";

export const name = "signing in at the desk";
/** Ours, by the name under which passkeys work. */
const NAME = "localhost";

export async function run(world) {
  const faults = [];
  const at = (path) => Object.assign(new URL(path, world.url), { hostname: NAME }).href;
  const heard = [];
  const visit = (by) => world.visitor({ phone: false, by, hears: heard });
  const expect = (is, what) => is || faults.push(what);
  const where = (page) => new URL(page.url()).pathname;
  const main = (page, label) => page.locator("main").getByRole("button", { name: label, exact: true });

  const keeper = await visit("the administrator");
  await keeper.page.goto(at("/en/desk/sign-in"));
  const seat = keeper.page.locator("li", { hasText: "administrator" }).locator("button[name=play]").first();
  await press(keeper.page, seat);
  await keeper.page.goto(at("/en/desk/staff/"));
  await keeper.page.getByLabel("Name", { exact: true }).fill("Zhanna Probna");
  await keeper.page.getByLabel(/^clerk: /i).check();
  await press(keeper.page, main(keeper.page, "Make the link"));
  const link = await keeper.page.locator(".note bdi").textContent();
  const token = new URL(link).pathname;

  const clerk = await visit("the new clerk");
  const { page } = clerk;
  const key = await authenticator(clerk);
  await page.goto(at(token));
  await press(page, main(page, "Go in"));
  expect(where(page) === "/en/desk/account/", `a link leads to ${where(page)}`);
  await world.shoot(page, "desk-account-new");
  await page.getByLabel("What you call it").first().fill("blue key");
  await press(page, main(page, "Make a passkey"));
  expect(page.url().endsWith("?done=added"), `the passkey is not kept: ${page.url()}`);
  expect(await page.getByText("blue key").count(), "the key is not called by its name");
  const kept = await key.credentials();
  expect(kept.length === 1 && kept[0].isResidentCredential, "the browser does not keep the key so that no name has to be typed");
  const { faults: broken } = await violations(page);
  faults.push(...broken.map((what) => `the account with a key: ${what}`));
  await world.shoot(page, "desk-account-key");

  await press(page, page.getByRole("button", { name: "Sign out", exact: true }));
  const again = await press(page, page.locator("form[data-passkey] button"));
  expect(again.status() === 200 && where(page) === "/en/desk/", `with the passkey it ends at ${where(page)} (${again.status()})`);

  await page.goto(at("/en/desk/account/"));
  await press(page, page.getByRole("link", { name: "Show your key" }));
  await world.shoot(page, "desk-step-up");
  await press(page, main(page, "Show a passkey"));
  expect(where(page) === "/en/desk/account/", `showing the key again leads to ${where(page)}`);
  expect(await main(page, "Make a passkey").count(), "the key was shown, and yet keys cannot be changed");

  // Whoever does not show that it is them is not let in, and the page says what else there is.
  await press(page, page.getByRole("button", { name: "Sign out", exact: true }));
  await key.isHuman(false);
  await page.locator("form[data-passkey] button").click();
  await page.getByText("The browser gave no passkey").waitFor();
  expect(where(page) === "/en/desk/sign-in", "a key without its human lets somebody in");
  await key.isHuman(true);
  await press(page, page.locator("form[data-passkey] button"));
  expect(where(page) === "/en/desk/", "the key does not work a second time");

  // A copy of the key counts from the start: it opens nothing.
  await press(page, page.getByRole("button", { name: "Sign out", exact: true }));
  await key.replace({ ...(await key.credentials())[0], signCount: 0 });
  const copied = await press(page, page.locator("form[data-passkey] button"));
  expect(copied.status() === 422, `a copy of the key is answered with ${copied.status()}`);
  await key.replace({ ...kept[0], signCount: 1000 });
  await press(page, page.locator("form[data-passkey] button"));
  expect(where(page) === "/en/desk/", "after a copy the key itself works no more");

  await keeper.page.goto(at("/en/desk/staff/"));
  await press(keeper.page, keeper.page.getByRole("link", { name: "Suspend at once Zhanna Probna" }));
  await press(keeper.page, main(keeper.page, "Suspend at once"));
  await page.goto(at("/en/desk/"));
  expect(where(page) === "/en/desk/sign-in", "a suspended officer goes on working");
  const out = await press(page, page.locator("form[data-passkey] button"));
  expect(out.status() === 422, `a suspended officer's key is answered with ${out.status()}`);

  await Promise.all([keeper.close(), clerk.close()]);
  faults.push(...heard.filter((what) => !what.includes(`//${NAME}:`) || what.includes("script")));
  return { figure: "made, shown, shown again, copied, suspended", faults };
}

/** A key that Chromium plays: it keeps passkeys, and its human is there. */
async function authenticator({ context, page }) {
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
  const credentials = async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
  return {
    credentials,
    isHuman: (isUserVerified) => cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    async replace(credential) {
      await cdp.send("WebAuthn.clearCredentials", { authenticatorId });
      await cdp.send("WebAuthn.addCredential", { authenticatorId, credential });
    },
  };
}
