import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";

/** Chromium on this machine, undefined if there is none. */
export const chromiumPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);

/** A page with one script, and the files it may fetch. */
export interface Page {
  /** Runs a function in the page. Fails where the page has had an error. */
  run<T>(work: (given: unknown) => Promise<T>, given?: unknown): Promise<T>;
  close(): Promise<void>;
}

/** A script and what it imports as one script, built from source as a browser would get it. */
async function bundle(entry: URL): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["@kontrafakt/source", "module", "browser", "import", "default"] },
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: fileURLToPath(entry), formats: ["iife"], name: "page" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!("output" in output)) throw new Error("vite built nothing");
  return output.output[0].code;
}

/** Opens Chromium at an empty page that runs a script. */
export async function openPage(entry: URL, file: (name: string) => Uint8Array | undefined): Promise<Page> {
  const code = await bundle(entry);
  const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
  const browser = await chromium.launch({ executablePath: chromiumPath, args });
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.route("**/*", async (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(1));
    const html = '<!doctype html><meta charset="utf-8"><script src="page.js"></script>';
    if (name === "") return route.fulfill({ contentType: "text/html", body: html });
    if (name === "page.js") return route.fulfill({ contentType: "text/javascript; charset=utf-8", body: code });
    const bytes = file(name);
    if (bytes === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: "application/octet-stream", body: Buffer.from(bytes) });
  });
  await page.goto("http://kontrafakt.test/");
  return {
    async run<T>(work: (given: unknown) => Promise<T>, given?: unknown) {
      const result = await page.evaluate(work, given);
      if (errors.length > 0) throw new Error(errors.join("\n"));
      return result as T;
    },
    close: () => browser.close(),
  };
}
