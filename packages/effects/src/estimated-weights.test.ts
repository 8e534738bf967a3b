import { NEVER, type Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { exp, logit, stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { standardError } from "./interval.js";
import { waveEffects } from "./wave-effects.js";

/** One wave, a base of 0 and one period after; odds of a logit in one covariate as weights, with its influence and gradient. */
function weighted(seed: number, n: number, without = -1, isFixed = false) {
  const random = stream(seed, "test/estimated-weights", 0);
  const people = Array.from({ length: n }, () => {
    const x = random.normal();
    const treated = random.uniform() < 1 / (1 + exp(1.2 - 0.4 * x)) ? 1 : 0;
    return { x, treated, y: 2 * x + random.normal() };
  }).filter((_, i) => i !== without);
  const N = people.length;
  const x = Float64Array.from({ length: 2 * N }, (_, i) => (i % 2 === 0 ? 1 : people[i >> 1].x));
  const role = Uint8Array.from(people, (p) => p.treated);
  const [a, b] = logit({ x, y: Float64Array.from(role), n: N, k: 2 }).coefficients;
  const p = people.map((one) => 1 / (1 + exp(-a - b * one.x)));
  const odds = Float64Array.from(p, (v, i) => (role[i] === 1 ? 1 : v / (1 - v)));
  // Information and its inverse, 2 × 2.
  const h = [0, 0, 0];
  p.forEach((v, i) => {
    h[0] += v * (1 - v);
    h[1] += v * (1 - v) * people[i].x;
    h[2] += v * (1 - v) * people[i].x * people[i].x;
  });
  const determinant = h[0] * h[2] - h[1] * h[1];
  const influence = new Float64Array(2 * N);
  const gradient = new Float64Array(2 * N);
  people.forEach((one, i) => {
    const score = role[i] - p[i];
    influence[2 * i] = ((h[2] - h[1] * one.x) * score) / determinant;
    influence[2 * i + 1] = ((h[0] * one.x - h[1]) * score) / determinant;
    if (role[i] === 1) return;
    gradient[2 * i] = odds[i];
    gradient[2 * i + 1] = odds[i] * one.x;
  });
  const panel: Panel = {
    kind: "panel",
    units: N,
    periods: { unit: "ordinal", ordinals: Int32Array.from([0, 1]) },
    ids: people.map((_, i) => `u${i}`),
    firstTreated: Int32Array.from(role, (d) => (d === 1 ? 1 : NEVER)),
    observed: new Uint8Array(2 * N).fill(1),
    measures: [{ name: "y", unit: "kr", values: Float64Array.from({ length: 2 * N }, (_, i) => (i % 2) * people[i >> 1].y) }],
    covariates: [],
    clusterings: [],
  };
  const comparison: Comparison = {
    kind: "comparison",
    unit: Int32Array.from({ length: N }, (_, i) => i),
    wave: new Int32Array(N).fill(1),
    set: new Int32Array(N),
    role,
    weight: odds,
    independence: "unit",
    estimation: { parameters: 2, influence, gradient },
    start: new Int32Array(N).fill(1),
    until: new Int32Array(N).fill(NEVER),
    score: new Float64Array(N),
    waves: Int32Array.from([1]),
    uncensored: new Float64Array(N).fill(1),
    anticipation: 0,
    gap: 0,
    historyUsed: 1,
  };
  const given = isFixed ? { ...comparison, estimation: undefined } : comparison;
  const { effects } = waveEffects(panel, given, { adjust: [], baseWindow: 1 });
  const k = effects.terms.findIndex((t) => t.time === 1);
  return { estimate: effects.estimate[k], se: standardError(effects, k) };
}

describe("standard errors of estimated weights", () => {
  it("are the jackknife's that fits the weights anew without each person", () => {
    const n = 300;
    const { se } = weighted(1, n);
    const fixed = weighted(1, n, -1, true).se;
    const left = Array.from({ length: n }, (_, i) => weighted(1, n, i).estimate);
    const mean = left.reduce((a, b) => a + b, 0) / n;
    const jackknife = Math.sqrt(((n - 1) / n) * left.reduce((a, b) => a + (b - mean) * (b - mean), 0));
    // The outcome follows the covariate: weights held fixed would miss what their estimation takes away.
    expect(fixed / jackknife).toBeGreaterThan(1.1);
    expect(se / jackknife).toBeGreaterThan(0.94);
    expect(se / jackknife).toBeLessThan(1.06);
  });

  it("are the spread of the estimates over 300 samples, some 50 of 200 treated", () => {
    const found = Array.from({ length: 300 }, (_, seed) => weighted(seed + 2, 200));
    const mean = found.reduce((a, { estimate }) => a + estimate, 0) / 300;
    const variance = found.reduce((a, { estimate }) => a + (estimate - mean) * (estimate - mean), 0) / 299;
    const ratio = found.reduce((a, { se }) => a + se * se, 0) / 300 / variance;
    // Three standard errors of a variance over 300 samples, √(2/300) = 0.082.
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(1.25);
  });
});
