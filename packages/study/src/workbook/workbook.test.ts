import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseStudy } from "../parse-study.js";
import { pathText } from "../parse-yaml.js";
import { optionPaths } from "../schema-at.js";
import { studyJsonSchema } from "../study-json-schema.js";
import type { SheetCell } from "./cell-value.js";
import type { StudyWorkbook } from "./parse-workbook.js";
import { readWorkbook } from "./read-workbook.js";
import { isHeaderOption, workbookLayout } from "./workbook-layout.js";
import { writeWorkbook } from "./write-workbook.js";

const root = new URL("../../../../", import.meta.url);
const sample = readFileSync(new URL("data-samples/early-support/study.yaml", root), "utf8");
const readme = /```yaml\n([\s\S]*?)```/.exec(readFileSync(new URL("README.md", root), "utf8"))?.[1] ?? "";
let kept: Promise<StudyWorkbook> | undefined;
const sampleBook = () => {
  kept ??= through(sample);
  return kept;
};
const asValue = (text: string) => parse(text, { schema: "core" }) as Record<string, unknown>;
const through = async (text: string, language: "en" | "da" = "en") =>
  readWorkbook(await writeWorkbook({ value: asValue(text), language }), "study.xlsx");

/** A study with what the others lack: lists of one and of several, a bare covariate, stepped rates, empty groups, texts like numbers. */
const odd = `
kontrafakt: 1
title: { en: "A: b", da: "[x]" }
municipality: "2024"
programme: '"P"'
cohort:
  extract: 2025-01-31
  from: 2017-01-01
  to: 2024-12-31
  home: "007"
  people: { file: people.csv, person: id, born: born, start: start, covariates: { sex: sex, "age": { type: age } } }
  services: { file: [a.csv, "b, c.csv"], person: id, service: "{kind}", from: from, to: to, format: { missing: ["", "-", "99"], delimiter: "\\t" } }
  outcomes: { placement: { service: [A, "B, C"], label: { en: Placement } }, other: { service: "1" } }
matching: { caliper: null, history: { windows: [[1, 1], [2, 4]] }, exclude: [] }
effects: { estimators: {} }
savings:
  currency: DKK
  priceYear: 2024
  prices: { file: prices.csv }
  programmeCost: { file: cost.csv }
  claim: { file: claim.csv }
  discount: { rate: [{ fromYear: 0, rate: 0.035 }, { fromYear: 36, rate: 0.025 }], baseYear: 2021, source: "Ministry, 2021" }
`;

/** Matching in every shape its options have: numbers, lists, pairs, groups with names of one's own, groups in groups, candidates. */
const matching = `
  distance: mahalanobis
  distanceOn: ["placement[1,1]", age]
  variableRatio: { most: 5 }
  caliper: 0.1
  calipers: { born: { width: 365, unit: raw }, age: 1 }
  exact: [sex]
  order: random
  replace: true
  reuseLimit: 2
  score: { penalty: firth, terms: [{ power: age, degree: 3 }, { spline: "placement[1,1]", df: 4 }, { interaction: [sex, age] }] }
  history: { windows: [[1, 1], [2, 4]], gap: 2 }
  peak: { bracket: always, shift: 6, threshold: 0.5 }
  share: reuse
  candidates:
    - { name: "Coarser", method: coarsened, coarsening: { cuts: scott, by: { age: [3, 6, 12], "placement[1,1]": 4 } } }
    - { name: "Weights: trimmed", method: ipw, score: { model: probit }, weighting: { trim: { probability: [0.05, 0.95], weight: 0.99 } } }
    - { name: "2", method: entropy, weighting: { moments: 2 }, history: { windows: [[1, 4]] } }
`;

describe("the same study from YAML and from a workbook", () => {
  it.each([
    ["the sample", sample],
    ["the README's", readme],
    ["one with what the others lack", odd],
    [
      "one with two blocks of services",
      odd.replace(/services: (\{.*\})\n/, "services: [$1, { file: c.csv, person: id, kind: X, from: a, to: b }]\n"),
    ],
    [
      "one with estimators beside",
      odd.replace(
        /effects: .*/,
        "effects: { estimators: { textbook: { estimator: attGt, control: notYet }, own: { estimator: eventStudy, window: [-4, 8], cluster: [unit, period] } } }",
      ),
    ],
    ["one with every kind of matching option", odd.replace(/matching: .*/, `matching:${matching}`)],
    ["one with a list of one block", odd.replace(/services: (\{.*\})\n/, "services: [$1]\n")],
  ])("%s", async (_, text) => {
    const fromYaml = parseStudy(text, "study.yaml");
    expect(fromYaml.problems).toEqual([]);
    const { study, problems } = parseStudy(await through(text, text === readme ? "da" : "en"), "study.xlsx");
    expect(problems).toEqual([]);
    expect(study).toEqual(fromYaml.study);
    expect(JSON.stringify(study)).toBe(JSON.stringify(fromYaml.study));
  });
});

