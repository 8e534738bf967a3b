import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { languageCodes, renderReport } from "@kontrafakt/report";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleResults } from "./example.js";
import { groupsExample } from "./example-groups.js";
import { hostileResults } from "./hostile.js";

const executable = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
if (!executable && process.env.CI_RUN === "1") throw new Error("the report is checked in Chromium, and none is installed");

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

describe.skipIf(!executable)("the report in Chromium (skipped where Chromium is missing)", () => {
  let browser: Browser;
  let folder: string;
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable, args: flags });
    folder = mkdtempSync(join(tmpdir(), "kontrafakt-report-"));
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  async function open(html: string, viewport: { width: number; height: number }, javaScriptEnabled = true) {
    const path = join(folder, "report.html");
    writeFileSync(path, html);
    const url = pathToFileURL(path).href;
    const context = await browser.newContext({ viewport, javaScriptEnabled, bypassCSP: true });
    const page = await context.newPage();
    const noise: string[] = [];
    const asked: string[] = [];
    page.on("console", (m) => ["error", "warning"].includes(m.type()) && noise.push(m.text()));
    page.on("pageerror", (e) => noise.push(String(e)));
    await page.route("**/*", (route) => {
      if (route.request().url() === url) return route.continue();
      asked.push(route.request().url());
      return route.abort();
    });
    await page.goto(url);
    return { page, noise, asked, close: () => context.close() };
  }

  describe.each(languageCodes)("in %s", (language) => {
    // A report of groups in one language: the parts are the same in all.
    const designs = [["matched", exampleResults()] as const, ["groups", groupsExample()] as const];
    test.each(language === "da" ? designs : designs.slice(0, 1))(
      "no error, no request, eight charts or more, nothing serious for axe: %s",
      async (_, results) => {
        const { page, noise, asked, close } = await open(await renderReport(results, language), {
          width: 1280,
          height: 900,
        });
        await page.evaluate(() => {
          for (const d of document.querySelectorAll("details")) d.open = true;
        });
        expect(await page.locator("figure svg[role=img]").count()).toBeGreaterThanOrEqual(8);
        await page.evaluate(axe);
        const { violations } = (await page.evaluate("axe.run()")) as {
          violations: { id: string; impact: string; nodes: { html: string }[] }[];
        };
        const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
        expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`)).toEqual([]);
        expect({ noise, asked }).toEqual({ noise: [], asked: [] });
        await close();
      },
      120_000,
    );

    test("attacks in names run nothing", async () => {
      const { page, noise, asked, close } = await open(await renderReport(hostileResults(), language), {
        width: 1280,
        height: 900,
      });
      expect(await page.locator("script, body i, body b").count()).toBe(0);
      expect(await page.locator("h1").textContent()).toBe('<script>alert("x")</script>');
      expect({ noise, asked }).toEqual({ noise: [], asked: [] });
      await close();
    }, 60_000);

    test("the first screen fits 1280 × 900", async () => {
      const { page, close } = await open(await renderReport(exampleResults(), language), { width: 1280, height: 900 });
      const box = await page.locator("#answer").boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(900);
      await close();
    }, 60_000);

    test("without JavaScript it reads the same, and nothing overflows a phone", async () => {
      const { page, close } = await open(await renderReport(exampleResults(), language), { width: 390, height: 800 }, false);
      await expect(page.locator("h1").textContent()).resolves.toMatch(/Fjordby/);
      expect(await page.locator("html").evaluate((e) => e.scrollWidth <= e.clientWidth + 1)).toBe(true);
      await close();
    }, 60_000);

    test("no two labels of a chart overlap", async () => {
      const { page, close } = await open(await renderReport(exampleResults(), language), { width: 1280, height: 900 });
      const overlaps = await page.evaluate(() => {
        const found: string[] = [];
        for (const svg of document.querySelectorAll("figure svg")) {
          const texts = [...svg.querySelectorAll("text")].filter((t) => t.textContent && t.getAttribute("opacity") !== "0");
          const boxes = texts.map((t) => t.getBoundingClientRect());
          for (let i = 0; i < texts.length; i++) {
            for (let j = i + 1; j < texts.length; j++) {
              const w = Math.min(boxes[i].right, boxes[j].right) - Math.max(boxes[i].left, boxes[j].left);
              const h = Math.min(boxes[i].bottom, boxes[j].bottom) - Math.max(boxes[i].top, boxes[j].top);
              if (w > 1 && h > 3)
                found.push(`${svg.querySelector("title")?.textContent}: ${texts[i].textContent} / ${texts[j].textContent}`);
            }
          }
        }
        return found;
      });
      expect(overlaps).toEqual([]);
      await close();
    }, 60_000);
  });
});
