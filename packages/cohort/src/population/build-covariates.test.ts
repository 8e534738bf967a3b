import { dayFromIso, type KontrafaktError, type Problem } from "@kontrafakt/base";
import { describe, expect, it } from "vitest";
import { createLedger } from "../ledger/create-ledger.js";
import { peopleOptions } from "../options/people-options.js";
import type { CategoryColumn, Column } from "../table/table.js";
import { buildCovariates, missingCovariate } from "./build-covariates.js";
import type { People } from "./read-people.js";

type Cells = readonly (string | number | null)[];

const column = (cells: Cells, declared?: readonly string[]): Column => {
  if (cells.some((cell) => typeof cell === "number")) {
    return { type: "number", values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : (cell as number))) };
  }
  const levels = declared ?? [...new Set(cells.filter((cell) => cell !== null))];
  const values = Int32Array.from(cells, (cell) => (cell === null ? -1 : levels.indexOf(cell as string)));
  return { type: "category", values, levels, ...(declared ? { declared: true } : {}) } as CategoryColumn;
};

/** Covariates of people given by their cells, and what was said. */
function build(given: Record<string, Column>, options: object, kept?: readonly number[]) {
  const rows = Math.max(1, ...Object.values(given).map(({ values }) => values.length));
  const ledger = createLedger();
  ledger.open("people.csv", "people");
  const people = {
    table: {
      kind: "table",
      file: "people.csv",
      parts: ["people.csv"],
      rows,
      origin: Int32Array.from({ length: rows }, (_, i) => i + 2),
      columns: new Map(Object.entries(given).map(([name, of]) => [`covariate:${name}`, of])),
    },
    units: rows,
    rowOf: Int32Array.from({ length: rows }, (_, i) => i),
    born: new Int32Array(rows).fill(dayFromIso("2010-07-01")),
  } as unknown as People;
  const parsed = peopleOptions.parse({ file: "people.csv", person: "Id", born: "Født", start: "Start", ...options });
  const problems: Problem[] = [];
  const units = Int32Array.from(kept ?? Array.from({ length: rows }, (_, i) => i));
  const covariates = buildCovariates(people, parsed, units, dayFromIso("2020-07-01"), { ledger, problems });
  const { row, code, codes, column: columns } = ledger.finish();
  return {
    values: Object.fromEntries(covariates.map(({ name, values }) => [name, [...values]])),
    names: covariates.map(({ name }) => name),
    problems: problems.map(({ code, params }) => ({ code, ...params })),
    missing: missingCovariate(people, parsed),
    noted: Array.from(row, (line, i) => [line, codes[code[i]], columns[i]]),
  };
}

