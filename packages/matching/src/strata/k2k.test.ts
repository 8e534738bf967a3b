import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactStrata } from "./exact-strata.js";
import { k2k } from "./k2k.js";

const input = fc.integer({ min: 1, max: 24 }).chain((n) =>
  fc.record({
    x: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2 * n, maxLength: 2 * n }),
    treated: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }),
    strata: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n }),
  }),
);

describe("k2k", () => {
  it("lets treated choose the nearest free control of their stratum in data order, by the published tie rule", () => {
    fc.assert(
      fc.property(input, ({ x, treated, strata: codes }) => {
        const isTreated = Uint8Array.from(treated);
        const strata = exactStrata({ columns: [codes], treated: isTreated });
        const pairs = k2k({ strata, isTreated, coordinates: Float64Array.from(x), dimensions: 2 });
        const rows = Array.from(isTreated.keys());
        const line = rows.filter((r) => strata.of[r] >= 0).sort((a, b) => x[2 * a] - x[2 * b] || a - b);
        const used = new Set<number>();
        const expected = new Map<number, number>();
        for (const i of rows.filter((r) => isTreated[r] === 1)) {
          const distance = (c: number): number => (x[2 * i] - x[2 * c]) ** 2 + (x[2 * i + 1] - x[2 * c + 1]) ** 2;
          const way = (c: number): number => line.indexOf(c) - line.indexOf(i);
          const free = rows.filter(
            (c) => isTreated[c] === 0 && strata.of[c] >= 0 && strata.of[c] === strata.of[i] && !used.has(c),
          );
          free.sort((a, b) => distance(a) - distance(b) || Math.abs(way(b)) - Math.abs(way(a)) || way(b) - way(a));
          if (free.length === 0) continue;
          used.add(free[0]);
          expected.set(i, free[0]);
        }
        expect(new Map(Array.from(pairs.treated, (t, a) => [t, pairs.control[a]]))).toEqual(expected);
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });
});
