import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byStratum } from "./by-stratum.js";
import { exactStrata } from "./exact-strata.js";
import { stratumWeights } from "./stratum-weights.js";

const people = fc.integer({ min: 1, max: 30 }).chain((n) => {
  const column = fc
    .array(fc.constantFrom(0, -0, 1, 2.5, Number.NaN), { minLength: n, maxLength: n })
    .map((v) => Float64Array.from(v));
  const flags = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }).map((v) => Uint8Array.from(v));
  return fc.record({
    columns: fc.array(column, { maxLength: 3 }),
    treated: flags,
    eligible: fc.option(flags, { nil: undefined }),
  });
});
const rule = { numRuns: 150, seed: 20261122 };

describe("exactStrata", () => {
  it("puts two rows together exactly where they agree in every column, if both arms are there", () => {
    fc.assert(
      fc.property(people, (input) => {
        const { columns, treated, eligible } = input;
        const rows = Array.from(treated.keys());
        const agree = (a: number, b: number): boolean =>
          (eligible?.[a] ?? 1) === 1 && (eligible?.[b] ?? 1) === 1 && columns.every((c) => c[a] === c[b]);
        const strata = exactStrata(input);
        for (const r of rows) {
          const mates = rows.filter((other) => agree(r, other));
          const kept = mates.some((m) => treated[m] === 1) && mates.some((m) => treated[m] === 0);
          expect(rows.filter((other) => strata.of[r] >= 0 && strata.of[other] === strata.of[r])).toEqual(kept ? mates : []);
          if (!kept) continue;
          expect(strata.treated[strata.of[r]]).toBe(mates.filter((m) => treated[m] === 1).length);
          expect(strata.controls[strata.of[r]]).toBe(mates.filter((m) => treated[m] === 0).length);
        }
        const { rows: line, start } = byStratum(strata);
        for (let s = 0; s < strata.count; s++) {
          expect(Array.from(line.subarray(start[s], start[s + 1]))).toEqual(rows.filter((r) => strata.of[r] === s));
        }
      }),
      rule,
    );
  });

  it("without columns is one stratum", () => {
    const strata = exactStrata({ columns: [], treated: Uint8Array.of(0, 1, 1) });
    expect(strata).toEqual({
      of: Int32Array.of(0, 0, 0),
      count: 1,
      treated: Int32Array.of(2),
      controls: Int32Array.of(1),
    });
  });
});

describe("stratumWeights", () => {
  it("make the arms of every stratum weigh what they stand for", () => {
    fc.assert(
      fc.property(people, (input) => {
        const { treated } = input;
        const strata = exactStrata(input);
        const sum = (weights: Float64Array, s: number, arm: number): number =>
          weights.reduce((total, w, r) => total + (strata.of[r] === s && treated[r] === arm ? w : 0), 0);
        const att = stratumWeights(strata, treated, "att");
        const ate = stratumWeights(strata, treated, "ate");
        for (let s = 0; s < strata.count; s++) {
          expect(sum(att, s, 1)).toBe(strata.treated[s]);
          expect(sum(att, s, 0)).toBeCloseTo(strata.treated[s], 12);
          for (const arm of [0, 1]) expect(sum(ate, s, arm)).toBeCloseTo(strata.treated[s] + strata.controls[s], 12);
        }
        for (const target of ["att", "ate"] as const) {
          const average = stratumWeights(strata, treated, target, true);
          for (const arm of [0, 1]) {
            const own = Array.from(average).filter((w, r) => treated[r] === arm && w > 0);
            if (own.length > 0) expect(own.reduce((a, b) => a + b, 0) / own.length).toBeCloseTo(1, 12);
          }
        }
      }),
      rule,
    );
  });
});