it("every option of the schema has a place in the workbook", () => {
  const schema = studyJsonSchema();
  const { settings, lists } = workbookLayout(schema);
  const rows = new Set(settings.map(({ path }) => pathText(path)));
  const cells = lists.map(({ path, isNamed, columns }) => ({
    prefix: `${pathText(path)}${isNamed ? ".*" : ""}.`,
    names: columns.map(({ name }) => name),
  }));
  const missing = optionPaths(schema)
    .map((path) => path.join("."))
    .filter((path) => {
      if (rows.has(path)) return false;
      const within = (known: string) =>
        rows.has(known) && settings.find((row) => pathText(row.path) === known)?.kind === "option";
      const parts = path.split(".");
      if (parts.some((__, n) => within(parts.slice(0, n).join(".")))) return false;
      return !cells.some(
        ({ prefix, names }) => path.startsWith(prefix) && names.includes(path.slice(prefix.length).split(".")[0]),
      );
    });
  expect(missing).toEqual([]);
});

it("knows which options are headers of columns", () => {
  const { settings } = workbookLayout(studyJsonSchema());
  const known = settings.filter(({ schemas }) => isHeaderOption(schemas)).map(({ path }) => pathText(path));
  for (const path of ["person", "born", "start", "household"]) expect(known).toContain(`cohort.people.${path}`);
  for (const path of ["payer", "amount", "cashable"]) expect(known).toContain(`savings.prices.${path}`);
  for (const path of ["title", "cohort.people.file", "cohort.extract"]) expect(known).not.toContain(path);
});

/** The workbook with one cell changed: in the sheet of settings by its option, else by sheet and cell. */
function changed(
  book: StudyWorkbook,
  where: string | readonly [sheet: string, row: number, column: number],
  to: SheetCell,
): StudyWorkbook {
  const sheets = book.sheets.map((sheet, k) => {
    const row =
      typeof where === "string"
        ? k === 0
          ? sheet.rows.findIndex((cells) => cells[0] === where)
          : -1
        : sheet.name === where[0]
          ? where[1]
          : -1;
    const column = typeof where === "string" ? 1 : where[2];
    const rows = sheet.rows.map((cells, i) => (i === row ? Object.assign([...cells], { [column]: to }) : cells));
    return { ...sheet, rows };
  });
  return { ...book, sheets };
}

describe("faults name sheet and cell", () => {
  it.each<[string, Parameters<typeof changed>[1], SheetCell, object]>([
    [
      "a word that is none of the option's",
      "cohort.period",
      "weekly",
      { code: "study/not-one-of", where: { sheet: "Settings", option: "cohort.period" } },
    ],
    [
      "a number that is none",
      "matching.ratio",
      "many",
      { code: "study/wrong-type", where: { sheet: "Settings", option: "matching.ratio" } },
    ],
    [
      "a list that does not end",
      "matching.exclude",
      "[household",
      { code: "study/cell-not-readable", where: { sheet: "Settings" } },
    ],
    [
      "an emptied cell that must be filled",
      "cohort.extract",
      null,
      { code: "study/missing-option", where: { sheet: "Settings", option: "cohort.extract" } },
    ],
    [
      "a unit that does not go",
      ["outcomes", 3, 1],
      null,
      { code: "cohort/outcome-of-what", where: { sheet: "outcomes", cell: "A4" } },
    ],
    [
      "values without a name",
      ["outcomes", 3, 0],
      null,
      { code: "study/row-without-name", where: { sheet: "outcomes", cell: "A4" } },
    ],
  ])("%s", async (_, where, to, expected) => {
    const { study, problems } = parseStudy(changed(await sampleBook(), where, to), "study.xlsx");
    expect(study).toBeUndefined();
    expect(problems[0]).toMatchObject(expected);
    expect(problems[0].where.file).toBe("study.xlsx");
    expect(problems[0].where.cell).toMatch(/^[A-Z]\d+$/);
  });

  it("an option on two rows, one that does not exist, and one named __proto__", async () => {
    const book = await sampleBook();
    const add = (cells: readonly SheetCell[]) =>
      parseStudy({ ...book, sheets: book.sheets.map((s, k) => (k === 0 ? { ...s, rows: [...s.rows, cells] } : s)) }, "s.xlsx");
    const [twice] = add(["cohort.period", "month"]).problems;
    expect(twice).toMatchObject({ code: "study/given-twice", params: { name: "cohort.period" } });
    expect(add(["cohort.perod", "month"]).problems[0]).toMatchObject({ code: "study/misspelt-option" });
    expect(add(["__proto__.x", "month"]).problems[0]).toMatchObject({ code: "study/reserved-name" });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("a workbook without settings, and bytes that are no workbook", async () => {
    expect(parseStudy({ kind: "study-workbook", sheets: [{ name: "a", rows: [["x", 1]] }] }, "s.xlsx").problems[0]).toMatchObject(
      {
        code: "study/no-settings-sheet",
        where: { file: "s.xlsx" },
      },
    );
    await expect(readWorkbook(new TextEncoder().encode("no zip"), "s.xlsx")).rejects.toThrow(
      /^s\.xlsx: this cannot be opened as a workbook/,
    );
  });
});
