// Every answer carries the security headers: pages, redirects, refusals, assets, what is not there.
export const name = "headers";
export const last = true;

const ALWAYS = {
  "content-security-policy": /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^same-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
  "cache-control": /./,
};

export async function run(world) {
  const form = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
  const start = await world.ask("/en/");
  const asset = start.text.match(/\/assets\/[\w.-]+\.css/)[0];
  await world.ask(asset);
  const odd = [
    [await world.ask("/en/nowhere"), 404],
    [await world.ask("/assets/nothing.css"), 404],
    [await world.ask("/favicon.ico"), 303],
    [await world.ask("/en/verify", { method: "PUT" }), 405],
    [await world.ask("/en/verify", { method: "POST", body: "a".repeat(300 * 1024), headers: form }), 413],
    [await world.ask("/en/verify", { method: "POST", body: "{}", headers: { ...form, "content-type": "application/json" } }), 400],
    [await world.ask("/en/application/"), 303],
  ];
  const faults = odd.filter(([answer, status]) => answer.status !== status)
    .map(([{ method, url, status: found }, status]) => `${method} ${new URL(url).pathname} is answered with ${found}, not ${status}`);
  for (const [{ status, url, text }] of odd.filter(([answer]) => answer.status >= 400 && !answer.url.includes("/assets/"))) {
    if (!/<h1/.test(text)) faults.push(`${new URL(url).pathname} ${status} has no page`);
  }
  const without = new Set();
  for (const { method, url, status, headers } of world.answers) {
    const path = new URL(url).pathname;
    for (const [header, shape] of Object.entries(ALWAYS)) {
      if (!shape.test(headers[header] ?? "")) without.add(`${method} ${path} ${status}: ${header} is ${headers[header] ?? "missing"}`);
    }
    const kept = /max-age=[1-9]/.test(headers["cache-control"] ?? "");
    if (kept !== (path.startsWith("/assets/") && status === 200)) without.add(`${method} ${path} ${status}: cache-control is ${headers["cache-control"]}`);
    if (headers["set-cookie"] && !/HttpOnly.*SameSite=/i.test(headers["set-cookie"])) without.add(`${path}: a cookie that scripts can read`);
  }
  faults.push(...without);
  return { figure: `${Object.keys(ALWAYS).length} headers on ${world.answers.length} answers`, faults };
}
