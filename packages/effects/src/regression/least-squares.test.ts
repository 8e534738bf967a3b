import { NEVER } from "@kontrafakt/cohort";
import { invertPositive } from "@kontrafakt/numerics";
import { describe, expect, test } from "vitest";
import { averages } from "../averages.js";
import type { ClusterSquares } from "../inference/cluster-squares.js";
import { standardError } from "../interval.js";
import { linearCombination } from "../linear-combination.js";
import { eventStudy } from "./event-study.js";
import { randomPanel } from "./random-panel.fixture.js";
import { all, codes, near } from "./regressions.fixture.js";
import { sunAbraham } from "./sun-abraham.js";
import { twoWay } from "./two-way.js";

/** c'β and its CR1 standard error from the reduced regression, block by block. */
function solved({ clusters: G, blocks, size, gram, product, combination, factor }: ClusterSquares) {
  let estimate = 0;
  const score = new Float64Array(G);
  for (let b = 0; b < blocks; b++) {
    const at = (g: number) => (g * blocks + b) * size;
    const total = new Float64Array(size * size);
    const right = new Float64Array(size);
    for (let g = 0; g < G; g++) {
      for (let i = 0; i < size; i++) {
        right[i] += product[at(g) + i];
        for (let j = 0; j < size; j++) total[i * size + j] += gram[(at(g) + i) * size + j];
      }
    }
    const inverse = invertPositive(total, size)!;
    const beta = right.map((_, i) => right.reduce((v, r, j) => v + inverse[i * size + j] * r, 0));
    const along = right.map((_, i) => right.reduce((v, __, j) => v + inverse[i * size + j] * combination[b * size + j], 0));
    for (let i = 0; i < size; i++) estimate += combination[b * size + i] * beta[i];
    for (let g = 0; g < G; g++) {
      for (let i = 0; i < size; i++) {
        let s = product[at(g) + i];
        for (let j = 0; j < size; j++) s -= gram[(at(g) + i) * size + j] * beta[j];
        score[g] += along[i] * s;
      }
    }
  }
  return { estimate, se: Math.sqrt(factor * score.reduce((v, s) => v + s * s, 0)) };
}

describe.each(all)("%s", (name, estimator) => {
  test("reduced to clusters gives the combination and its CR0 standard error times the factor", () => {
    for (let seed = 0; seed < 8; seed++) {
      const panel = randomPanel({ seed, units: 16, gaps: seed % 3 === 0 ? 0 : 0.1, weights: seed % 4 > 1 });
      const covariates = seed % 5 === 1 ? ["x"] : [];
      const cluster = [seed % 2 === 0 ? "school" : "unit"];
      const fit = estimator(panel, { outcomes: ["y", "z"], covariates, cluster, inference: { covariance: "CR0" } });
      const c = Float64Array.from(fit.effects.estimate, (v, k) => (Number.isNaN(v) ? 0 : (k % 3) - 0.5));
      const squares = fit.leastSquares!(c);
      const wanted = linearCombination(fit.effects, c);
      const found = solved(squares);
      expect(found.estimate).toBeCloseTo(wanted.estimate, 8);
      expect(found.se / Math.sqrt(squares.factor)).toBeCloseTo(wanted.se, 8);
      expect(structuredClone(squares)).toEqual(squares);
      expect(squares.treated).toEqual(fit.effects.basis.kind === "influence" ? fit.effects.basis.treated : null);
    }
  });

  test("CR3 is the jackknife: estimates with each cluster left out", () => {
    for (let seed = 0; seed < 6; seed++) {
      const panel = randomPanel({ seed, units: 30, gaps: seed % 2 === 0 ? 0 : 0.1, weights: seed > 3 });
      const fit = estimator(panel, {
        outcomes: ["y"],
        cluster: ["school"],
        inference: { covariance: "CR3" },
        singletons: "keep",
      });
      const { effects } = fit;
      const G = effects.clusters;
      const variance = new Float64Array(effects.terms.length);
      for (let g = 0; g < G; g++) {
        const without = fit.refit(Float64Array.from({ length: G }, (_, a) => (a === g ? 0 : 1)));
        for (let k = 0; k < variance.length; k++) variance[k] += ((G - 1) / G) * (without[k] - effects.estimate[k]) ** 2;
      }
      // Where a cluster left out takes a term with it there is no such estimate, and the pseudo-inverse stands in.
      variance.forEach((v, k) => {
        if (!Number.isNaN(v)) expect(standardError(effects, k)).toBeCloseTo(Math.sqrt(v), 8);
      });
      expect(variance.some((v) => !Number.isNaN(v))).toBe(true);
    }
  });

  test("says how it was made; what cannot be had is refused with another way", () => {
    const panel = randomPanel({ seed: 3, units: 20 });
    const made = (input: Parameters<typeof twoWay>[1]) => estimator(panel, { outcomes: ["y"], ...input }).effects.inference;
    expect(made({})).toMatchObject({
      covariance: "CR2",
      degrees: "bellMcCaffrey",
      by: ["unit"],
      clusters: 20,
      reason: "least-squares",
    });
    expect(made({ compat: "fixest" })).toMatchObject({ covariance: "CR1", degrees: "clusters", reason: "compat" });
    expect(made({ compat: "large" })).toMatchObject({ covariance: "CR0", degrees: "normal", reason: "compat" });
    expect(made({ variance: "iid" })).toMatchObject({ covariance: "iid", degrees: "rows", by: [] });
    expect(made({ cluster: ["unit", "period"] })).toMatchObject({
      covariance: "CR1",
      degrees: "clusters",
      by: ["unit", "period"],
    });
    const ask = (covariance: "CR0" | "CR2" | "CR3", input: Parameters<typeof twoWay>[1]) => () =>
      estimator(panel, { outcomes: ["y"], ...input, inference: { covariance } });
    expect(ask("CR2", { cluster: ["unit", "period"] })).toThrow(/Use CR1/);
    expect(ask("CR0", { cluster: ["unit", "period"] })).not.toThrow();
    for (const variance of ["iid", "hetero", "neweyWest", "driscollKraay"] as const)
      expect(ask("CR3", { variance })).toThrow(/variance: cluster/);
    expect(ask("CR0", { compat: "fixest" })).toThrow(/compat/);
    expect(() => estimator(panel, { outcomes: ["y"], variance: "iid" }).leastSquares!(new Float64Array(99))).toThrow();
  });

  test("one cluster, one treated cluster, most treated in one", () => {
    const panel = randomPanel({ seed: 5, units: 20 });
    const grouped = (of: (i: number) => number, count: number) => ({
      ...panel,
      clusterings: [{ name: "area", of: Int32Array.from(panel.ids, (_, i) => of(i)), count }],
    });
    const run = (of: (i: number) => number, count: number) =>
      estimator(grouped(of, count), { outcomes: ["y"], cluster: ["area"] }).effects;
    const one = run(() => 0, 1);
    expect(one.covariance.every(Number.isNaN)).toBe(true);
    expect(codes(one)).toContain("effects/nothing-left");
    const never = (i: number) => panel.firstTreated[i] === NEVER;
    expect(codes(run((i) => (never(i) ? 1 + (i % 5) : 0), 6))).toContain("effects/one-treated-cluster");
    const most = run((i) => (never(i) || i % 9 === 0 ? 1 + (i % 5) : 0), 6);
    expect(codes(most)).toContain("effects/largest-treated-cluster");
    expect(most.inference!.treatedClusters).toBeGreaterThan(1);
    expect(most.df.every((df) => df > 0)).toBe(true);
  });

  test("degrees of freedom: the scale of outcomes does not matter, a sum of outcomes has those of one; effects are data", () => {
    const panel = randomPanel({ seed: 8, units: 18, gaps: name === "sunAbraham" ? 0 : 0.1 });
    const { effects } = estimator(panel, { outcomes: ["y", "z"], cluster: ["school"] });
    const K = effects.terms.length / 2;
    for (let k = 0; k < K; k++) {
      if (Number.isNaN(effects.estimate[k])) continue;
      expect(effects.df[K + k]).toBeCloseTo(effects.df[k], 8);
      const c = new Float64Array(2 * K);
      c[k] = 3;
      c[K + k] = 2;
      expect(linearCombination(effects, c).df).toBeCloseTo(effects.df[k], 8);
      c[K + k] = 0;
      expect(linearCombination(effects, c).df).toBeCloseTo(effects.df[k], 8);
    }
    expect(structuredClone(effects)).toEqual(effects);
  });
});

