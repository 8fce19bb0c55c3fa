// axe-core, given to a page from outside, so that its content policy stays as it is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What depends on the theme and on the width, and on nothing else. */
const LOOKS = ["color-contrast", "link-in-text-block", "target-size"];

/** The rules a page breaks, each with where. `looks` asks only for what another theme or width could change. */
export async function violations(page, { looks = false } = {}) {
  await page.evaluate(`if (!window.axe) { ${SOURCE} }`);
  const found = await page.evaluate(({ rules, tags }) => window.axe.run(document, {
    runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: tags },
    resultTypes: ["violations", "incomplete"],
  }).then(({ violations, incomplete }) => ({
    faults: violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")}`),
    unsure: incomplete.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  })), { rules: looks ? LOOKS : null, tags: TAGS });
  return found;
}
