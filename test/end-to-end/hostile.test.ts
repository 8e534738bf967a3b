import { existsSync } from "node:fs";
import { canonicalJson } from "@kontrafakt/base";
import type { Ledger } from "@kontrafakt/cohort";
import { renderReport, tables } from "@kontrafakt/report";
import { evaluate, type MatchedResults, parseStudy, readResults } from "@kontrafakt/study";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ledgerCsv } from "../../packages/kontrafakt/src/cli/ledger-csv.js";
import { publishFiles } from "../../packages/kontrafakt/src/cli/output-files.js";
import { exampleResults } from "../report/example.js";
import { csvRows } from "./csv-rows.js";
import { formula, type HostileStudy, hostileStudy, image, script, spread } from "./hostile-study.js";

let hostile: HostileStudy;
let results: MatchedResults;
let ledger: Ledger;
/** Everything published, the tables in both languages. */
let published: ReadonlyMap<string, string>;
const prototypeBefore = Reflect.ownKeys(Object.prototype);

beforeAll(async () => {
  hostile = hostileStudy();
  const evaluation = await evaluate(hostile.study, hostile.sources, { seed: 1 });
  ledger = evaluation.internal.ledger;
  results = readResults(canonicalJson(evaluation.results), "results.json") as MatchedResults;
  const files = await publishFiles(results, "en", ["da"]);
  const danish = tables(results, "da").map(({ name, csv }) => ({ path: `tables/${name}.da.csv`, text: csv }));
  published = new Map([...files, ...danish].map(({ path, text }) => [path, text]));
}, 120_000);

const file = (path: string): string => published.get(path) ?? "";
const table = (name: string): string[][] => csvRows(file(`tables/${name}.csv`), name.endsWith(".da") ? ";" : ",");
const isNumber = (cell: string) => /^-?\d+([.,]\d+)?(e[+-]?\d+)?$/.test(cell);
const isFormula = (cell: string) => /^\s*[=+\-@]|^[\t\r]/.test(cell);

