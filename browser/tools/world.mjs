// What every check is given: a browser, the server, samples, and a memory of all that was asked and answered.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Stage } from "./stage.mjs";

const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DESK = { viewport: { width: 1280, height: 900 } };

export class World {
  /** Every answer of the live server: method, url, status, headers. */
  answers = [];
  /** What a browser complained about, and requests that left the server. */
  complaints = [];
  #clients = 0;

  constructor({ browser, url, letters, samples, routes, shots }) {
    Object.assign(this, { browser, url, letters, shots });
    this.routes = JSON.parse(readFileSync(routes, "utf8"));
    this.samples = samplesIn(samples);
    this.folder = samples;
  }

  /** Serves the samples with the headers of the live pages. */
  async begin() {
    const { headers } = await fetch(`${this.url}/en/`);
    this.stage = await Stage.open(this.folder, headers);
  }

  async end() {
    await this.stage?.close();
  }

  /** The address of a path of the live server. */
  at(path) {
    return new URL(path, this.url).href;
  }

  /** A fresh browser with a page, as if somebody else had come, from elsewhere. */
  async visitor({ phone = true, dark = false, script = true, by = "", hears = this.complaints, ...more } = {}) {
    const from = this.#address();
    const context = await this.browser.newContext({
      ...(phone ? PHONE : DESK),
      colorScheme: dark ? "dark" : "light",
      javaScriptEnabled: script,
      // The server is told to believe us: limits are for each client, and here everybody is one machine.
      extraHTTPHeaders: { "x-forwarded-for": from },
      ...more,
    });
    this.#listen(context, by, hears);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return { context, page, from, close: () => context.close() };
  }

  /** Asks without a browser, and remembers the answer like any other. */
  async ask(path, { method = "GET", headers = {}, body } = {}) {
    const url = this.at(path);
    const all = { "x-forwarded-for": this.#address(), ...headers };
    const response = await fetch(url, { method, headers: all, body, redirect: "manual" });
    const text = await response.text();
    const answer = { method, url, status: response.status, headers: Object.fromEntries(response.headers), text };
    this.answers.push({ ...answer, text: undefined });
    return answer;
  }

  /** The samples of a language, or the first of each kind: the others differ in nothing but their words. */
  samplesOf(language, { kinds = false } = {}) {
    const own = this.samples.filter((sample) => sample.language === language);
    return kinds ? own.filter(({ kind }, place) => own.findIndex((other) => other.kind === kind) === place) : own;
  }

  /** A picture for a person to look at, if a folder was given. */
  async shoot(page, name) {
    if (this.shots) await page.screenshot({ path: join(this.shots, `${name}.png`), fullPage: true });
  }

  #address() {
    this.#clients += 1;
    return `10.1.${this.#clients >> 8}.${this.#clients & 255}`;
  }

  #listen(context, by, hears) {
    const complain = (what) => hears.push(by ? `${by}: ${what}` : what);
    const ours = (url) => url.startsWith(this.url) || url.startsWith(this.stage.url) || /^(data|blob|about):/.test(url);
    context.on("request", (request) => {
      if (!ours(request.url())) complain(`a request left: ${request.url()}`);
    });
    context.on("response", (response) => {
      if (!response.url().startsWith(this.url)) return;
      const method = response.request().method();
      this.answers.push({ method, url: response.url(), status: response.status(), headers: response.headers() });
    });
    context.on("weberror", (error) => complain(`a script failed: ${error.error()}`));
    context.on("console", (message) => {
      if (message.type() !== "error" || isRefusal(message)) return;
      complain(`${message.page()?.url()}: ${message.text()}`);
    });
  }
}

/** A form that comes back, or a page that is not there, is an answer: the browser reports its status all the same. */
function isRefusal(message) {
  const asset = message.location().url.includes("/assets/");
  return !asset && /Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
}

/** Samples by language, page and state; a page has several of one state where it has several questions. */
function samplesIn(folder) {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "assets");
  const all = languages.flatMap(({ name: language }) =>
    readdirSync(join(folder, language)).filter((file) => file.endsWith(".html")).map((file) => {
      const name = file.replace(/\.html$/, "");
      return { language, name, kind: name.replace(/(?<=^(failing|status|statement|start))-.*|-\d+$/, ""), path: `/${language}/${file}` };
    }));
  return all.sort((a, b) => Number(a.name.match(/\d+$/)) - Number(b.name.match(/\d+$/)));
}
