// Serves files of a folder with the security headers of the live pages.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const KINDS = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };
// The file that somebody takes along is opened from a disk, without a server's headers.
const ALONE = /my-data-download-file/;
const KEPT = ["content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy"];

export class Stage {
  /** Pages that are made up here, by their path. */
  pages = new Map();

  static async open(folder, headers) {
    const stage = new Stage();
    const same = Object.fromEntries(KEPT.map((name) => [name, headers.get(name)]).filter(([, value]) => value));
    stage.server = createServer(async (request, response) => {
      const path = normalize(decodeURIComponent(new URL(request.url, "http://stage").pathname));
      const made = stage.pages.get(path);
      try {
        const body = made?.html ?? await readFile(join(folder, path));
        const kind = KINDS[extname(path)] ?? "text/html";
        const own = made?.bare || ALONE.test(path) ? {} : same;
        response.writeHead(200, { ...own, "content-type": `${kind}; charset=utf-8`, "cache-control": "max-age=60" });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise((resolve) => stage.server.listen(0, "127.0.0.1", resolve));
    stage.url = `http://127.0.0.1:${stage.server.address().port}`;
    return stage;
  }

  at(path) {
    return this.url + path;
  }

  async close() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
