import type { Problem } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { createLedger } from "../ledger/create-ledger.js";
import { cohortShape } from "../options/cohort-shape.js";
import { measureOptions } from "../options/measure-options.js";
import { measureProblems } from "../options/measure-problems.js";
import type { People } from "../population/read-people.js";
import { studyWindow } from "../population/study-window.js";
import { bytesSource } from "../table/source.js";
import { readMeasure } from "./read-measure.js";

const people = { units: 2, unitOf: new Map([["a", 0], ["b", 1]]) } as unknown as People; // biome-ignore format: a table

async function read(text: string | readonly string[], asked: object, { period = "quarter", unit = "points" } = {}) {
  const study = cohortShape.parse({
    extract: "2024-01-31",
    from: "2023-01-01",
    to: "2023-12-31",
    period,
    people: { file: "people.csv", person: "Id", born: "Født", start: "Start" },
    measures: {},
    outcomes: { m: { measure: "m", unit } },
  });
  const files = typeof text === "string" ? [text] : text;
  const sources = new Map(files.map((lines, i) => [`${i}.csv`, bytesSource(`${i}.csv`, new TextEncoder().encode(lines))]));
  const names = [...sources.keys()];
  const options = measureOptions.parse({ file: names.length === 1 ? names[0] : names, person: "Id", ...asked });
  const window = studyWindow(study);
  const ledger = createLedger();
  const problems: Problem[] = [];
  const values = await readMeasure("m", options, people, {
    sources,
    study,
    window,
    ledger,
    problems,
    detected: [],
    context: undefined,
  });
  const done = ledger.finish();
  const T = window.ordinals.length;
  return {
    a: Array.from(values.subarray(0, T)),
    b: Array.from(values.subarray(T)),
    said: Array.from(done.row, (row, i) => `${row} ${done.codes[done.code[i]].slice(7)}${done.listed[i] ? "" : " (noted)"}`),
    problems: problems.map((p) => `${p.code.slice(7)} ${p.params.count ?? p.params.periods ?? ""}`.trim()),
  };
}

const n = Number.NaN;
const long = { period: "P", value: "V" };

it("reads rows of persons and quarters in whatever words", async () => {
  const { a, b, said } = await read(
    "Id;P;V\na;K1 2023;1\na;2. kvartal 2023;2\na;2023-Q3;3\na;01-10-2023;4\nb;2023Q1;5\nb;2023Q1;6\nc;2023Q1;7\nb;Q5;1\nb;2022Q4;8\n",
    long,
  );
  expect([a, b]).toEqual([
    [1, 2, 3, 4],
    [5, n, n, n],
  ]);
  expect(said).toEqual(["7 reading-again", "8 unknown-person", "9 unreadable-period"]);
});

it("adds up months where all three are there, or where no row means none", async () => {
  const file = "Id;P;V\na;jan 2023;1\na;feb 2023;2\na;mar 2023;3\na;apr 2023;4\nb;2023-01;5\nb;2023-02;\n";
  const summed = await read(file, { ...long, combine: "sum" });
  expect([summed.a, summed.b]).toEqual([
    [6, n, n, n],
    [n, n, n, n],
  ]);
  expect(summed.problems).toEqual(["measure-periods-absent 2023Q3, 2023Q4", "measure-partial 2"]);
  const zero = await read(file, { ...long, combine: "sum", absent: "zero" });
  expect([zero.a, zero.b]).toEqual([
    [6, 4, n, n],
    [n, 0, n, n],
  ]);
});

it("takes the mean, first, last, smallest or largest of dated readings, by date rather than by row", async () => {
  const file = "Id;Dato;V\na;20-02-2023;3\na;10-01-2023;1\na;31-03-2023;8\nb;01-04-2023;2\n";
  const by = async (combine?: string) => (await read(file, { on: "Dato", value: "V", combine })).a[0];
  expect([await by("mean"), await by("sum"), await by("first"), await by("last"), await by("min"), await by("max")]).toEqual([
    4, 12, 1, 8, 1, 8,
  ]);
  const plain = await read(file, { on: "Dato", value: "V" });
  expect(plain.a[0]).toBe(1);
  expect(plain.said).toEqual(["2 reading-again", "4 reading-again"]);
});

