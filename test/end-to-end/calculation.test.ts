// Two engines that know nothing of the writer work out the workbook's formulas again, from its bytes.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { initSync, Model } from "@ironcalc/wasm";
import { monetize, type PriceRow, savingsOptions } from "@kontrafakt/savings";
import { effectsOf, evaluate, type MatchedResults, readResults, writeCalculation } from "@kontrafakt/study";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { toJson } from "kontrafakt";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleStudy } from "../determinism/sample.js";

interface Sheet {
  readonly name: string;
  /** By address: a number, a text, or a formula with the value that is kept beside it. */
  readonly cells: ReadonlyMap<string, { readonly value: string | number; readonly formula?: string }>;
}

let sample: MatchedResults;

beforeAll(async () => {
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm")) });
  const { study: whole, sources } = sampleStudy();
  // As few draws as can be: the figures that follow from lines have none in them.
  const effects = { ...whole.effects, inference: { ...whole.effects.inference, draws: 999 } };
  const study = { ...whole, effects, savings: { ...whole.savings, draws: 1000 } };
  const { results } = await evaluate(study, sources, { seed: study.seed });
  sample = readResults(toJson(results), "results.json") as MatchedResults;
}, 120_000);

/** The sheets of a workbook, as they stand in its XML. */
function sheetsOf(bytes: Uint8Array): Sheet[] {
  const parts = unzipSync(bytes);
  const xml = (name: string) => strFromU8(parts[name]);
  const plain = (text: string) =>
    text
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, "&");
  const shared = [...xml("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    plain([...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => t).join("")),
  );
  return [...xml("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name], i) => {
    const cells = new Map<string, { value: string | number; formula?: string }>();
    for (const [, at, more, inside] of xml(`xl/worksheets/sheet${i + 1}.xml`).matchAll(
      /<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gs,
    )) {
      const formula = /<f>(.*?)<\/f>/s.exec(inside)?.[1];
      const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1] ?? "";
      cells.set(at, {
        value: more.includes('t="s"') ? shared[Number(value)] : Number(value),
        ...(formula !== undefined && { formula: plain(formula) }),
      });
    }
    return { name: plain(name), cells };
  });
}

/** Every number of a sheet, by address. */
type Worked = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** By IronCalc, a spreadsheet engine; it is told what is in the cells and nothing of the values kept beside formulas. */
function byEngine(sheets: readonly Sheet[]): Worked {
  const model = new Model("calculation", "en", "UTC", "en");
  model.pauseEvaluation();
  sheets.forEach(({ name }, i) => {
    if (i > 0) model.newSheet();
    model.renameSheet(i, name);
  });
  const place = (at: string) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(at) as RegExpExecArray;
    return [Number(row), [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)] as const;
  };
  sheets.forEach(({ cells }, i) => {
    for (const [at, { value, formula }] of cells) {
      const text = typeof value === "number" ? String(value) : `'${value}`;
      model.setUserInput(i, ...place(at), formula === undefined ? text : `=${formula}`);
    }
  });
  model.resumeEvaluation();
  model.evaluate();
  return new Map(
    sheets.map(({ name, cells }, i) => {
      const own = new Map<string, number>();
      for (const [at, { formula }] of cells) {
        if (formula === undefined) continue;
        const [row, column] = place(at);
        model.updateRangeStyle({ sheet: i, row, column, width: 1, height: 1 }, "num_fmt", "0.00000000000000E+00");
        own.set(at, Number(model.getFormattedCellValue(i, row, column)));
      }
      return [name, own];
    }),
  );
}

const SOFFICE = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((path) => existsSync(path));

