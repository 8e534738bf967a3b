// The kernels of nearest neighbours against a quadratic-time reading of the published tie rule, over small inputs full of ties, under
// every combination of options. Identical sets, controls in the order they were found.
import {
  type NearestOrder,
  type NearestPairs,
  type NearestPlan,
  nearest,
  nearestDistance,
  nearestMatch,
  variableRatio,
} from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Nearness, nearestOracle } from "./nearest-oracle.js";

const RUNS = 400;

const person = fc.record({
  score: fc.integer({ min: 0, max: 6 }),
  point: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 })),
  treated: fc.boolean(),
  eligible: fc.boolean(),
  stratum: fc.integer({ min: 0, max: 1 }),
  /** For a caliper and a second one; null is missing. */
  covariate: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 8 }),
  born: fc.integer({ min: 0, max: 4 }),
  school: fc.integer({ min: -1, max: 2 }),
  teacher: fc.integer({ min: 0, max: 3 }),
  lot: fc.integer({ min: 1, max: 3 }),
  wanted: fc.integer({ min: 0, max: 4 }),
});
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;

const plan = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 22 }),
  dimensions: fc.integer({ min: 1, max: 3 }),
  ratio: fc.integer({ min: 1, max: 4 }),
  variable: fc.boolean(),
  caliper: fc.option(fc.integer({ min: 0, max: 4 }).map((c) => c / 2)),
  covariate: fc.option(fc.integer({ min: 0, max: 2 })),
  born: fc.option(fc.integer({ min: 0, max: 2 }), { freq: 2 }),
  antiExact: fc.integer({ min: 0, max: 2 }),
  strata: fc.boolean(),
  replace: fc.boolean(),
  reuseLimit: fc.option(fc.integer({ min: 1, max: 3 })),
  order: fc.constantFrom<NearestOrder>("largest", "smallest", "data", "closest", "random"),
  someOnly: fc.boolean(),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

const column = <A>(people: readonly Person[], of: (p: Person) => number, kind: { from(values: number[]): A }): A =>
  kind.from(people.map(of));

/** The plan as the kernels take it. */
function asGiven({ people, ...plan }: Plan): NearestPlan & { score: Float64Array } {
  const calipers = [
    { width: plan.covariate, values: column(people, (p) => p.covariate ?? Number.NaN, Float64Array) },
    { width: plan.born, values: column(people, (p) => p.born, Float64Array) },
  ];
  const antiExact = [column(people, (p) => p.school, Int32Array), column(people, (p) => p.teacher, Int32Array)];
  return {
    score: column(people, (p) => p.score / 2, Float64Array),
    treated: column(people, (p) => (p.treated ? 1 : 0), Uint8Array),
    ratio: plan.ratio,
    ...(plan.variable && { wanted: column(people, (p) => p.wanted, Int32Array) }),
    caliper: plan.caliper,
    calipers: calipers.flatMap(({ width, values }) => (width === null ? [] : [{ width, values }])),
    antiExact: antiExact.slice(0, plan.antiExact),
    ...(plan.strata && { strata: column(people, (p) => p.stratum, Int32Array) }),
    replace: plan.replace,
    reuseLimit: plan.reuseLimit,
    order: plan.order,
    lot: column(people, (p) => p.lot / 4, Float64Array),
    ...(plan.someOnly && { eligible: column(people, (p) => (p.eligible ? 1 : 0), Uint8Array) }),
  };
}

/** The plan as the oracle reads it. `scored`: whether a score orders the starters. */
function expected(plan: Plan, nearness: Nearness, scored: boolean): Map<number, number[]> {
  const { people, order, caliper } = plan;
  const rows = Array.from(people.keys()).filter((i) => !plan.someOnly || people[i].eligible);
  const by: Record<NearestOrder, (p: Person) => number> = {
    largest: (p) => (scored ? -p.score : 0),
    smallest: (p) => (scored ? p.score : 0),
    data: () => 0,
    random: (p) => p.lot,
    closest: () => 0,
  };
  const apart = (a: number | null, b: number | null, width: number | null) =>
    width !== null && !(a !== null && b !== null && Math.abs(a - b) <= width);
  return nearestOracle({
    treated: people.map((p) => (p.treated ? 1 : 0)),
    nearness,
    wanted: (i) => (plan.variable ? people[i].wanted : plan.ratio),
    order: order === "closest" ? "closest" : [...rows].sort((a, b) => by[order](people[a]) - by[order](people[b]) || a - b),
    most: plan.replace ? (plan.reuseLimit ?? Number.POSITIVE_INFINITY) : 1,
    stratum: (i) => (plan.strata ? people[i].stratum : 0),
    allowed: (i, c) => {
      const [a, b] = [people[i], people[c]];
      if (scored && caliper !== null && Math.abs(a.score - b.score) / 2 > caliper) return false;
      if (apart(a.covariate, b.covariate, plan.covariate) || apart(a.born, b.born, plan.born)) return false;
      if (plan.antiExact > 0 && (a.school < 0 || b.school < 0 || a.school === b.school)) return false;
      return plan.antiExact < 2 || a.teacher !== b.teacher;
    },
    rows,
  });
}