it("carries a reading forward as far as declared, and says how often", async () => {
  const { a, problems } = await read("Id;P;V\na;2023Q1;5\nb;2023Q4;1\n", { ...long, carry: 2 });
  expect(a).toEqual([5, 5, 5, n]);
  expect(problems).toEqual(["measure-periods-absent 2023Q2, 2023Q3", "measure-carried 2"]);
});

it("shares a school year by days, repeats it, or leaves it out", async () => {
  const file = "Id;P;V\na;2022/23;36,5\na;2023/24;36,6\nb;2022/23;10\n";
  const shared = await read(file, { ...long, longer: "share" }, { period: "year" });
  // 212 of 365 days, and 153 of 366.
  expect(shared.a[0]).toBeCloseTo((36.5 * 212) / 365 + (36.6 * 153) / 366, 12);
  expect(shared.b[0]).toBeNaN();
  expect((await read(file, { ...long, longer: "repeat" })).a).toEqual([36.5, 36.5, 36.6, 36.6]);
  expect((await read(file, long)).said).toEqual(["2 period-spans", "3 period-spans", "4 period-spans"]);
});

it("reads a wide file as before, one of months, and one a year from several files", async () => {
  const wide = await read(
    "Id;2023-K1;2023-K2\na;1;-2\na;5;5\nc;1;1\nb;95;3\n",
    { columns: "{year}-K{quarter}" },
    { unit: "days" },
  );
  expect([wide.a, wide.b]).toEqual([
    [1, n, n, n],
    [n, 3, n, n],
  ]);
  expect(wide.said).toEqual([
    "2 out-of-range (noted)",
    "3 duplicate-person",
    "4 unknown-person",
    "5 more-days-than-period (noted)",
  ]);
  const months = await read("Id;jan 2023;feb 2023;mar 2023\na;1;2;3\n", { columns: "{monthName} {year}", combine: "mean" });
  expect(months.a[0]).toBe(2);
  const files = await read(["Id;2023-K1\na;1\nb;2\n", "Id;2023-K2\na;3\nb;\n"], { columns: "{year}-K{quarter}", absent: "zero" });
  expect([files.a, files.b]).toEqual([
    [1, 3, n, n],
    [2, n, n, n],
  ]);
});

it("sets aside days that are possible one by one and not together", async () => {
  const { a, problems } = await read("Id;P;V\na;2023Q1;60\na;2023Q1;60\n", { ...long, combine: "sum" }, { unit: "days" });
  expect(a[0]).toBeNaN();
  expect(problems).toContain("measure-more-days 1");
});

it("refuses a column that may be months or school years", async () => {
  await expect(read("Id;P;V\na;2011-12;1\n", long)).rejects.toThrow(/2011-12 may be a month or a school year/);
});

it.each<[string, object, string]>([
  ["two shapes", { columns: "{year}", period: "P", value: "V" }, "measure-shape"],
  ["none", {}, "measure-shape"],
  ["a long file without a value", { period: "P" }, "measure-value"],
  ["a wide file with one", { columns: "{year}-K{quarter}", value: "V" }, "measure-value"],
  ["a pattern of nothing", { columns: "K{quarter}" }, "pattern-unusable"],
  ["a pattern without its column", { columns: "{year}K{quarter}", pattern: "{year}" }, "pattern-without-period"],
  ["months in quarters", { columns: "{year}-{month}" }, "combine-needed"],
  ["years in quarters", { columns: "{year}" }, "longer-needed"],
  ["dates that are longer", { on: "D", value: "V", longer: "repeat" }, "longer-without-use"],
  ["a shared mean", { ...long, longer: "share", combine: "mean" }, "share-is-sum"],
])("refuses %s", (_, asked, code) => {
  const found: string[] = [];
  const measure = measureOptions.parse({ file: "f", person: "Id", ...asked });
  measureProblems({ m: measure }, "quarter", (_path, what) => found.push(what));
  expect(found).toContain(code);
});
