// The way of one person through the portal, page by page.
import { answer, cameBack, fill, onward, press } from "./form.mjs";

/** A form that comes back sooner was not read by a person; the server then asks for work or patience. */
const READING_MS = 3_000;
/** A path without a way on would otherwise be walked for ever. */
const PAGES_MAX = 80;

export class Applicant {
  /** What came back wrong, for a check that makes mistakes. */
  faults = [];
  /** How often a button or a link led to a new page. */
  steps = 0;
  /** Which forms were sent wrongly first. */
  mistaken = new Set();

  constructor(world, page, person, { script = true, mistakes = false, look = async () => {} } = {}) {
    Object.assign(this, { world, page, person, script, mistakes, look });
    this.prefix = { en: "Error:", uk: "Помилка:" }[person.language];
  }

  path(rest) {
    return `/${this.person.language}${rest}`;
  }

  get where() {
    return new URL(this.page.url()).pathname.replace(/^\/[^/]+/, "");
  }

  async open(rest) {
    const reply = await this.page.goto(this.world.at(this.path(rest)), { waitUntil: "domcontentloaded" });
    await this.look(this.page);
    return reply;
  }

  async follow(link) {
    await press(this.page, this.page.locator(link).first());
    this.steps += 1;
    await this.look(this.page);
  }

  /** Answers the page that is open, wrongly first if this person makes mistakes. */
  async answer(more = {}) {
    const key = this.where.split("/").filter(Boolean).at(-1);
    const mistake = this.mistakes && this.person.mistakes[key];
    if (mistake && !this.mistaken.has(key)) {
      this.mistaken.add(key);
      await fill(this.page, mistake);
      await this.wrongly(mistake);
    }
    const reply = await answer(this.page, { ...this.person.answers, ...more });
    this.steps += 1;
    if (reply.status() >= 400) throw new Error(`${this.where} answers ${reply.status()}: ${await this.page.locator("main").innerText()}`);
    await this.look(this.page);
  }

  /** Sends what is on the page, which is wrong, and looks how it comes back. */
  async wrongly(typed, button = onward(this.page)) {
    const reply = await press(this.page, button);
    this.faults.push(...await cameBack(this.page, reply, typed, { script: this.script, prefix: this.prefix }));
    await this.look(this.page);
  }

  async toStart() {
    await this.open("/");
    if (!this.where.startsWith("/at/")) await this.follow("main .tasks a");
    this.mission = this.where;
  }

  /** From the start page to the result. */
  async preCheck() {
    await this.follow("main a.button");
    for (let pages = 0; !this.where.endsWith("/result"); pages += 1) {
      if (pages > PAGES_MAX) throw new Error("the pre-check does not end");
      await this.answer();
    }
  }

  /** From the result to the first page of an application. */
  async begin() {
    await this.follow("main .actions a.button, main p a[href$='/notice']");
    if (this.mistakes) {
      await this.wrongly({});
      await fill(this.page, { understood: "nobody" });
      const reply = await press(this.page, onward(this.page));
      if (reply.status() !== 422 || !await this.page.locator("main [role=alert]").count()) this.faults.push("a wrong answer about the notice is not asked again");
    }
    await this.answer();
    await this.answer();
    if (this.mistakes) await this.wrongly({});
    const yes = Object.fromEntries((await this.page.$$eval("main input[type=checkbox]", (all) => all.map((box) => box.name))).map((name) => [name, "yes"]));
    await fill(this.page, yes);
    await this.page.waitForTimeout(READING_MS);
    await press(this.page, onward(this.page));
    this.steps += 1;
    await this.look(this.page);
    if (!this.where.startsWith("/application/")) throw new Error(`consent leads to ${this.where}`);
  }

  /** Names an address, and confirms it with the code of the letter. */
  async reach() {
    if (this.where !== "/application/contact") await this.open("/application/contact");
    const since = Date.now() - 500;
    await this.answer();
    if (this.where === "/application/contact/confirm") {
      if (this.mistakes) {
        await fill(this.page, { code: "00000" });
        await this.wrongly({ code: "00000" });
      }
      const code = await this.world.post.code(this.to, since);
      await this.answer({ code });
    }
  }

  /** As a letter names its reader. */
  get to() {
    const { email, phone } = this.person.answers;
    return this.person.address === "email" ? email : phone.replace(/\D/g, "");
  }

  /** From the task list, by its "next", until everything can be read back. */
  async tasks() {
    if (this.where !== "/application/") await this.open("/application/");
    for (let pages = 0; ; pages += 1) {
      if (pages > PAGES_MAX) throw new Error("the tasks do not end");
      const next = this.page.locator("main .actions a.button:not(.second)");
      if (!await next.count()) throw new Error(`nothing is next: ${await this.page.locator(".tasks").innerText()}`);
      await press(this.page, next);
      await this.look(this.page);
      if (this.where === "/application/check") return;
      while (this.where !== "/application/") await this.answer();
      await this.aside();
    }
  }

  /** Questions that nobody must answer are not always next: those that this person has words for are opened. */
  async aside() {
    for (const id of this.person.aside ?? []) {
      if (this.asked?.has(id)) continue;
      (this.asked ??= new Set()).add(id);
      await this.open(`/application/questions/${id}`);
      await this.answer();
      await this.open("/application/");
    }
  }

  async send() {
    await this.answer();
    if (this.where !== "/receipt") throw new Error(`sending leads to ${this.where}`);
    this.receipt = (await this.page.locator("main .big").innerText()).trim();
  }

  /** The receipt of a draft, which is on the page one leaves by. */
  async draftReceipt() {
    await this.open("/application/leave");
    this.receipt = (await this.page.locator("main .big").innerText()).trim();
    return this.receipt;
  }

  /** Everything up to a draft with an address. */
  async toDraft() {
    await this.toStart();
    await this.preCheck();
    await this.begin();
    await this.reach();
  }

  /** Everything up to the receipt. */
  async whole() {
    await this.toDraft();
    await this.tasks();
    await this.send();
  }

  /** Back in, with the receipt. */
  async comeBack(from = "/return") {
    if (from) await this.open(from);
    await fill(this.page, { receipt: this.receipt });
    const reply = await press(this.page, this.page.locator("main form:has([name=receipt]) button:not([name])"));
    await this.look(this.page);
    return reply;
  }
}
