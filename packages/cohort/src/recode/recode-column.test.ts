import { NO_DAY } from "@kontrafakt/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ColumnRecode, columnRecodeOptions } from "../options/recode-options.js";
import type { CategoryColumn } from "../table/table.js";
import type { CodeList } from "./code-list.js";
import { recodeColumn } from "./recode-column.js";
import { valueRecoder } from "./value-recoder.js";

const column = (cells: readonly (string | null)[]): CategoryColumn => {
  const levels = [...new Set(cells.filter((cell) => cell !== null))];
  return { type: "category", levels, values: Int32Array.from(cells, (cell) => (cell === null ? -1 : levels.indexOf(cell))) };
};
const cellsOf = ({ values, levels }: CategoryColumn) => Array.from(values, (code) => (code < 0 ? null : levels[code]));
const recoded = (cells: readonly (string | null)[], recode: unknown) => {
  const done = recodeColumn(column(cells), valueRecoder(columnRecodeOptions.parse(recode), undefined));
  const said = Array.from(done.remarks.row, (_, i) => {
    const { row, outcome } = done.remarks.at(i);
    return [row, outcome.fault ?? "respelled", outcome.left];
  });
  return { cells: cellsOf(done.column), said, levels: done.column.levels, declared: done.column.declared };
};

describe("recoding a column", () => {
  it("goes missing, digits, codes, levels", () => {
    const recode = { missing: [9], digits: 4, codes: { "0101": "København", "0751": "Aarhus" }, levels: ["Aarhus", "København"] };
    expect(recoded(["9", "101", "0751", "aarhus", "Odense", null], recode)).toEqual({
      cells: [null, "København", "Aarhus", "Aarhus", null, null],
      said: [
        [3, "respelled", false],
        [4, "cohort/code-unmapped", false],
      ],
      levels: ["Aarhus", "København"],
      declared: true,
    });
  });

  it.each([
    ["keep", ["a", "?"], false],
    ["missing", ["a", null], false],
    ["list", ["a", null], true],
  ])("others: %s", (others, cells, left) => {
    const done = recoded(["x", "?"], { codes: { x: "a" }, others });
    expect(done.cells).toEqual(cells);
    expect(done.said).toEqual([[1, "cohort/code-unmapped", left]]);
  });

  it("puts zeros in front of identifiers, and says where it cannot", () => {
    const done = recoded(["102031234", "0102031234", "1020312345678", "010203-1234", "1,02E+09"], { digits: 10 });
    expect(done.cells).toEqual(["0102031234", "0102031234", "1020312345678", "010203-1234", "1,02E+09"]);
    expect(done.said.map(([row, fault]) => [row, fault])).toEqual([2, 3, 4].map((row) => [row, "cohort/not-digits"]));
    expect(done.levels).toHaveLength(4);
  });

  it("reads yes and no in the languages, and blanks as no where declared", () => {
    expect(recoded(["Ja", "NEJ", "Kyllä", "Usant", "måske", null], { boolean: true })).toEqual({
      cells: ["yes", "no", "yes", "no", null, null],
      said: [[4, "cohort/not-yes-or-no", false]],
      levels: ["no", "yes"],
      declared: true,
    });
    const ticked = recodeColumn(
      column(["x", null, "?"]),
      valueRecoder({ boolean: "ticked" }, undefined, { missing: ["?"] }),
      undefined,
      "no",
    );
    expect(cellsOf(ticked.column)).toEqual(["yes", "no", null]);
  });

  it("with codes to themselves changes nothing, and a second time nothing either", () => {
    const cell = fc.oneof(fc.constant(null), fc.string({ maxLength: 3 }), fc.constantFrom("__proto__", "constructor", "a", "b"));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
        const before = column(cells);
        const codes = Object.fromEntries(before.levels.filter((l) => l.trim() !== "").map((level) => [level, level] as const));
        fc.pre(before.levels.every((level) => level === level.trim() && !/[-–*]/.test(level)));
        const recoder = () => valueRecoder({ codes, others: "keep" }, undefined);
        const once = recodeColumn(before, recoder());
        expect(once.column).toEqual(before);
        expect(recodeColumn(once.column, recoder()).column).toEqual(before);
      }),
    );
  });

  it("settled once stays settled: levels, digits and yes or no", () => {
    const cells = fc.array(fc.constantFrom("1", "01", "Ja", "nej", "x", "grundskole", "Grundskole ", null), { maxLength: 12 });
    const recodes: ColumnRecode[] = [{ digits: 4 }, { boolean: true }, { levels: ["grundskole", "x"] }];
    fc.assert(
      fc.property(cells, fc.constantFrom(...recodes), (given, recode) => {
        const once = recodeColumn(column(given), valueRecoder(recode, undefined)).column;
        const twice = recodeColumn(once, valueRecoder(recode, undefined)).column;
        expect(cellsOf(twice)).toEqual(cellsOf(once));
      }),
    );
  });

  it("by a dated list equals looking up row by row", () => {
    const piece = fc.record({ from: fc.integer({ min: -5, max: 30 }), value: fc.constantFrom("x", "y", "z", undefined) });
    const pieces = fc.array(piece, { minLength: 1, maxLength: 4 }).map((given) => {
      const sorted = [...given].sort((a, b) => a.from - b.from);
      return sorted.map(({ value, from }, k) => ({ value, from: k === 0 ? NO_DAY : from }));
    });
    const row = fc.tuple(fc.constantFrom("a", "b", "c", null), fc.oneof(fc.integer({ min: -10, max: 40 }), fc.constant(NO_DAY)));
    const others = fc.constantFrom("keep" as const, "missing" as const, "list" as const);
    fc.assert(
      fc.property(fc.record({ a: pieces, b: pieces }), fc.array(row, { maxLength: 25 }), others, (meanings, rows, policy) => {
        const list: CodeList = {
          find: (text) => (text === "c" ? undefined : { respelled: false, pieces: meanings[text as "a" | "b"] }),
        };
        const days = Int32Array.from(rows, ([, day]) => day);
        const done = recodeColumn(column(rows.map(([code]) => code)), valueRecoder({ others: policy }, list), days);
        const wanted = rows.map(([code, day]) => {
          if (code === null) return null;
          const all = code === "c" ? [] : meanings[code as "a" | "b"];
          const known = [...new Set(all.map(({ value }) => value).filter((value) => value !== undefined))];
          const found =
            day === NO_DAY ? (known.length === 1 ? known[0] : undefined) : all.filter(({ from }) => from <= day).at(-1)?.value;
          return found ?? (policy === "keep" ? code : null);
        });
        expect(cellsOf(done.column)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
});
