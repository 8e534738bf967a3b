import { type CohortMoments, cohortMoments, NEVER, type Panel, pairSums, variableCount } from "@kontrafakt/cohort";
import { attGt } from "@kontrafakt/effects";
import fc from "fast-check";
import { expect, it } from "vitest";

// ATT(g, t) without covariates and its standard error, from the moments of the cohorts alone, against attGt on the persons (which agrees with
// did 2.5.1, see attgt.test.ts). Points and standard errors 1e-9 absolute, of outcomes at a level of 1e5 and a spread of 10. The formulas are written out here
// from Callaway & Sant'Anna 2021 and from the variance of a weighted mean; the estimator itself is another matter.

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function randomPanel(seed: number, n: number, T: number, weighted: boolean): Panel {
  const next = random(seed);
  return {
    kind: "panel",
    units: n,
    periods: { unit: "year", ordinals: Int32Array.from({ length: T }, (_, t) => 2000 + t) },
    ids: Array.from({ length: n }, (_, i) => `p${i}`),
    firstTreated: Int32Array.from({ length: n }, (_, i) =>
      i < 4 ? NEVER : i < 8 ? 2002 : [NEVER, 2002, 2003, 2000 + T][Math.floor(4 * next())],
    ),
    observed: new Uint8Array(n * T).fill(1),
    measures: ["a", "b"].map((name) => ({
      name,
      unit: "days",
      values: Float64Array.from({ length: n * T }, () => 1e5 + 10 * next()),
    })),
    covariates: [],
    clusterings: [{ name: "school", of: Int32Array.from({ length: n }, () => Math.floor(6 * next())), count: 6 }],
    ...(weighted ? { samplingWeight: Float64Array.from({ length: n }, () => 0.5 + next()) } : {}),
  };
}

interface Asked {
  readonly control: "never" | "notYet";
  readonly base: "varying" | "universal";
}

/** Arms that are treated and those that are controls of a cell. */
function sides(m: CohortMoments, g: number, time: number, base: number, { control }: Asked, last: number) {
  const { ordinals } = m.periods;
  const through = Math.max(ordinals[time], ordinals[base]);
  const isControl = (f: number) => f === NEVER || f > last || (control === "notYet" && f > through && f !== g);
  const arms = m.arms.map(({ firstTreated }) => firstTreated);
  return {
    treated: arms.flatMap((f, a) => (f === g ? [a] : [])),
    controls: arms.flatMap((f, a) => (f !== g && isControl(f) ? [a] : [])),
  };
}

/** Weighted mean of the change of a side and, unclustered, its variance Σw²(Δ − mean)² / W²; by clusters, the scores of its clusters. */
function change(m: CohortMoments, arms: readonly number[], v: number, u: number) {
  const V = variableCount(m);
  let [W, S, WW, WWS, WWSS] = [0, 0, 0, 0, 0];
  for (const a of arms) {
    const { w, wyV, wyU, ww, wwyV, wwyU, wwyy } = pairSums(m.arms[a], V, v, u);
    const own = (x: number) => pairSums(m.arms[a], V, x, x).wwyy;
    W += w;
    S += wyV - wyU;
    WW += ww;
    WWS += wwyV - wwyU;
    WWSS += own(v) + own(u) - 2 * wwyy;
  }
  const mean = S / W;
  const scores = new Map<number, number>();
  if (m.clusters) {
    const { cluster, arm, w, wy } = m.clusters;
    for (let r = 0; r < arm.length; r++) {
      if (!arms.includes(arm[r])) continue;
      const score = (wy[r * V + v] - wy[r * V + u] - mean * w[r * V + v]) / W;
      scores.set(cluster[r], (scores.get(cluster[r]) ?? 0) + score);
    }
  }
  const shift = m.shift[v] - m.shift[u];
  return { mean: mean + shift, variance: (WWSS - 2 * mean * WWS + mean * mean * WW) / (W * W), scores };
}

function fromMoments(m: CohortMoments, outcome: number, g: number, time: number, asked: Asked): { att: number; se: number } {
  const { ordinals } = m.periods;
  const T = ordinals.length;
  const last = ordinals[T - 1];
  const pre = ordinals.filter((o) => o < g).length - 1;
  const base = asked.base === "varying" && ordinals[time] < g ? time - 1 : pre;
  const { treated, controls } = sides(m, g, time, base, asked, last);
  const one = change(m, treated, outcome * T + time, outcome * T + base);
  const two = change(m, controls, outcome * T + time, outcome * T + base);
  let variance = one.variance + two.variance;
  if (m.clusters) {
    variance = 0;
    for (let c = 0; c < m.clusters.labels.length; c++) variance += ((one.scores.get(c) ?? 0) - (two.scores.get(c) ?? 0)) ** 2;
  }
  return { att: one.mean - two.mean, se: Math.sqrt(Math.max(0, variance)) };
}

const asked = fc.record({
  seed: fc.integer({ min: 1, max: 1e9 }),
  n: fc.integer({ min: 24, max: 90 }),
  T: fc.integer({ min: 4, max: 6 }),
  weighted: fc.boolean(),
  clustered: fc.boolean(),
  control: fc.constantFrom<"never" | "notYet">("never", "notYet"),
  base: fc.constantFrom<"varying" | "universal">("varying", "universal"),
});

it("gives every ATT(g, t) and its standard error from cohort moments, whatever the weights, controls, base and clusters", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(asked, async ({ seed, n, T, weighted, clustered, control, base }) => {
      const panel = randomPanel(seed, n, T, weighted);
      const cluster = clustered ? "school" : undefined;
      const { effects } = attGt(panel, { method: "reg", control, base, compat: "did", cluster: cluster ?? "unit" });
      const m = await cohortMoments(panel, cluster === undefined ? {} : { cluster });
      effects.terms.forEach((term, k) => {
        const time = (term.time as number) - 2000;
        if (Number.isNaN(effects.estimate[k])) return;
        const reference = base === "universal" && term.time === (term.group as number) - 1;
        if (reference) return;
        const got = fromMoments(m, term.outcome === "a" ? 0 : 1, term.group as number, time, { control, base });
        expect(Math.abs(got.att - effects.estimate[k])).toBeLessThan(1e-9);
        expect(Math.abs(got.se - Math.sqrt(effects.covariance[k * effects.terms.length + k]))).toBeLessThan(1e-9);
        compared++;
      });
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(500);
});
