// The whole way without JavaScript, from the start to the receipt, with mistakes on every form, in both languages.
import { Applicant } from "../tools/applicant.mjs";
import { aroha, nino } from "../tools/people.mjs";

export const name = "without a script";

export async function run(world) {
  const faults = [];
  const figures = [];
  for (const person of [aroha(), nino()]) {
    const { page, close } = await world.visitor({ script: false, by: name });
    const applicant = new Applicant(world, page, person, { script: false, mistakes: true });
    try {
      await applicant.whole();
      await world.shoot(page, `receipt-${person.language}`);
    } catch (error) {
      faults.push(`${person.language}, ${applicant.where}: ${error.message}`);
    }
    faults.push(...applicant.faults.map((fault) => `${person.language}${fault}`));
    const missed = Object.keys(person.mistakes).filter((key) => !applicant.mistaken.has(key));
    if (missed.length) faults.push(`${person.language}: never came to ${missed.join(", ")}`);
    figures.push(`${person.language} ${applicant.steps} steps, ${applicant.mistaken.size} forms wrong first`);
    await close();
  }
  return { figure: figures.join("; "), faults };
}
