import { dayFromIso, type KontrafaktError } from "@kontrafakt/base";
import { describe, expect, it } from "vitest";
import type { CategoryColumn, Column, Table } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { type Guard, guardTable } from "./guard-table.js";
import { families } from "./identifier.js";
import { unreadIdentifiers } from "./unread-columns.js";

const guard: Guard = { families, asOf: dayFromIso("2025-01-31"), otherColumns: "refuse" };

function category(...cells: readonly string[]): CategoryColumn {
  const levels = [...new Set(cells)];
  return { type: "category", levels, values: Int32Array.from(cells, (cell) => levels.indexOf(cell)) };
}

function table(columns: Readonly<Record<string, Column>>): Table {
  const detected = {
    encoding: "utf-8",
    delimiter: ";",
    decimal: ",",
    dates: "",
    header: Object.keys(columns),
  } as unknown as Table["detected"];
  const rows = Object.values(columns)[0].values.length;
  return {
    kind: "table",
    file: "a.csv",
    parts: ["a.csv"],
    rows,
    origin: Int32Array.from({ length: rows }, (_, i) => i + 2),
    columns: new Map(Object.entries(columns)),
    detected,
    detectedParts: [detected],
  };
}

const asked = (columns: Readonly<Record<string, Column>>, identifier = "") =>
  Object.fromEntries(
    Object.entries(columns).map(([key, { type }]) => [
      key,
      { header: key, type, identifier: key === identifier } as ColumnRequest,
    ]),
  );
const pass = (columns: Readonly<Record<string, Column>>, identifier = "", more: Partial<Guard> = {}) =>
  guardTable(table(columns), { columns: asked(columns, identifier) }, { ...guard, ...more });
const texts = (column: Column | undefined) =>
  Array.from((column as CategoryColumn).values, (code) => (column as CategoryColumn).levels[code]);

describe("the column of the person", () => {
  it("gets one way of writing, and two ways become one level", () => {
    const id = category("250947-9989", "210300-9996", "2509479989", "ukendt", "504899756");
    const { table: guarded, problems } = pass({ id }, "id");
    expect(texts(guarded.columns.get("id"))).toEqual(["2509479989", "2103009996", "2509479989", "ukendt", "0504899756"]);
    expect((guarded.columns.get("id") as CategoryColumn).levels).toHaveLength(4);
    expect(problems.map(({ code, severity, where, params }) => ({ code, severity, where, params }))).toEqual([
      {
        code: "cohort/identifiers-replaced",
        severity: "note",
        where: { file: "a.csv", column: "id" },
        params: { kind: "CPR", percent: 80 },
      },
    ]);
  });

  it("with ids of a system stays as it is, and nothing is said", () => {
    const id = category("B10342", " b1", "10342");
    const { table: guarded, problems } = pass({ id }, "id");
    expect(guarded.columns.get("id")).toEqual(id);
    expect(problems).toEqual([]);
  });
});

describe("another column", () => {
  const note = category("ingen", "se også 210300-9996", "mor er 250947-9989, far ukendt");
  it("is refused, every one of them named", () => {
    try {
      pass({ id: category("a", "b", "c"), note, code: category("131052-308T", "", "") }, "id");
      expect.unreachable();
    } catch (error) {
      const { problems, message } = error as KontrafaktError;
      expect(problems.map(({ code, where }) => [code, where.column])).toEqual([
        ["cohort/identifier-in-column", "note"],
        ["cohort/identifier-in-column", "code"],
      ]);
      expect(message).toContain('a.csv, column "note": the column holds national identifiers (CPR, 67% of the cells)');
      expect(message).not.toMatch(/\d{6}/);
    }
  });

  it("is masked where the study says so, numbers becoming missing", () => {
    const amount: Column = { type: "number", values: Float64Array.of(2509479989, 2103009996, 504899756, 2202789083, 12.5) };
    const five = category("x", "y 210300-9996", "y 250947-9989", "z", "z");
    const { table: guarded, problems } = pass({ note: five, amount }, "", { otherColumns: "mask" });
    expect(texts(guarded.columns.get("note"))).toEqual(["x", "y ######-####", "y ######-####", "z", "z"]);
    expect(guarded.columns.get("amount")?.values).toEqual(Float64Array.of(Number.NaN, Number.NaN, Number.NaN, Number.NaN, 12.5));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["cohort/identifier-masked", "warning"],
      ["cohort/identifier-masked", "warning"],
    ]);
  });

  it("that the study does not read is named with its kind and share", () => {
    const columns = [
      { header: "Mors CPR", cells: ["250947-9989", "", "210300-9996"] },
      { header: "Beløb", cells: ["12,50", "1000"] },
      { header: "Notat", cells: ["søn 131052-308T", "intet", "intet", "intet"] },
    ];
    expect(
      unreadIdentifiers("a.csv", columns, guard).map(({ code, where, params }) => [
        code,
        where.column,
        params.kind,
        params.percent,
      ]),
    ).toEqual([
      ["cohort/identifier-unread", "Mors CPR", "CPR", 100],
      ["cohort/identifier-unread", "Notat", "henkilötunnus (FI)", 25],
    ]);
    expect(unreadIdentifiers("a.csv", columns, { ...guard, families: ["se"] })).toEqual([]);
  });
});
