import { runBlocks } from "@kontrafakt/base";
import fc from "fast-check";
import { expect, it } from "vitest";
import { cohortJobs } from "../jobs.js";
import { cohortMoments } from "./cohort-moments.js";
import type { CrossSections } from "./cross-sections.js";
import { mergeMoments } from "./merge-moments.js";
import { contrastVariance, meansCovariance, momentMeans } from "./moment-means.js";
import { type CohortMoments, type MomentProducts, pairSums, variableCount } from "./moments.js";
import { ALWAYS, NEVER, type Panel } from "./panel.js";

interface Made {
  readonly n: number;
  readonly T: number;
  readonly K: number;
  readonly level: number;
  readonly missing: boolean;
  readonly weighted: boolean;
  readonly seed: number;
}
const made = fc.record({
  n: fc.integer({ min: 3, max: 40 }),
  T: fc.integer({ min: 1, max: 4 }),
  K: fc.integer({ min: 1, max: 2 }),
  level: fc.constantFrom(0, 5, 1e7),
  missing: fc.boolean(),
  weighted: fc.boolean(),
  seed: fc.integer({ min: 1, max: 1e9 }),
});

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function panelOf({ n, T, K, level, missing, weighted, seed }: Made): Panel {
  const next = random(seed);
  const observed = Uint8Array.from({ length: n * T }, () => (missing && next() < 0.2 ? 0 : 1));
  const measures = Array.from({ length: K }, (_, k) => ({
    name: `y${k}`,
    unit: "kr",
    values: Float64Array.from({ length: n * T }, (_v, c) =>
      observed[c] === 0 || (missing && next() < 0.1) ? Number.NaN : level + next() * 10,
    ),
  }));
  return {
    kind: "panel",
    units: n,
    periods: { unit: "year", ordinals: Int32Array.from({ length: T }, (_, t) => 2000 + t) },
    ids: Array.from({ length: n }, (_, i) => `p${i}`),
    firstTreated: Int32Array.from({ length: n }, () => [NEVER, 2001, 2002, ALWAYS][Math.floor(next() * 4)]),
    observed,
    measures,
    covariates: [{ name: "sex", values: Float64Array.from({ length: n }, () => (next() < 0.5 ? 0 : 1)) }],
    clusterings: [{ name: "school", of: Int32Array.from({ length: n }, () => Math.floor(next() * 5)), count: 5 }],
    ...(weighted ? { samplingWeight: Float64Array.from({ length: n }, () => 0.5 + next()) } : {}),
  };
}

const value = (panel: Panel, v: number, i: number) => {
  const T = panel.periods.ordinals.length;
  return panel.measures[Math.floor(v / T)].values[i * T + (v % T)];
};
/** Values less their level, which is exact: the oracle must not lose the digits that it looks for. */
const lowered = (panel: Panel, level: number): Panel => ({
  ...panel,
  measures: panel.measures.map((m) => ({ ...m, values: m.values.map((y) => y - level) })),
});
const weightOf = (panel: Panel, i: number) => panel.samplingWeight?.[i] ?? 1;
const members = (panel: Panel, m: CohortMoments, a: number, strata = false) =>
  [...panel.ids.keys()].filter(
    (i) =>
      panel.firstTreated[i] === m.arms[a].firstTreated &&
      (!strata || m.strata[m.arms[a].stratum] === `sex=${panel.covariates[0].values[i]}`),
  );

/** Means and their covariance by their definition, from persons. */
function direct(panel: Panel, rows: readonly number[], V: number): { mean: number[]; covariance: number[] } {
  const has = (v: number) => rows.filter((i) => !Number.isNaN(value(panel, v, i)));
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const W = Array.from({ length: V }, (_, v) => sum(has(v).map((i) => weightOf(panel, i))));
  const mean = Array.from({ length: V }, (_, v) => sum(has(v).map((i) => weightOf(panel, i) * value(panel, v, i))) / W[v]);
  const covariance = Array.from({ length: V * V }, (_, at) => {
    const [v, u] = [Math.floor(at / V), at % V];
    const both = has(v).filter((i) => !Number.isNaN(value(panel, u, i)));
    return (
      sum(both.map((i) => weightOf(panel, i) ** 2 * (value(panel, v, i) - mean[v]) * (value(panel, u, i) - mean[u]))) /
      (W[v] * W[u])
    );
  });
  return { mean, covariance };
}