describe("covariates", () => {
  it("of a category: an indicator for each level but the first in order of code units", () => {
    const { values, problems } = build({ x: column(["b", "a", "c", "b"]) }, { covariates: { x: "X" } });
    expect(values).toEqual({ "x=b": [1, 0, 0, 1], "x=c": [0, 0, 1, 0] });
    expect(problems).toEqual([]);
  });

  it("take declared levels in their order, the first as base, and tell those that nobody has", () => {
    const x = column(["c", "a", "c"], ["c", "b", "a"]);
    const { values, problems } = build({ x }, { covariates: { x: { column: "X", levels: ["c", "b", "a"] } } });
    expect(values).toEqual({ "x=a": [0, 1, 0] });
    expect(problems).toEqual([{ code: "cohort/levels-absent", covariate: "x", levels: "b" }]);
  });

  it("take another base", () => {
    const options = { covariates: { x: { column: "X", reference: "c" } } };
    expect(build({ x: column(["b", "a", "c"]) }, options).values).toEqual({ "x=a": [0, 1, 0], "x=b": [1, 0, 0] });
    const absent = build({ x: column(["b", "a"]) }, options);
    expect(absent.names).toEqual(["x=b"]);
    expect(absent.problems).toEqual([{ code: "cohort/reference-absent", covariate: "x", reference: "c", base: "a" }]);
  });

  it("lump rare levels, never a declared base", () => {
    const cells = ["a", "a", "a", "b", "c", "c", "d"];
    const lumped = build({ x: column(cells) }, { covariates: { x: { column: "X", lump: 3, other: "andet" } } });
    expect(lumped.values).toEqual({ "x=andet": [0, 0, 0, 1, 1, 1, 1] });
    expect(lumped.problems).toEqual([{ code: "cohort/levels-lumped", covariate: "x", levels: 3, count: 4, other: "andet" }]);
    const based = build({ x: column(cells) }, { covariates: { x: { column: "X", lump: 3, reference: "d" } } });
    expect(based.names).toEqual(["x=a", "x=other"]);
    const joined = build({ x: column([...cells, "other", "other", "other"]) }, { covariates: { x: { column: "X", lump: 3 } } });
    expect(joined.values["x=other"]).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
  });

  it("of yes and no are one indicator", () => {
    const x = column(["yes", "no", "yes"], ["no", "yes"]);
    expect(build({ x }, { covariates: { x: { column: "X", type: "boolean" } } }).values).toEqual({ x: [1, 0, 1] });
    expect(build({ x }, { covariates: { x: "X" } }).values).toEqual({ x: [1, 0, 1] });
  });

  it("of birth: age at the window's first day or on a day, the year, and the day", () => {
    const covariates = {
      a: { type: "age" },
      b: { type: "age", on: "2011-07-01" },
      c: { type: "birthYear" },
      d: { type: "born" },
    };
    expect(build({}, { covariates }).values).toEqual({
      a: [3653 / 365.25],
      b: [365 / 365.25],
      c: [2010],
      d: [dayFromIso("2010-07-01")],
    });
  });

  it("that are missing leave people out, unless declared an indicator", () => {
    const columns = { x: column(["a", null, "b", "b"]), y: column([1, 2, null, 6]) };
    const covariates = { x: "X", y: { column: "Y", type: "number", missing: "indicator" } };
    const excluded = build(columns, { covariates }, [0, 2, 3]);
    expect(excluded.missing).toEqual(["", "X", "", ""]);
    expect(excluded.values).toEqual({ "x=b": [0, 1, 1], y: [1, 3.5, 6], "y=missing": [0, 1, 0] });
    expect(excluded.problems).toEqual([{ code: "cohort/covariate-filled-count", covariate: "y", count: 1 }]);
    expect(excluded.noted).toEqual([[4, "cohort/covariate-filled", "Y"]]);

    const kept = build(columns, { covariates: { x: "X", y: { column: "Y", type: "number" } }, missingCovariates: "indicator" });
    expect(kept.missing).toEqual(["", "", "", ""]);
    expect(kept.values).toEqual({ "x=b": [0, 0, 1, 1], "x=missing": [0, 1, 0, 0], y: [1, 2, 3, 6], "y=missing": [0, 0, 1, 0] });
    expect(Object.values(kept.values).flat().some(Number.isNaN)).toBe(false);
  });

  it("that say missing are missing where that has an indicator", () => {
    const { values } = build(
      { x: column(["a", "missing", "b", null]) },
      { covariates: { x: "X" }, missingCovariates: "indicator" },
    );
    expect(values).toEqual({ "x=b": [0, 0, 1, 0], "x=missing": [0, 1, 0, 1] });
  });

  it("have no indicator where nobody lacks them", () => {
    const { names } = build({ x: column(["a", "b"]) }, { covariates: { x: "X" }, missingCovariates: "indicator" });
    expect(names).toEqual(["x=b"]);
  });

  it("that compare nothing are told, and refused where nobody has them", () => {
    expect(build({ x: column(["a", "a"]) }, { covariates: { x: "X" } }).problems).toEqual([
      { code: "cohort/covariate-constant", covariate: "x" },
    ]);
    const options = { covariates: { x: { column: "X", type: "number", missing: "indicator" } } };
    const nobody = { type: "number", values: new Float64Array(2).fill(Number.NaN) } as const;
    expect(() => build({ x: nobody }, options)).toThrow(/nobody who is analysed has a value of the covariate x/);
    const street = column(Array.from({ length: 201 }, (_, i) => `vej ${i}`));
    const error = (() => {
      try {
        build({ x: street }, { covariates: { x: "X" } });
      } catch (e) {
        return e as KontrafaktError;
      }
    })();
    expect(error?.problems[0]).toMatchObject({ code: "cohort/too-many-levels", params: { levels: 201, limit: 200 } });
    expect(build({ x: street }, { covariates: { x: { column: "X", lump: 2 } } }).names).toEqual([]);
  });
});
