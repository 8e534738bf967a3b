import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawLots } from "./choosing-order.js";
import { type NearestMatchInput, nearestMatch } from "./nearest-match.js";
import type { NearestPairs } from "./nearest-plan.js";

/** The published rules read word by word, in quadratic time. */
function definition(input: NearestMatchInput): NearestPairs {
  const { treated, ratio, wanted, replace = false, reuseLimit, order = "largest", eligible, strata, coordinates, score } = input;
  const { calipers = [], antiExact = [], caliper } = input;
  const key = coordinates
    ? Float64Array.from(treated, (_, i) => coordinates.coordinates[i * coordinates.dimensions])
    : (score as Float64Array);
  const rows = Array.from(treated.keys()).filter((i) => !eligible || eligible[i] === 1);
  const line = [...rows].sort((a, b) => key[a] - key[b] || a - b);
  const way = (i: number, c: number): number => line.indexOf(c) - line.indexOf(i);
  const distance = (i: number, c: number): number => {
    if (!coordinates) return Math.abs(key[i] - key[c]);
    const { coordinates: x, dimensions: k } = coordinates;
    return Array.from({ length: k }, (_, j) => (x[i * k + j] - x[c * k + j]) ** 2).reduce((a, b) => a + b, 0);
  };
  const starters = rows.filter((i) => treated[i] === 1);
  const sets = new Map<number, number[]>(starters.map((i) => [i, []]));
  const uses = new Map<number, number>();
  const limit = replace ? (reuseLimit ?? Number.POSITIVE_INFINITY) : 1;
  const free = (c: number): boolean => (uses.get(c) ?? 0) < limit;
  const best = (i: number): number | undefined => {
    const may = rows.filter(
      (c) =>
        treated[c] === 0 &&
        free(c) &&
        !sets.get(i)?.includes(c) &&
        (!strata || strata[c] === strata[i]) &&
        antiExact.every((codes) => codes[i] >= 0 && codes[c] >= 0 && codes[i] !== codes[c]) &&
        calipers.every(({ values, width }) => Math.abs(values[i] - values[c]) <= width) &&
        (caliper === null || caliper === undefined || !score || Math.abs(score[i] - score[c]) <= caliper),
    );
    const least = Math.min(...may.map((c) => distance(i, c)));
    const equal = may.filter((c) => distance(i, c) === least).sort((a, b) => way(i, a) - way(i, b));
    if (equal.length === 0) return undefined;
    if (!coordinates) return equal.filter((c) => way(i, c) < 0).at(-1) ?? equal[0];
    return equal.sort((a, b) => Math.abs(way(i, b)) - Math.abs(way(i, a)) || way(i, b) - way(i, a))[0];
  };
  const take = (i: number, c: number): void => {
    sets.get(i)?.push(c);
    uses.set(c, (uses.get(c) ?? 0) + 1);
  };
  const wants = (i: number): number => wanted?.[i] ?? ratio;
  const columns = wanted ? Math.max(0, ...starters.map(wants)) : ratio;
  const lots = drawLots(treated.length, input.seed ?? 0);
  for (let k = 0; k < columns; k++) {
    const choosing = starters.filter((i) => wants(i) > k && sets.get(i)?.length === k);
    if (order === "closest") {
      const list = choosing.flatMap((i) => {
        const c = best(i);
        return c === undefined ? [] : [{ i, c }];
      });
      list.sort((a, b) => distance(a.i, a.c) - distance(b.i, b.c));
      for (let first = list.shift(); first; first = list.shift()) {
        const { i, c } = first;
        if (free(c)) take(i, c);
        else {
          const again = best(i);
          if (again === undefined) continue;
          const at = list.findIndex((other) => distance(other.i, other.c) >= distance(i, again));
          list.splice(at < 0 ? list.length : at, 0, { i, c: again });
        }
      }
      continue;
    }
    if (order === "largest" && score) choosing.sort((a, b) => score[b] - score[a]);
    if (order === "smallest" && score) choosing.sort((a, b) => score[a] - score[b]);
    if (order === "random") choosing.sort((a, b) => lots[a] - lots[b]);
    for (const i of choosing) {
      const c = best(i);
      if (c !== undefined) take(i, c);
    }
  }
  const controls = starters.flatMap((i) => Array.from({ length: columns }, (_, k) => sets.get(i)?.[k] ?? -1));
  return { treated: Int32Array.from(starters), controls: Int32Array.from(controls) };
}

const quarters = (n: number) =>
  fc.array(fc.integer({ min: -5, max: 5 }), { minLength: n, maxLength: n }).map((s) => Float64Array.from(s, (v) => v / 4));
const codes = (n: number, least: number) =>
  fc.array(fc.integer({ min: least, max: 2 }), { minLength: n, maxLength: n }).map((s) => Int32Array.from(s));
const bits = (n: number) =>
  fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }).map((s) => Uint8Array.from(s));
const widths = fc.integer({ min: 0, max: 6 }).map((v) => v / 4);

/** Quarters are exact, so that equal distances really are equal. */
const problem = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 3 })).chain(([n, dimensions]) =>
  fc.record(
    {
      score: quarters(n),
      treated: bits(n),
      ratio: fc.integer({ min: 1, max: 3 }),
      wanted: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: n, maxLength: n }).map((s) => Int32Array.from(s)),
      coordinates: quarters(n * Math.max(1, dimensions)).map((coordinates) => ({
        coordinates,
        dimensions: Math.max(1, dimensions),
      })),
      caliper: fc.option(widths),
      calipers: fc.array(fc.record({ values: quarters(n), width: widths }), { maxLength: 2 }),
      antiExact: fc.array(codes(n, -1), { maxLength: 2 }),
      strata: codes(n, 0),
      replace: fc.boolean(),
      reuseLimit: fc.option(fc.integer({ min: 1, max: 3 })),
      order: fc.constantFrom("largest", "smallest", "data", "closest", "random" as const),
      seed: fc.integer({ min: 0, max: 9 }),
      eligible: bits(n),
    },
    { requiredKeys: ["score", "treated", "ratio"] },
  ),
);

describe("nearestMatch", () => {
  it("equals the definition under every combination of options", () => {
    fc.assert(
      fc.property(problem, (input) => {
        expect(nearestMatch(input)).toEqual(definition(input));
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });

  it("searches many people as few: every pair is the nearest left", () => {
    const n = 1500;
    const dimensions = 3;
    const lots = drawLots(n * dimensions, 7);
    const coordinates = { coordinates: lots, dimensions };
    const treated = Uint8Array.from({ length: n }, (_, i) => (i % 30 === 0 ? 1 : 0));
    const input: NearestMatchInput = { coordinates, treated, ratio: 2, replace: true, score: lots.subarray(0, n), caliper: 0.2 };
    expect(nearestMatch(input)).toEqual(definition(input));
  });

  it("names the row without a coordinate, and the option that is wrong", () => {
    const treated = Uint8Array.of(1, 0);
    const coordinates = { coordinates: Float64Array.of(1, Number.NaN), dimensions: 1 };
    expect(() => nearestMatch({ coordinates, treated, ratio: 1 })).toThrow(/row 1 .* no score \(NaN\)/);
    const good = { treated, ratio: 1, score: Float64Array.of(1, 2) };
    expect(() => nearestMatch({ ...good, replace: true, reuseLimit: 0 })).toThrow(/whole number of at least 1, but it is 0/);
    expect(() => nearestMatch({ ...good, calipers: [{ values: good.score, width: -1 }] })).toThrow(/0 or more, but it is -1/);
  });
});