test("many clusters that differ: one coefficient at a time is close to all at once", () => {
  const panel = randomPanel({ seed: 2, units: 1_200, periods: 4, weights: true });
  // Thirty treated.
  const firstTreated = panel.firstTreated.map((g, i) => (i < 30 ? g : NEVER));
  for (const estimator of [twoWay, eventStudy]) {
    const few = { ...panel, firstTreated };
    const large = estimator(few, { outcomes: ["y"] }).effects;
    const exact = estimator(few, { outcomes: ["y"], inference: { covariance: "CR2" } }).effects;
    expect(large.inference!.reason).toBe("least-squares-large");
    expect(exact.inference!.reason).toBe("asked");
    const zero = estimator(few, { outcomes: ["y"], inference: { covariance: "CR0" } }).effects;
    large.terms.forEach((_, k) => {
      const off = (own: typeof large) => Math.abs(standardError(own, k) / standardError(exact, k) - 1);
      // Event times share their treated, so that each is not known but for a share of one over the clusters: still far nearer than no factor.
      expect(off(large)).toBeLessThan(estimator === twoWay ? 0.002 : off(zero) / 4);
      if (estimator === twoWay) expect(Math.abs(large.df[k] / exact.df[k] - 1)).toBeLessThan(0.01);
      expect(large.df[k]).toBeLessThan(exact.df[k] * 1.1);
    });
    const all = new Float64Array(large.terms.length).fill(1);
    expect(linearCombination(large, all).df).toBe(Math.min(...large.df));
  }
});

test("averages have degrees of freedom of their own", () => {
  const { effects } = sunAbraham(randomPanel({ seed: 4, units: 40 }), { outcomes: ["y"], cluster: ["school"] });
  const cells = effects.terms.flatMap((t, k) => (t.event === 0 ? [k] : []));
  const n = cells.reduce((sum, k) => sum + effects.terms[k].n, 0);
  const c = new Float64Array(effects.terms.length);
  for (const k of cells) c[k] = effects.terms[k].n / n;
  const event = averages(effects, "y", { by: "event" });
  const at = event.terms.findIndex((t) => t.event === 0);
  const own = linearCombination(effects, c);
  near([event.df[at], standardError(event, at)], [own.df, own.se]);
  expect(own.df).toBeGreaterThan(Math.max(...cells.map((k) => effects.df[k])) * 0.9);
  // Combinations of combinations too.
  const d = Float64Array.from(event.terms, (t) => (t.event! >= 0 ? 1 : 0));
  const whole = new Float64Array(effects.terms.length);
  event.terms.forEach((t, r) => {
    const members = effects.terms.flatMap((own, k) => (own.event === t.event ? [k] : []));
    const total = members.reduce((sum, k) => sum + effects.terms[k].n, 0);
    for (const k of members) whole[k] += (d[r] * effects.terms[k].n) / total;
  });
  expect(linearCombination(event, d).df).toBeCloseTo(linearCombination(effects, whole).df, 9);
});
