import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NearestInput, type NearestPairs, nearest } from "./nearest.js";

/** The published rule read word by word, in quadratic time. */
function definition(input: NearestInput): NearestPairs {
  const { score, treated, ratio, replace, order, eligible, strata } = input;
  const caliper = input.caliper ?? Number.POSITIVE_INFINITY;
  const rows = Array.from(score.keys()).filter((i) => !eligible || eligible[i] === 1);
  const line = [...rows].sort((a, b) => score[a] - score[b] || a - b);
  const place = new Map(line.map((i, p) => [i, p]));
  const starters = rows.filter((i) => treated[i] === 1);
  const sets = new Map<number, number[]>(starters.map((i) => [i, []]));
  const used = new Set<number>();
  const best = (i: number): { control: number; distance: number } | undefined => {
    const free = line.filter(
      (c) =>
        treated[c] === 0 &&
        !used.has(c) &&
        !sets.get(i)?.includes(c) &&
        (!strata || strata[c] === strata[i]) &&
        Math.abs(score[c] - score[i]) <= caliper,
    );
    const own = place.get(i) ?? 0;
    const left = free.filter((c) => (place.get(c) ?? 0) < own).at(-1);
    const right = free.find((c) => (place.get(c) ?? 0) > own);
    const dl = left === undefined ? Number.POSITIVE_INFINITY : Math.abs(score[left] - score[i]);
    const dr = right === undefined ? Number.POSITIVE_INFINITY : Math.abs(score[right] - score[i]);
    if (left !== undefined && dl <= dr) return { control: left, distance: dl };
    return right === undefined ? undefined : { control: right, distance: dr };
  };
  for (let k = 0; k < ratio; k++) {
    if (order === "closest" && !replace) {
      // A list instead of a heap: first by distance; whoever must look again goes before its equals.
      const list = starters
        .filter((i) => (sets.get(i)?.length ?? 0) === k)
        .flatMap((i) => {
          const found = best(i);
          return found ? [{ i, ...found }] : [];
        });
      list.sort((a, b) => a.distance - b.distance);
      while (list.length > 0) {
        const first = list.shift() as (typeof list)[number];
        if (!used.has(first.control)) {
          sets.get(first.i)?.push(first.control);
          used.add(first.control);
          continue;
        }
        const found = best(first.i);
        if (!found) continue;
        const at = list.findIndex((other) => other.distance >= found.distance);
        list.splice(at < 0 ? list.length : at, 0, { i: first.i, ...found });
      }
      continue;
    }
    const choosing = [...starters];
    if (order === "largest" || order === undefined) choosing.sort((a, b) => score[b] - score[a]);
    if (order === "smallest") choosing.sort((a, b) => score[a] - score[b]);
    for (const i of choosing) {
      const found = best(i);
      if (!found) continue;
      sets.get(i)?.push(found.control);
      if (!replace) used.add(found.control);
    }
  }
  const controls = starters.flatMap((i) => Array.from({ length: ratio }, (_, k) => sets.get(i)?.[k] ?? -1));
  return { treated: Int32Array.from(starters), controls: Int32Array.from(controls) };
}

const problem = fc.integer({ min: 1, max: 24 }).chain((n) =>
  fc.record({
    // eighths are exact, so that equal distances really are equal
    score: fc
      .array(fc.integer({ min: -12, max: 12 }), { minLength: n, maxLength: n })
      .map((s) => Float64Array.from(s, (v) => v / 8)),
    treated: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }).map((s) => Uint8Array.from(s)),
    ratio: fc.integer({ min: 1, max: 4 }),
    caliper: fc.option(fc.integer({ min: 0, max: 6 }).map((v) => v / 8)),
    replace: fc.boolean(),
    order: fc.constantFrom("largest", "smallest", "data", "closest" as const),
    eligible: fc.option(
      fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }).map((s) => Uint8Array.from(s)),
      { nil: undefined },
    ),
    strata: fc.option(
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n }).map((s) => Int32Array.from(s)),
      { nil: undefined },
    ),
  }),
);

describe("nearest", () => {
  it("equals the definition under every combination of options", () => {
    fc.assert(
      fc.property(problem, (input) => {
        expect(nearest(input)).toEqual(definition(input));
      }),
      { numRuns: 300, seed: 20261121 },
    );
  });

  it("lets the larger score choose first and gives everyone one match before two", () => {
    const score = Float64Array.of(0.9, 0.8, 0.85, 0.7, 0.1);
    const treated = Uint8Array.of(1, 1, 0, 0, 0);
    expect(Array.from(nearest({ score, treated, ratio: 2 }).controls)).toEqual([2, 4, 3, -1]);
  });

  it("includes a control exactly at the caliper and prefers the lower score at equal distance", () => {
    const score = Float64Array.of(1, 1.25, 0.75);
    const treated = Uint8Array.of(1, 0, 0);
    expect(Array.from(nearest({ score, treated, ratio: 2, caliper: 0.25 }).controls)).toEqual([2, 1]);
    expect(Array.from(nearest({ score, treated, ratio: 1, caliper: 0.2499 }).controls)).toEqual([-1]);
  });

  it("returns nothing where nobody is treated", () => {
    expect(nearest({ score: Float64Array.of(1), treated: Uint8Array.of(0), ratio: 1 }).treated).toHaveLength(0);
  });

  it("names the row without a score and the option that is wrong", () => {
    const treated = Uint8Array.of(1, 0);
    expect(() => nearest({ score: Float64Array.of(1, Number.NaN), treated, ratio: 1 })).toThrow(/row 1 .* no score \(NaN\)/);
    expect(() => nearest({ score: Float64Array.of(1, 2), treated, ratio: 0 })).toThrow(/option ratio.*it is 0/);
    expect(() => nearest({ score: Float64Array.of(1, 2), treated, ratio: 1, caliper: Number.NaN })).toThrow(/option caliper/);
  });
});
