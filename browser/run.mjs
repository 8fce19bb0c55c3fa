// Runs the checks in a real Chromium and prints what each found: `node run.mjs --help` says how.
import { mkdirSync, readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { table } from "./tools/report.mjs";
import { Post } from "./tools/post.mjs";
import { World } from "./tools/world.mjs";

const HELP = `node run.mjs --url URL --letters FOLDER --samples FOLDER --routes FILE [--shots FOLDER] [--only NAME,…] [--chromium PROGRAM]

  --url       a server that is for this alone: it is filled with made-up people
  --letters   the folder it writes letters into
  --samples   what \`cargo xtask samples\` wrote
  --routes    what \`cargo xtask samples --routes\` printed
  --shots     a folder for pictures that a person looks at
  --only      only the checks whose file has one of these names`;

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage",
  "--disable-component-update", "--disable-sync", "--no-first-run",
];
/** Two checks at a time: one waits for pages while the other counts. What is measured is measured alone. */
const AT_ONCE = 2;

const { values: options } = parseArgs({
  options: Object.fromEntries(["url", "letters", "samples", "routes", "shots", "only", "chromium"].map((name) => [name, { type: "string" }])
    .concat([["help", { type: "boolean" }]])),
});
if (options.help || !options.url || !options.samples || !options.routes) {
  console.log(HELP);
  process.exit(options.help ? 0 : 2);
}
if (options.shots) mkdirSync(options.shots, { recursive: true });

const files = readdirSync(new URL("checks/", import.meta.url)).filter((file) => file.endsWith(".mjs")).sort();
const wanted = options.only?.split(",");
const checks = await Promise.all(files.filter((file) => !wanted || wanted.includes(file.replace(".mjs", "")))
  .map((file) => import(new URL(`checks/${file}`, import.meta.url))));

const browser = await chromium.launch({ executablePath: options.chromium ?? "/usr/bin/chromium", args: FLAGS });
const world = new World({ ...options, browser, url: new URL(options.url).origin });
world.post = new Post(options.letters);
const outcomes = [];

async function carryOut(check) {
  const began = performance.now();
  const outcome = { name: check.name, figure: "", faults: [] };
  try {
    Object.assign(outcome, await check.run(world));
  } catch (error) {
    outcome.faults.push(error.stack ?? String(error));
  }
  outcome.seconds = (performance.now() - began) / 1000;
  outcomes.push(outcome);
  console.error(`${outcome.faults.length ? "FAILED" : "passed"}  ${check.name}  ${outcome.seconds.toFixed(1)} s`);
}

async function together(group) {
  const waiting = [...group];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) await carryOut(check);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

try {
  await world.begin();
  await together(checks.filter((check) => !check.alone && !check.last));
  for (const check of checks.filter((check) => check.alone)) await carryOut(check);
  // What the others have seen is looked at when they are done.
  for (const check of checks.filter((check) => check.last)) await carryOut(check);
} finally {
  await world.end();
  await browser.close();
}
console.log(table(outcomes));
process.exitCode = outcomes.some((outcome) => outcome.faults.length) ? 1 : 0;
