// The letters that the server writes into a folder.
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const PATIENCE_MS = 20_000;

export class Post {
  constructor(folder) {
    this.folder = folder;
  }

  /** The newest letter to an address that holds what is looked for; waits until it is written. */
  async await(to, holds, after = 0) {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      for (const { text, written } of await this.#newest()) {
        if (written < after || !text.includes(to)) continue;
        const found = holds(text);
        if (found) return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    throw new Error(`no letter came to ${to}`);
  }

  /** The six digits of the newest letter to an address. */
  code(to, after) {
    return this.await(to, (text) => text.split(/\r?\n\r?\n/).slice(1).join("\n").match(/(?<![\w=+])\d{6}(?!\w)/)?.[0], after);
  }

  /** The path of the link in the newest letter to an address. */
  link(to, after) {
    return this.await(to, (text) => text.replace(/=\r?\n/g, "").match(/\/\w[\w-]*\/return\/link\/[\w-]+/)?.[0], after);
  }

  async #newest() {
    const names = await readdir(this.folder).catch(() => []);
    const all = await Promise.all(names.map(async (name) => {
      const file = join(this.folder, name);
      const [text, { mtimeMs }] = await Promise.all([readFile(file, "utf8"), stat(file)]);
      return { text: decoded(text), written: mtimeMs };
    }));
    return all.sort((a, b) => b.written - a.written);
  }
}

/** A letter in base64 is read too. */
function decoded(text) {
  if (!/^content-transfer-encoding: base64/im.test(text)) return text;
  const [head, ...body] = text.split(/\r?\n\r?\n/);
  return `${head}\n\n${Buffer.from(body.join(""), "base64").toString("utf8")}`;
}
