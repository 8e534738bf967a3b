import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";
import { expect, test } from "vitest";
import { sampleBytes, sampleResults } from "./sample.js";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const skip = executablePath === undefined && process.env.CI_RUN !== "1";

/** The page as one script, built from source as a browser would get it. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["@kontrafakt/source", "module", "browser", "import", "default"] },
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: fileURLToPath(new URL("page/evaluate-page.ts", import.meta.url)), formats: ["iife"], name: "page" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!("output" in output)) throw new Error("vite built nothing");
  return output.output[0].code;
}

test.skipIf(skip)("results.json has the same bytes in Node and in Chromium (needs Chromium)", { timeout: 180_000 }, async () => {
  expect(executablePath, "Chromium is not installed").toBeDefined();
  const [code, node] = [await bundle(), await sampleResults()];
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.route("**/*", async (route) => {
      const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(1));
      if (name === "")
        return route.fulfill({
          contentType: "text/html",
          body: '<!doctype html><meta charset="utf-8"><script src="page.js"></script>',
        });
      if (name === "page.js") return route.fulfill({ contentType: "text/javascript; charset=utf-8", body: code });
      return route.fulfill({ contentType: "application/octet-stream", body: Buffer.from(sampleBytes(name)) });
    });
    await page.goto("http://kontrafakt.test/");
    const inBrowser = await page.evaluate(() => (globalThis as unknown as { evaluateStudy(): Promise<string> }).evaluateStudy());
    expect(errors).toEqual([]);
    expect(inBrowser === node, firstDifference(inBrowser, node)).toBe(true);
  } finally {
    await browser.close();
  }
});

function firstDifference(a: string, b: string): string {
  const [x, y] = [a.split("\n"), b.split("\n")];
  const at = x.findIndex((line, i) => line !== y[i]);
  return at < 0 ? "" : `line ${at + 1}: Chromium ${x[at]?.slice(0, 200)} · Node ${y[at]?.slice(0, 200)}`;
}