/** By LibreOffice: it opens the file without the kept values, works all out and saves it. */
function byLibreOffice(bytes: Uint8Array): Worked {
  const folder = mkdtempSync(join(tmpdir(), "calculation-"));
  try {
    const file = join(folder, "in.xlsx");
    writeFileSync(file, bytes);
    const home = pathToFileURL(join(folder, "home")).href;
    const given = [
      "--headless",
      `-env:UserInstallation=${home}`,
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      join(folder, "out"),
      file,
    ];
    execFileSync(SOFFICE as string, given, { stdio: "ignore", timeout: 60_000 });
    const sheets = sheetsOf(new Uint8Array(readFileSync(join(folder, "out", "in.xlsx"))));
    return new Map(
      sheets.map(({ name, cells }) => [
        name,
        new Map([...cells].flatMap(([at, { value }]) => (typeof value === "number" ? [[at, value] as const] : []))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same study with other prices, rates or rules: its effects, its money worked out again. */
async function changed(
  prices: (row: PriceRow) => PriceRow,
  change: Record<string, unknown> = {},
  { later, periods: seen = sample.periods }: { later?: readonly PriceRow[]; periods?: MatchedResults["periods"] } = {},
): Promise<MatchedResults> {
  const savings = savingsOptions.parse({ ...(sample.study.savings as object), ...change });
  const money = { ...sample.money, prices: sample.money.prices.map(prices), ...(later && { later }) };
  const periods = { unit: seen.unit as "quarter", ordinals: Int32Array.from(seen.ordinals) };
  const made = await monetize(
    effectsOf(sample),
    { kind: "money-files", ...money, problems: [] },
    savings,
    periods,
    { seed: 1 },
    money.facts,
  );
  return { ...sample, study: { ...sample.study, savings }, periods: seen, money, savings: made };
}

const stepped = [
  { fromYear: 0, rate: 0.05 },
  { fromYear: 2, rate: 0.02 },
];

describe.each<[string, () => Promise<MatchedResults> | MatchedResults]>([
  ["the sample study", () => sample],
  [
    "stepped rates from a later base year, displacement, and one payer paying another",
    () =>
      changed(
        (row) => ({
          ...row,
          counts: 0.9,
          ...(row.payer === sample.savings.payers[0] && { transferTo: sample.savings.payers[1] }),
        }),
        {
          discount: { rate: stepped, baseYear: sample.savings.years[1], source: "test" },
        },
      ),
  ],
  [
    "an effect that is assumed to go on",
    () =>
      changed(({ low: _, high: __, ...row }) => row, {
        persistence: { form: "exponential", decline: 0.3, years: 3, source: "test" },
      }),
  ],
  [
    "a last year observed in part, which stands twice, and prices that a refund rule splits otherwise after it",
    () => {
      const { labels, ordinals, unit } = sample.periods;
      const last = Math.max(...sample.money.prices.map(({ year }) => year));
      const later = sample.money.prices
        .filter(({ year }) => year === last)
        .map((row) => ({ ...row, year: last + 2, amount: row.amount * 0.6 }));
      return changed(
        ({ low: _, high: __, ...row }) => row,
        { persistence: { form: "constant", years: 3, source: "test" } },
        { later, periods: { unit, labels: labels.slice(0, -2), ordinals: ordinals.slice(0, -2) } },
      );
    },
  ],
  [
    "savings that leave a budget in steps and later",
    () => changed((row) => ({ ...row, lag: 1.25, ...(row.consequence === sample.savings.consequences[0] && { step: 50 }) })),
  ],
  [
    "a payer that is no public one: in no total",
    () => changed((row) => row, { payers: { [sample.savings.payers[0]]: { kind: "citizen" } } }),
  ],
  ["a study whose number of starters may not be told", () => ({ ...sample, analysed: { ...sample.analysed, matched: "50+" } })],
])("%s", (_, given) => {
  let results: MatchedResults;
  let bytes: Uint8Array;
  let sheets: Sheet[];
  beforeAll(async () => {
    results = await given();
    bytes = await writeCalculation(results, "en");
    sheets = sheetsOf(bytes);
  });

  const cell = (sheet: string, at: string) => sheets.find(({ name }) => name === sheet)?.cells.get(at);
  /** Rows of the sheet of checks: what is told and which cell has what was worked out. */
  const checks = () => {
    const own = sheets.find(({ name }) => name === "Check")?.cells ?? new Map();
    const rows: { what: string; at: string; told: number }[] = [];
    for (let row = 4; own.has(`A${row}`); row++) {
      const [a, b, c, d, e] = ["A", "B", "C", "D", "E"].map((letter) => own.get(`${letter}${row}`)?.value ?? "");
      rows.push({ what: [a, b, c, d, e].join("|"), at: `F${row}`, told: Number(own.get(`G${row}`)?.value) });
    }
    return rows;
  };

  test("has every figure of the results that follows from the lines", () => {
    const told = checks().map(({ told }) => told);
    // What capacity steps make of the cashable part is a mean over draws, and is carried over.
    const isStepped = (payer: string | null) => results.money.prices.some((p) => p.step && (payer === null || p.payer === payer));
    const totals = results.savings.lines.filter(
      (l) => l.consequence === null && !(l.measure === "cashable" && isStepped(l.payer)),
    );
    for (const { figure } of totals) expect(told).toContain(figure.estimate);
    expect(checks().length).toBeGreaterThanOrEqual(totals.length);
  });

  test("worked out by IronCalc it comes to what results.json holds, and to the values kept beside the formulas", () => {
    const worked = byEngine(sheets);
    const own = worked.get("Check") as ReadonlyMap<string, number>;
    for (const { what, at, told } of checks()) {
      const value = own.get(at) ?? Number.NaN;
      expect(Math.abs(value - told), what).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(told)));
    }
    expect(worked.get("Overview")?.get("B12")).toBe(0);
    for (const { name, cells } of sheets) {
      for (const [at, { value, formula }] of cells) {
        if (formula === undefined) continue;
        const found = worked.get(name)?.get(at) ?? Number.NaN;
        expect(Math.abs(found - Number(value)), `${name}!${at} ${formula}`).toBeLessThanOrEqual(
          1e-7 * Math.max(1, Math.abs(Number(value))),
        );
      }
    }
  });

  test("lines multiply: people × effect × price × share × factor", () => {
    const lines = sheets.find(({ name }) => name === "Lines")?.cells ?? new Map();
    let rows = 0;
    for (let row = 2; lines.has(`A${row}`); row++) {
      const [n, effect, price, share, factor, gross, cashable, grossPV, cashablePV] = [..."FGHIJKLMN"].map(
        (c) => lines.get(`${c}${row}`)?.value,
      );
      const near = (a: unknown, b: number) =>
        expect(Math.abs(Number(a) - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(b)));
      near(gross, -Number(n) * Number(effect) * Number(price));
      near(grossPV, Number(gross) * Number(factor));
      if (cashable !== "from draws") near(cashable, Number(gross) * Number(share));
      // Money that leaves a budget later is discounted from then: the sheet of checks has it.
      if (cashablePV !== "from draws" && !results.money.prices.some((p) => p.lag))
        near(cashablePV, Number(cashable) * Number(factor));
      rows++;
    }
    expect(rows).toBeGreaterThan(0);
    const { matched } = results.analysed;
    expect(cell("Overview", "B10")?.value).toBe(typeof matched === "number" ? matched : 1);
  });
});

test("says what no figure holds, and whose total it is", async () => {
  const [payer] = sample.savings.payers;
  const [priced] = sample.savings.consequences;
  const unknown = await changed(
    (row) => (row.payer === payer && row.consequence === priced ? { ...row, amount: Number.NaN } : row),
    {
      payers: { [sample.savings.payers[1]]: { kind: "relative" } },
    },
  );
  const sheets = sheetsOf(await writeCalculation(unknown, "da"));
  const texts = (name: string) => [...(sheets.find((s) => s.name === name)?.cells.values() ?? [])].map(({ value }) => value);
  expect(texts("Overblik")).toEqual(
    expect.arrayContaining(["Ikke med i noget tal", "uden pris: Skolefravær", `prisen kendes ikke: ${payer}, Anbringelse`]),
  );
  expect(texts("Summer")).toContain("alle offentlige betalere");
  expect(texts("Linjer")).toContain("dage");
  expect(texts("Linjer")).not.toContain("days");
});

test("is the same bytes twice, and has the same numbers in Danish", async () => {
  const bytes = await writeCalculation(sample, "en");
  const sheets = sheetsOf(bytes);
  expect(await writeCalculation(sample, "en")).toEqual(bytes);
  const danish = sheetsOf(await writeCalculation(sample, "da"));
  expect(danish.map(({ name }) => name)).not.toEqual(sheets.map(({ name }) => name));
  danish.forEach(({ cells }, i) => {
    const numbers = (of: Sheet["cells"]) =>
      [...of].flatMap(([at, { value }]) => (typeof value === "number" ? [[at, value]] : []));
    expect(numbers(cells)).toEqual(numbers(sheets[i].cells));
  });
});

test.skipIf(SOFFICE === undefined)(
  "worked out by LibreOffice, where it is installed, the sample's workbook comes to what results.json holds",
  async () => {
    const bytes = await writeCalculation(sample, "en");
    const worked = byLibreOffice(withoutValues(bytes));
    const own = worked.get("Check") as ReadonlyMap<string, number>;
    const { cells } = sheetsOf(bytes).find(({ name }) => name === "Check") as Sheet;
    let compared = 0;
    for (const [at, { value }] of cells) {
      if (!at.startsWith("G") || typeof value !== "number") continue;
      const found = own.get(at.replace("G", "F")) ?? Number.NaN;
      expect(Math.abs(found - value), at).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
      compared++;
    }
    expect(compared).toBeGreaterThan(50);
    expect(worked.get("Overview")?.get("B12")).toBe(0);
  },
);

/** The workbook with formulas alone, so that nothing kept beside them can be read for what was worked out. */
function withoutValues(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (name.startsWith("xl/worksheets/sheet")) parts[name] = strToU8(strFromU8(part).replace(/<\/f><v>[^<]*<\/v>/g, "</f>"));
  }
  return zipSync(parts);
}