describe("what the files say arrives as text", () => {
  test("people with hostile identifiers are read like anyone else, and the study has an answer", () => {
    const people = results.flow.files.find((f) => f.file === "people.csv");
    expect(people?.used).toBeGreaterThan(1300);
    expect(results.analysed.matched).toBeGreaterThan(80);
    expect(Number.isFinite(results.verification.evaluated.estimate)).toBe(true);
    expect(hostile.ids.filter((id) => /[<=";]|__proto__/.test(id)).length).toBeGreaterThan(800);
  });

  test("names of Object.prototype are names of outcomes, covariates, measures, columns, files, payers and accounts", () => {
    expect(results.outcomes.map((o) => o.name)).toEqual(["constructor", "toString", "valueOf", "hasOwnProperty"]);
    expect(results.outcomes.map((o) => o.priced)).toEqual([true, true, true, false]);
    const levels = results.balance.rows.map((row) => row.covariate);
    expect(levels).toEqual(expect.arrayContaining([`constructor=${formula}`, "toString=constructor", "valueOf=__proto__"]));
    expect(results.savings.payers).toEqual([formula, "__proto__", image]);
    expect(results.inputs.map((i) => i.file)).toEqual(expect.arrayContaining(["__proto__", "constructor", "=absence<b>.csv"]));
    expect(new Set(results.verification.budget.map((b) => b.account))).toEqual(new Set([formula, "constructor", image]));
    expect(results.money.prices.map((p) => p.grade)).toEqual(expect.arrayContaining([spread, "-1", "+1"]));
    expect(results.money.prices.some((p) => p.source === spread)).toBe(true);
  });

  test("__proto__ as the name of an option is refused with its place", () => {
    const text = JSON.stringify(hostile.study, undefined, 1).replace('"hasOwnProperty": {', '"__proto__": {');
    const { study, problems } = parseStudy(text, "study.yaml");
    expect(study).toBeUndefined();
    expect(problems[0]).toMatchObject({ code: "study/reserved-name", where: { file: "study.yaml", line: expect.any(Number) } });
  });

  test("Object.prototype is as it was", () => {
    expect(Reflect.ownKeys(Object.prototype)).toEqual(prototypeBefore);
    expect(Object.keys({})).toEqual([]);
  });

  test("results.json holds what was evaluated, and reads back to the same bytes", () => {
    const text = file("results.json");
    expect(canonicalJson(readResults(text, "results.json"))).toBe(text);
    expect(JSON.parse(text)).toMatchObject({ title: { en: script, da: image }, municipality: { en: formula } });
  });
});

describe("tables and ledger", () => {
  test("no cell is a formula; numbers stay numbers", () => {
    let numbers = 0;
    let neutralised = 0;
    const names = [...published.keys()].flatMap((path) => /^tables\/(.+)\.csv$/.exec(path)?.[1] ?? []);
    expect(names.length).toBeGreaterThanOrEqual(24);
    const all = new Map(names.map((name) => [name, table(name)]));
    all.set("ledger", csvRows(ledgerCsv(ledger, "en"), ",")).set("ledger.da", csvRows(ledgerCsv(ledger, "da"), ";"));
    for (const [name, rows] of all) {
      for (const [r, row] of rows.entries()) {
        expect(row.length, `${name} row ${r + 1}`).toBe(rows[0].length);
        for (const cell of row) {
          if (isFormula(cell) && !isNumber(cell)) expect.fail(`${name} row ${r + 1}: ${JSON.stringify(cell)}`);
          if (isNumber(cell)) numbers++;
          if (cell.startsWith("'")) neutralised++;
        }
      }
    }
    expect(numbers).toBeGreaterThan(1000);
    expect(neutralised).toBeGreaterThan(100);
  });

  test("a label that looks like a number is text", () => {
    const outcomes = table("effects.da").map((row) => row[0]);
    expect(outcomes).toContain("'-1");
    const grade = table("prices")[0].indexOf("Evidence grade");
    const grades = table("prices").map((row) => row[grade]);
    expect(grades).toEqual(expect.arrayContaining([spread, "'-1", "'+1"]));
    const payers = table("payers").map((row) => row[0]);
    expect(new Set(payers.slice(1))).toEqual(new Set([`'${formula}`, "__proto__", image]));
  });

  test("names of files are ours", () => {
    for (const path of published.keys())
      expect(path).toMatch(/^((tables|charts)\/)?[a-z0-9-]+(\.[a-z]{2})?\.(html|json|csv|vl\.json|svg)$/);
  });
});

describe("nobody can be told", () => {
  /** Numbers in identifiers as they could appear: raw, escaped in markup, escaped in JSON. */
  const searched = () => hostile.ids.filter((id) => /B\d{5}/.test(id));

  test("no identifier is in anything published", () => {
    const all = [...published.values()].join("\n");
    const numbers = new Set(all.match(/B\d{5}/g));
    expect(searched().filter((id) => numbers.has(/B\d{5}/.exec(id)?.[0] ?? ""))).toEqual([]);
    expect(all).not.toMatch(/alert\(1\)/);
  });

  test("nor in the ledger, which says why each row is there", () => {
    const text = ledgerCsv(ledger, "en");
    const numbers = new Set(text.match(/B\d{5}/g));
    expect(searched().filter((id) => numbers.has(/B\d{5}/.exec(id)?.[0] ?? ""))).toEqual([]);
    expect(text).not.toMatch(/alert\(/);
    expect(csvRows(text, ",").some((row) => row.includes("'=B#####+#") || row.includes("'=x#####+#"))).toBe(true);
  });
});

const executable = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
if (!executable && process.env.CI_RUN === "1") throw new Error("markup is checked in Chromium, and none is installed");

describe.skipIf(!executable)("markup, as Chromium reads it (skipped where Chromium is missing)", () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
    page = await (await browser.newContext({ bypassCSP: true })).newPage();
    await page.route("**/*", (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
  }, 60_000);
  afterAll(() => browser?.close());

  /** Each element with its attributes, as `tag@attribute`, and links and other addresses that leave the page. */
  async function parts(html: string): Promise<{ kinds: string[]; addresses: string[]; pwned: boolean; title: string }> {
    await page.setContent(html, { waitUntil: "load" });
    return page.evaluate(() => {
      const kinds = new Set<string>();
      const addresses: string[] = [];
      for (const element of document.querySelectorAll("*")) {
        kinds.add(element.tagName);
        for (const { name, value } of element.attributes) {
          kinds.add(`${element.tagName}@${name}`);
          if (/^(href|src|action|xlink:href|formaction|srcset)$/.test(name) && !value.startsWith("#")) addresses.push(value);
        }
      }
      return { kinds: [...kinds], addresses, pwned: "__pwned" in window, title: document.querySelector("h1")?.textContent ?? "" };
    });
  }

  test("the reports have no element and no attribute but ours, and run nothing", async () => {
    const ours = new Set((await parts(await renderReport(exampleResults(), "en"))).kinds);
    for (const [path, title] of [
      ["report.html", script],
      ["report.da.html", image],
    ]) {
      const found = await parts(file(path));
      expect(found.kinds.filter((kind) => !ours.has(kind))).toEqual([]);
      expect(found.kinds.filter((kind) => /^(SCRIPT|IMG|IFRAME|OBJECT|EMBED|B)\b|@on/.test(kind))).toEqual([]);
      expect(found).toMatchObject({ addresses: [], pwned: false, title });
      expect(asked).toEqual([]);
    }
  }, 60_000);

  test("each chart is XML with nothing but shapes and text", async () => {
    const charts = [...published].filter(([path]) => path.endsWith(".svg"));
    expect(charts.length).toBeGreaterThanOrEqual(8);
    const found = await page.evaluate(
      (texts) =>
        texts.map((text) => {
          const document = new DOMParser().parseFromString(text, "image/svg+xml");
          const elements = [...document.querySelectorAll("*")];
          return {
            error: document.querySelector("parsererror")?.textContent ?? "",
            tags: [...new Set(elements.map((e) => e.tagName))],
            attributes: [...new Set(elements.flatMap((e) => e.getAttributeNames()))],
            text: document.documentElement.textContent ?? "",
          };
        }),
      charts.map(([, text]) => text),
    );
    for (const [i, { error, tags, attributes }] of found.entries()) {
      const [name] = charts[i];
      expect(error, name).toBe("");
      const shapes = /^(svg|g|path|rect|circle|line|text|tspan|title|desc|defs|clipPath|style|linearGradient|stop)$/;
      expect(
        tags.filter((tag) => !shapes.test(tag)),
        name,
      ).toEqual([]);
      expect(
        attributes.filter((attribute) => /^on|href/i.test(attribute)),
        name,
      ).toEqual([]);
    }
    expect(found.some(({ text }) => text.includes("__proto__"))).toBe(true);
  }, 60_000);
});
