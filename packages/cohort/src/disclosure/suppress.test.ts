import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AdditiveTable, crossTable, partsTable } from "./additive-table.js";
import { feasibleRange, type Range } from "./feasible-range.js";
import { suppressAmounts, suppressCounts, type Told } from "./suppress.js";

const T = 5;
const rangeOf = (told: Told): Range | undefined =>
  told === "shown" ? undefined : told === "few" ? { low: 1, high: T - 1 } : { low: T, high: Number.POSITIVE_INFINITY };

/** Every table of whole numbers that agrees with what is told, by trying them all: the least and greatest of each cell. */
function oracle({ nodes, cells }: AdditiveTable, told: readonly Told[], most: number): Range[] {
  const hidden = told.flatMap((t, k) => (t === "shown" ? [] : [k]));
  const values = cells.map((c) => c.value);
  const found = cells.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
  const fits = () => {
    const balance = new Array<number>(nodes).fill(0);
    cells.forEach(({ from, to }, k) => {
      balance[from] -= values[k];
      balance[to] += values[k];
    });
    return balance.every((b, node) => node === 0 || b === 0);
  };
  const fill = (i: number) => {
    if (i === hidden.length) {
      if (!fits()) return;
      values.forEach((v, k) => {
        found[k] = { low: Math.min(found[k].low, v), high: Math.max(found[k].high, v) };
      });
      return;
    }
    const { low, high } = rangeOf(told[hidden[i]]) as Range;
    for (let v = low; v <= Math.min(high, most); v++) {
      values[hidden[i]] = v;
      fill(i + 1);
    }
  };
  fill(0);
  return found;
}

const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 12 }));

describe("parts of a total", () => {
  const told = (parts: number[]) => {
    const total = parts.reduce((a, b) => a + b, 0);
    const found = suppressCounts(partsTable(parts, total), T);
    return [...found.told.map((t, k) => (t === "shown" ? [...parts, total][k] : t)), found.safe];
  };

  it("one small part takes the smallest other that leaves it free", () => {
    expect(told([3, 8, 20])).toEqual(["few", "besides", 20, 31, true]);
    expect(told([0, 7, 20])).toEqual([0, 7, 20, 27, true]);
  });

  it("two small parts that their sum would give away take a third", () => {
    expect(told([1, 1, 9, 30])).toEqual(["few", "few", "besides", 30, 41, true]);
    expect(told([2, 3, 9, 30])).toEqual(["few", "few", 9, 30, 44, true]);
  });

  it("a total that is small itself is withheld with its part", () => {
    expect(told([2])).toEqual(["few", "few", true]);
  });

  it("where no other part has room, the total goes", () => {
    expect(told([2, 6])).toEqual(["few", 6, "besides", true]);
  });
});

describe("the audit", () => {
  it("finds exactly what trying every table finds", () => {
    const state = fc.constantFrom<Told>("shown", "besides");
    const line = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(fc.tuple(line, line), fc.array(state, { minLength: 9, maxLength: 9 }), (rows, states) => {
        const table = crossTable(rows);
        const told = table.cells.map(({ value }, k): Told => (value === 0 ? "shown" : value < T ? "few" : states[k]));
        if (told.filter((t) => t === "besides").length > 2 || told.filter((t) => t !== "shown").length > 6) return;
        const known = told.map(rangeOf);
        // No count is above 24; what can reach 32 has no end.
        const tried = oracle(table, told, 32);
        table.cells.forEach((_, k) => {
          const { low, high } = feasibleRange(table, known, k);
          expect([low, Math.min(high, 32)]).toEqual([tried[k].low, tried[k].high]);
        });
      }),
      { numRuns: 80 },
    );
  });
});

describe("tables with margins", () => {
  it("every small count can still be anything a small count is", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 5 })
          .chain((width) => fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })),
        (rows) => {
          const table = crossTable(rows);
          const { told, safe } = suppressCounts(table, T);
          const known = told.map(rangeOf);
          table.cells.forEach(({ value }, k) => {
            if (value > 0 && value < T) expect(told[k]).toBe("few");
            else expect(told[k]).not.toBe("few");
            if (value === 0) expect(told[k]).toBe("shown");
            if (told[k] === "few" && safe) expect(feasibleRange(table, known, k)).toEqual({ low: 1, high: T - 1 });
          });
          const withheld = told.filter((t) => t !== "shown").length;
          if (rows.flat().every((v) => v === 0 || v >= T)) expect(withheld).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("gives back what it need not withhold: no secondary cell can be shown", () => {
    fc.assert(
      fc.property(fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }), (rows) => {
        const table = crossTable(rows);
        const { told, safe } = suppressCounts(table, T);
        if (!safe) return;
        told.forEach((t, k) => {
          if (t !== "besides") return;
          const known = told.map((other, j) => (j === k ? undefined : rangeOf(other)));
          const free = told.every((other, j) => {
            if (other !== "few") return true;
            const { low, high } = feasibleRange(table, known, j);
            return low === 1 && high === T - 1;
          });
          expect(free).toBe(false);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("a table of roomy counts with one small cell hides a square of four", () => {
    const { told, safe } = suppressCounts(
      crossTable([
        [3, 40, 50],
        [30, 20, 60],
        [70, 80, 90],
      ]),
      T,
    );
    expect(safe).toBe(true);
    expect(told.slice(0, 9)).toEqual(["few", "besides", "shown", "besides", "besides", "shown", "shown", "shown", "shown"]);
    expect(told.slice(9).every((t) => t === "shown")).toBe(true);
  });
});

describe("amounts", () => {
  it("a withheld amount takes the smallest others that close a cycle, whatever their sign", () => {
    const table = crossTable([
      [-3, 40, 500],
      [30, -5, 600],
    ]);
    const { told, safe } = suppressAmounts(
      table,
      table.cells.map((_, k) => k === 0),
    );
    expect(safe).toBe(true);
    expect(told.slice(0, 6)).toEqual(["few", "besides", "shown", "besides", "besides", "shown"]);
  });

  it("a payer of one consequence is withheld with it, and another with both", () => {
    const table = crossTable([
      [90, 10],
      [70, 0],
      [50, 0],
    ]);
    const { told, safe } = suppressAmounts(
      table,
      table.cells.map((_, k) => k === 1),
    );
    expect(safe).toBe(true);
    expect(told.filter((t) => t !== "shown").length).toBeGreaterThan(1);
  });

  it("an amount that is the whole is hidden with it", () => {
    const { told, safe } = suppressAmounts(partsTable([7], 7), [true, false]);
    expect([told, safe]).toEqual([["few", "besides"], true]);
  });
});