const near = (got: number, wanted: number, scale: number) => {
  if (Number.isNaN(wanted)) expect(got).toBeNaN();
  else expect(Math.abs(got - wanted)).toBeLessThan(1e-12 * Math.max(1, scale));
};

it("gives the means and covariances of the persons, complete or not, weighted or not, by stratum", async () => {
  await fc.assert(
    fc.asyncProperty(made, fc.boolean(), async (how, strata) => {
      const panel = panelOf(how);
      fc.pre(panel.measures.some(({ values }) => values.some((y) => !Number.isNaN(y))));
      const m = await cohortMoments(panel, strata ? { strata: ["sex"] } : {});
      const V = variableCount(m);
      const means = momentMeans(m);
      m.arms.forEach((arm, a) => {
        const rows = members(panel, m, a, strata);
        const wanted = direct(lowered(panel, how.level), rows, V);
        expect(arm.units).toBe(
          rows.filter((i) => Array.from({ length: V }, (_, v) => value(panel, v, i)).some((y) => !Number.isNaN(y))).length,
        );
        for (let v = 0; v < V; v++) near(means[a * V + v], how.level + wanted.mean[v], how.level + 10);
        const covariance = meansCovariance(m, a, a);
        for (let at = 0; at < V * V; at++) near(covariance[at], wanted.covariance[at], 10);
        for (let v = 0; v < V; v++) {
          for (let u = 0; u < V; u++) {
            const both = rows.filter((i) => !Number.isNaN(value(panel, v, i)) && !Number.isNaN(value(panel, u, i)));
            expect(pairSums(arm, V, v, u).n).toBe(both.length);
          }
        }
      });
      const counted = m.arms.reduce((sum, arm) => sum + arm.units, 0);
      if (!how.missing) expect(counted).toBe(how.n);
    }),
    { numRuns: 100 },
  );
});

it("merges shards to what one pass gives, whichever comes first", async () => {
  await fc.assert(
    fc.asyncProperty(made, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 40, maxLength: 40 }), async (how, shardOf) => {
      const panel = panelOf(how);
      const parts = [0, 1, 2].map((s) =>
        take(
          panel,
          [...panel.ids.keys()].filter((i) => shardOf[i] === s),
        ),
      );
      const filled = parts.filter((part) => part.units > 0);
      const moments = (await Promise.all(filled.map((part) => cohortMoments(part).catch(() => undefined)))).filter(
        (m) => m !== undefined,
      );
      if (moments.length < 2) return;
      const whole = await cohortMoments(panel);
      const forward = moments.reduce(mergeMoments);
      const backward = [...moments].reverse().reduce((a, b) => mergeMoments(b, a));
      const other = [...moments].reverse().reduce(mergeMoments);
      for (const merged of [forward, backward, other]) same(merged, whole, how.level);
      const [a, b] = moments;
      expect(mergeMoments(a, b)).toEqual({ ...mergeMoments(b, a), problems: [] });
    }),
    { numRuns: 60 },
  );
});

function same(got: CohortMoments, wanted: CohortMoments, level: number): void {
  expect(got.arms.map(({ firstTreated, stratum, units }) => [firstTreated, stratum, units])).toEqual(
    wanted.arms.map(({ firstTreated, stratum, units }) => [firstTreated, stratum, units]),
  );
  const [a, b] = [momentMeans(got), momentMeans(wanted)];
  for (let i = 0; i < a.length; i++) near(a[i], b[i], level + 10);
  got.arms.forEach((_, k) => {
    const [c, d] = [meansCovariance(got, k, k), meansCovariance(wanted, k, k)];
    for (let i = 0; i < c.length; i++) near(c[i], d[i], 10);
  });
}

