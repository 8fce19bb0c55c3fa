// A receipt is one sheet of A4.
export const name = "print";

export async function run(world) {
  const faults = [];
  const receipts = world.samples.filter(({ name }) => /^receipt-sent/.test(name));
  const figures = [];
  const { page, close } = await world.visitor({ phone: false, by: name });
  for (const { language, path } of receipts) {
    await page.goto(world.stage.at(path));
    const pages = sheets(await page.pdf({ format: "A4" }));
    figures.push(`${language} ${pages}`);
    if (pages !== 1) faults.push(`the receipt in ${language} takes ${pages} sheets`);
    await page.emulateMedia({ media: "print" });
    const seen = await page.$$eval("nav, footer, .actions, .skip, .play", (all) => all.filter((part) => part.checkVisibility()).map((part) => part.className || part.tagName));
    if (seen.length) faults.push(`${language}: on paper there is ${seen.join(", ")}`);
    const key = await page.$eval("main .big", (element) => element.checkVisibility());
    if (!key) faults.push(`${language}: the receipt itself is not on paper`);
    await page.emulateMedia({ media: null });
  }
  await close();
  if (!receipts.length) faults.push("there is no receipt among the samples");
  return { figure: `sheets: ${figures.join(", ")}`, faults };
}

const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page(?![a-z])/g) ?? []).length;
