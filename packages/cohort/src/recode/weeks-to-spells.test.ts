import { dayFromIso, isoFromDay, isoWeek, mondayOfIsoWeek } from "@kontrafakt/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekPattern } from "./week-pattern.js";
import { type WeekColumn, weeksToSpells } from "./weeks-to-spells.js";

/** A week's column from cell texts; blank is none. */
function column(monday: number, cells: readonly string[]): WeekColumn {
  const levels = [...new Set(cells)].filter((cell) => cell !== "");
  return { monday, levels, values: Int32Array.from(cells, (cell) => levels.indexOf(cell)) };
}

const shown = (columns: readonly WeekColumn[], rows: number) => {
  const spells = weeksToSpells(columns, rows);
  return Array.from(spells.row, (row, k) => [
    row,
    spells.levels[spells.code[k]],
    isoFromDay(spells.from[k]),
    isoFromDay(spells.to[k]),
  ]);
};

describe("weekly codes", () => {
  it("become spells that merge while the code stays, over week 53 and New Year", () => {
    const read = weekPattern("y_{yy}{week}");
    const table = {
      y_2052: ["651", "", "730"],
      y_2053: ["651", "", "731"],
      y_2101: ["651", "730", "731"],
    };
    const columns = Object.entries(table).map(([header, cells]) => column(read(header) as number, cells));
    expect(shown(columns, 3)).toEqual([
      [0, "651", "2020-12-21", "2021-01-10"],
      [1, "730", "2021-01-04", "2021-01-10"],
      [2, "730", "2020-12-21", "2020-12-27"],
      [2, "731", "2020-12-28", "2021-01-10"],
    ]);
    expect(shown(columns.toReversed(), 3)).toEqual(shown(columns, 3));
  });

  it("end at a blank and at a week without a column", () => {
    const monday = dayFromIso("2024-01-01");
    const columns = [column(monday, ["a"]), column(monday + 7, [""]), column(monday + 14, ["a"]), column(monday + 28, ["a"])];
    expect(shown(columns, 1)).toEqual([
      [0, "a", "2024-01-01", "2024-01-07"],
      [0, "a", "2024-01-15", "2024-01-21"],
      [0, "a", "2024-01-29", "2024-02-04"],
    ]);
  });

  it("refuse a week twice, and are nothing without columns", () => {
    expect(() => weeksToSpells([column(4, ["a"]), column(4, ["a"])], 1)).toThrow("two columns");
    expect(shown([], 3)).toEqual([]);
  });

  it("cover exactly the days of their cells, each once, and never touch a neighbour of the same code", () => {
    const weeks = fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 12 });
    const cell = fc.constantFrom("", "", "651", "730", "__proto__");
    const table = weeks.chain((which) =>
      fc.record({
        which: fc.constant(which),
        cells: fc.array(fc.array(cell, { minLength: which.length, maxLength: which.length }), { maxLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(table, ({ which, cells }) => {
        const mondays = which.map((w) => mondayOfIsoWeek(2020, 45) + 7 * w);
        const spells = weeksToSpells(
          mondays.map((monday, w) =>
            column(
              monday,
              cells.map((row) => row[w]),
            ),
          ),
          cells.length,
        );
        const byDay = new Map<string, string>();
        for (let k = 0; k < spells.row.length; k++) {
          for (let day = spells.from[k]; day <= spells.to[k]; day++) {
            const key = `${spells.row[k]} ${day}`;
            expect(byDay.has(key)).toBe(false);
            byDay.set(key, spells.levels[spells.code[k]]);
          }
          const before = k > 0 && spells.row[k - 1] === spells.row[k];
          if (before) expect(spells.from[k] > spells.to[k - 1] + 1 || spells.code[k] !== spells.code[k - 1]).toBe(true);
        }
        const weekOf = (day: number) => `${isoWeek(day).year} ${isoWeek(day).week}`;
        const place = new Map(mondays.map((monday, w) => [weekOf(monday), w]));
        for (let row = 0; row < cells.length; row++) {
          for (let day = mondayOfIsoWeek(2020, 45) - 7; day < mondayOfIsoWeek(2020, 45) + 7 * 16; day++) {
            const w = place.get(weekOf(day));
            const wanted = w === undefined || cells[row][w] === "" ? undefined : cells[row][w];
            expect(byDay.get(`${row} ${day}`)).toBe(wanted);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