function take(panel: Panel, rows: readonly number[]): Panel {
  const T = panel.periods.ordinals.length;
  const cells = rows.flatMap((i) => Array.from({ length: T }, (_, t) => i * T + t));
  return {
    ...panel,
    units: rows.length,
    ids: rows.map((i) => panel.ids[i]),
    firstTreated: Int32Array.from(rows, (i) => panel.firstTreated[i]),
    observed: Uint8Array.from(cells, (c) => panel.observed[c]),
    measures: panel.measures.map((m) => ({ ...m, values: Float64Array.from(cells, (c) => m.values[c]) })),
    covariates: panel.covariates.map((x) => ({ ...x, values: Float64Array.from(rows, (i) => x.values[i]) })),
    clusterings: panel.clusterings.map((x) => ({ ...x, of: Int32Array.from(rows, (i) => x.of[i]) })),
    ...(panel.samplingWeight
      ? { samplingWeight: Float64Array.from(rows, (i) => (panel.samplingWeight as Float64Array)[i]) }
      : {}),
  };
}

it("clusters variances through sums by cluster, within and between arms", async () => {
  await fc.assert(
    fc.asyncProperty(made, async (how) => {
      const panel = panelOf(how);
      fc.pre(panel.measures.some(({ values }) => values.some((y) => !Number.isNaN(y))));
      const m = await cohortMoments(panel, { cluster: "school" });
      const V = variableCount(m);
      const means = momentMeans(m);
      const plain = await cohortMoments(panel);
      for (let a = 0; a < m.arms.length; a++) {
        for (let b = 0; b < m.arms.length; b++) {
          const found = meansCovariance(m, a, b);
          for (let v = 0; v < V; v++) {
            near(means[a * V + v], momentMeans(plain)[a * V + v], how.level + 10);
            for (let u = 0; u < V; u++)
              near(found[v * V + u], clusteredDirect(lowered(panel, how.level), m, [a, v], [b, u]), 100);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

function clusteredDirect(panel: Panel, m: CohortMoments, one: [number, number], two: [number, number]): number {
  const score = ([a, v]: [number, number], c: number) => {
    const rows = members(panel, m, a).filter((i) => !Number.isNaN(value(panel, v, i)));
    const W = rows.reduce((sum, i) => sum + weightOf(panel, i), 0);
    const mean = rows.reduce((sum, i) => sum + weightOf(panel, i) * value(panel, v, i), 0) / W;
    return rows
      .filter((i) => panel.clusterings[0].of[i] === c)
      .reduce((sum, i) => sum + (weightOf(panel, i) * (value(panel, v, i) - mean)) / W, 0);
  };
  let sum = 0;
  for (let c = 0; c < 5; c++) sum += score(one, c) * score(two, c);
  const empty = ([a, v]: [number, number]) => members(panel, m, a).every((i) => Number.isNaN(value(panel, v, i)));
  return empty(one) || empty(two) ? Number.NaN : sum;
}

const basic: Made = { n: 40, T: 3, K: 1, level: 5, missing: true, weighted: false, seed: 7 };

it("refuses to merge shards that share a cluster, and keeps those of differently named places apart", async () => {
  const panel = panelOf(basic);
  const [a, b] = await Promise.all(["", ""].map(() => cohortMoments(panel, { cluster: "school" })));
  expect(() => mergeMoments(a, b)).toThrow(/5 clusters of school/);
  const [x, y] = await Promise.all(["Fjordby", "Nordby"].map((shard) => cohortMoments(panel, { cluster: "school", shard })));
  expect(mergeMoments(x, y).clusters?.labels).toHaveLength(10);
  expect(() => mergeMoments(a, { ...b, periods: { unit: "year", ordinals: Int32Array.of(1990) } })).toThrow(/periods/);
});

it("drops who is incomplete where asked, and says how many", async () => {
  const m = await cohortMoments(panelOf(basic), { incomplete: "drop" });
  expect(m.arms.every((arm) => arm.complete)).toBe(true);
  const dropped = 40 - m.arms.reduce((sum, arm) => sum + arm.units, 0);
  expect(m.problems).toMatchObject([{ code: "cohort/moments-dropped", params: { count: dropped } }]);
});

it("gives the same bits through a pool", async () => {
  const panel = panelOf({ ...basic, n: 40_000, missing: false });
  const pool = {
    run: async (job: string, inputs: readonly unknown[]) => {
      const copies = structuredClone(inputs) as unknown[];
      const done = await Promise.all(
        [...copies.keys()].reverse().map((i) => runBlocks({ seed: 0 }, cohortJobs, job, [copies[i]])),
      );
      return done.reverse().flat();
    },
  };
  expect(await cohortMoments(panel, {}, { seed: 0, pool })).toEqual(await cohortMoments(panel));
});

it("takes rows of cross-sections one period at a time", async () => {
  const panel = panelOf({ ...basic, K: 2 });
  const T = 3;
  const rows = Array.from({ length: panel.units * T }, (_, c) => c).filter((c) => panel.observed[c] === 1);
  const section: CrossSections = {
    kind: "cross-sections",
    rows: rows.length,
    periods: panel.periods,
    period: Int32Array.from(rows, (c) => c % T),
    firstTreated: Int32Array.from(rows, (c) => panel.firstTreated[Math.floor(c / T)]),
    group: new Int32Array(rows.length),
    groupNames: [""],
    measures: panel.measures.map((m) => ({ ...m, values: Float64Array.from(rows, (c) => m.values[c]) })),
    covariates: [],
    clusterings: [],
  };
  const [m, p] = [await cohortMoments(section), await cohortMoments(panel)];
  const V = variableCount(m);
  momentMeans(m).forEach((mean, i) => {
    near(mean, momentMeans(p)[i], 10);
  });
  m.arms.forEach((_, a) => {
    const [c, d] = [meansCovariance(m, a, a), meansCovariance(p, a, a)];
    for (let v = 0; v < V; v++) for (let u = 0; u < V; u++) near(c[v * V + u], v % T === u % T ? d[v * V + u] : 0, 10);
  });
});

it("brackets a variance whose correlations are not known", async () => {
  const m = await cohortMoments({ ...panelOf({ ...basic, missing: false }), firstTreated: new Int32Array(40).fill(NEVER) });
  const c = Float64Array.from([-1, 0, 1]);
  const S = meansCovariance(m, 0, 0);
  const exact = S[0] + S[8] - 2 * S[2];
  const given = contrastVariance(m, c);
  near(given.low, exact, 1);
  near(given.high, exact, 1);
  const [arm] = m.arms;
  const wwyy = (arm.products as MomentProducts).wwyy.map((value, i) => ([0, 2, 5].includes(i) ? value : Number.NaN));
  const blind: CohortMoments = {
    ...m,
    arms: [{ ...arm, products: { ...(arm.products as object), wwyy } as never }],
    covariance: "conservative",
  };
  const wide = contrastVariance(blind, c);
  near(wide.high, (Math.sqrt(S[0]) + Math.sqrt(S[8])) ** 2, 1);
  near(wide.low, (Math.sqrt(S[0]) - Math.sqrt(S[8])) ** 2, 1);
  const assumed = contrastVariance({ ...blind, covariance: "assumed", correlation: [0, 0.5] }, c);
  near(assumed.high, S[0] + S[8], 1);
  near(assumed.low, S[0] + S[8] - Math.sqrt(S[0] * S[8]), 1);
});

it.each([
  [{ outcomes: ["z"] }, /choose among: y0/],
  [{ strata: ["age"] }, /choose among: sex/],
  [{ cluster: "district" }, /choose among: school/],
])("refuses names that are not there: %o", async (options, message) => {
  await expect(cohortMoments(panelOf(basic), options)).rejects.toThrow(message);
});