function setsOf({ treated, controls }: NearestPairs): Map<number, number[]> {
  const width = treated.length === 0 ? 0 : controls.length / treated.length;
  return new Map(
    Array.from(treated, (i, a) => [i, Array.from(controls.subarray(a * width, (a + 1) * width)).filter((c) => c >= 0)]),
  );
}

function pointsOf({ people, dimensions }: Plan) {
  const at = people.map((p) => p.point.slice(0, dimensions).map((x) => x / 2));
  return { at, coordinates: { coordinates: Float64Array.from(at.flat()), dimensions } };
}

describe("nearest neighbours are what the published rule says", () => {
  const holds = (kernel: (plan: Plan) => NearestPairs, oracle: (plan: Plan) => Map<number, number[]>) =>
    fc.assert(
      fc.property(plan, (p) => {
        expect(setsOf(kernel(p))).toEqual(oracle(p));
      }),
      { numRuns: RUNS },
    );
  const line = (p: Plan) => expected(p, { kind: "line", score: p.people.map((one) => one.score / 2) }, true);
  const points = (p: Plan, scored: boolean) => expected(p, { kind: "points", at: pointsOf(p).at }, scored);
  const unscored = (p: Plan) => ({ ...asGiven(p), score: undefined, caliper: null });

  test("on a score", () => {
    holds((p) => nearest(asGiven(p)), line);
    holds((p) => nearestMatch(asGiven(p)), line);
  });

  test("on coordinates, within a caliper of a score", () => {
    holds(
      (p) => nearestDistance({ ...asGiven(p), ...pointsOf(p).coordinates }),
      (p) => points(p, true),
    );
    holds(
      (p) => nearestMatch({ ...asGiven(p), coordinates: pointsOf(p).coordinates }),
      (p) => points(p, true),
    );
  });

  test("on coordinates without a score", () => {
    holds(
      (p) => nearestDistance({ ...unscored(p), ...pointsOf(p).coordinates }),
      (p) => points(p, false),
    );
  });

  test("where everybody is equally near", () => {
    holds(
      (p) => nearestMatch(unscored(p)),
      (p) => expected(p, { kind: "line", score: new Float64Array(p.people.length) }, false),
    );
  });

  test("by lot, drawn from the seed", () => {
    fc.assert(
      fc.property(plan, fc.nat(1e6), (p, seed) => {
        const { lot: _, ...given } = { ...asGiven(p), order: "random" as const };
        const draw = stream(seed, "matching/random-order", 0);
        const lot = Float64Array.from(p.people, () => draw.uniform());
        expect(nearest({ ...given, seed })).toEqual(nearest({ ...given, lot }));
      }),
      { numRuns: 50 },
    );
  });
});

test("a varying number of controls is in proportion to the odds against treatment, within its limits, rounded running sum by running sum", () => {
  const input = fc.record({
    people: fc.array(fc.record({ percent: fc.integer({ min: 1, max: 99 }), treated: fc.boolean() }), {
      minLength: 1,
      maxLength: 20,
    }),
    least: fc.integer({ min: 1, max: 3 }),
    over: fc.integer({ min: 0, max: 3 }),
    more: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(input, ({ people, least, over, more }) => {
      const [ratio, most] = [least + over, least + over + more];
      const probability = Float64Array.from(people, (p) => p.percent / 100);
      const treated = Uint8Array.from(people, (p) => (p.treated ? 1 : 0));
      const wanted = variableRatio({ probability, treated, ratio, least, most });
      const line = Array.from(people.keys())
        .filter((i) => treated[i] === 1)
        .sort((a, b) => probability[b] - probability[a] || a - b);
      const own = (factor: number) =>
        line.map((i) => Math.min(most, Math.max(least, (factor * (1 - probability[i])) / probability[i])));
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      let [low, high] = [0, 1e6];
      for (let step = 0; step < 200; step++) {
        const middle = (low + high) / 2;
        if (sum(own(middle)) < ratio * line.length) low = middle;
        else high = middle;
      }
      const exact = own(high);
      expect(sum(Array.from(wanted))).toBe(ratio * line.length);
      let [running, given] = [0, 0];
      line.forEach((i, k) => {
        running += exact[k];
        given += wanted[i];
        expect(Math.abs(running - given)).toBeLessThanOrEqual(0.5 + 1e-6);
      });
      people.forEach((p, i) => {
        if (!p.treated) expect(wanted[i]).toBe(0);
      });
    }),
    { numRuns: RUNS },
  );
});
