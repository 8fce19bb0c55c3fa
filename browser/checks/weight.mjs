// What comes over the wire: the first visit, and each page after it.
import { Applicant } from "../tools/applicant.mjs";
import { aroha, nino } from "../tools/people.mjs";
import { Scale } from "../tools/scale.mjs";

export const name = "weight";
const FIRST_BYTES_MAX = 30 * 1024;
const NEXT_BYTES_MAX = 10 * 1024;
const REQUESTS_MAX = 8;

export async function run(world) {
  const faults = [];
  const figures = [];
  for (const person of [aroha(), nino()]) {
    const { context, page, close } = await world.visitor({ by: name });
    const scale = await Scale.under(context, page);
    const applicant = new Applicant(world, page, person);
    let first = null;
    let most = { bytes: 0 };
    applicant.look = async () => {
      await page.waitForLoadState("networkidle");
      const weighed = { ...scale.take(), place: applicant.where };
      const may = first ? NEXT_BYTES_MAX : FIRST_BYTES_MAX;
      if (weighed.bytes > may) faults.push(`${person.language}${weighed.place} weighs ${weighed.bytes} bytes`);
      if (weighed.requests > REQUESTS_MAX) faults.push(`${person.language}${weighed.place} takes ${weighed.requests} requests`);
      if (!first) first = weighed;
      else if (weighed.bytes > most.bytes) most = weighed;
    };
    await applicant.whole();
    await applicant.open("/status");
    await applicant.open("/my-data/");
    await applicant.open("/verify");
    const kb = (bytes) => (bytes / 1024).toFixed(1);
    figures.push(`${person.language} first ${kb(first.bytes)} KB in ${first.requests}, next at most ${kb(most.bytes)} KB (${most.place.split("/").at(-1)})`);
    await close();
  }
  return { figure: figures.join("; "), faults };
}
