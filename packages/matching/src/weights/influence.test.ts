// Derivatives by central differences: steps of 1e-4 are exact to about 1e-7 of the larger terms.
import { exp, normalCdf } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { cbps } from "./cbps.js";
import { entropyBalance } from "./entropy-balance.js";
import { ipw } from "./ipw.js";
import { people } from "./people.fixture.js";
import type { Weights, WeightsInput } from "./weights-value.js";

type Case = [name: string, run: (input: WeightsInput) => Weights, own: (eta: number[], treated: boolean) => number];

const odds = (eta: number[], treated: boolean): number => exp(treated ? -eta[0] : eta[0]);
const cases: Case[] = [
  ["ipw att", (g) => ipw({ ...g, target: "att" }), (e, t) => (t ? 1 : odds(e, t))],
  ["ipw atc", (g) => ipw({ ...g, target: "atc" }), (e, t) => (t ? odds(e, t) : 1)],
  ["ipw ate", (g) => ipw({ ...g, target: "ate" }), (e, t) => 1 + odds(e, t)],
  ["ipw ato", (g) => ipw({ ...g, target: "ato" }), (e, t) => odds(e, t) / (1 + odds(e, t))],
  ["ipw ate by probit", (g) => ipw({ ...g, target: "ate", model: "probit" }), ([e], t) => 1 / normalCdf(t ? e : -e)],
  ["entropy att", (g) => entropyBalance(g), (e, t) => (t ? 1 : exp(e[0]))],
  ["entropy atc", (g) => entropyBalance({ ...g, target: "atc" }), (e, t) => (t ? exp(e[0]) : 1)],
  ["entropy ate", (g) => entropyBalance({ ...g, target: "ate" }), (e, t) => exp(e[t ? 1 : 0])],
  ["cbps att", (g) => cbps(g), (e, t) => (t ? 1 : odds(e, t))],
  ["cbps atc", (g) => cbps({ ...g, target: "atc" }), (e, t) => (t ? odds(e, t) : 1)],
  ["cbps ate", (g) => cbps({ ...g, target: "ate" }), (e, t) => 1 + odds(e, t)],
];

const n = 120;
const { x, k, treated, base, y } = people(n);
const input: WeightsInput = { x, k, n, treated, base };
const STEP = 1e-4;

function moved(i: number, by: number): WeightsInput {
  return { ...input, base: base.map((b, l) => (l === i ? b * (1 + by) : b)) };
}

function effect(weight: Float64Array): number {
  const sums = [0, 0, 0, 0];
  weight.forEach((w, i) => {
    sums[treated[i]] += w;
    sums[2 + treated[i]] += w * y[i];
  });
  return sums[3] / sums[1] - sums[2] / sums[0];
}

describe("estimation of weights", () => {
  it.each(cases)("%s: weights are those of the coefficients, and the gradient is their derivative", (_, run, own) => {
    const fit = run(input);
    const p = fit.coefficients.length;
    const { parameters, gradient } = fit.estimation ?? { parameters: 0, gradient: new Float64Array(0) };
    expect([fit.converged, parameters]).toEqual([true, p]);
    const weight = (i: number, coefficients: Float64Array): number => {
      const eta: number[] = [];
      for (let a = 0; a < p; a += k) eta.push(x.subarray(i * k, (i + 1) * k).reduce((s, v, j) => s + v * coefficients[a + j], 0));
      return base[i] * own(eta, treated[i] === 1);
    };
    for (let i = 0; i < n; i += 7) {
      expect(weight(i, fit.coefficients) / fit.weight[i]).toBeCloseTo(1, 9);
      for (let j = 0; j < p; j++) {
        const at = (h: number) =>
          weight(
            i,
            fit.coefficients.map((b, l) => (l === j ? b + h : b)),
          );
        const slope = (at(STEP / 40) - at(-STEP / 40)) / (STEP / 20);
        expect(Math.abs(gradient[i * p + j] - slope)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
      }
    }
  });

  it.each(cases)("%s: a row's influence is what its sampling weight does to the coefficients and to the effect", (_, run) => {
    const fit = run(input);
    const { parameters: p, gradient, influence } = fit.estimation as NonNullable<typeof fit.estimation>;
    const total = [0, 0];
    const mean = [0, 0];
    fit.weight.forEach((w, i) => {
      total[treated[i]] += w;
      mean[treated[i]] += w * y[i];
    });
    const perWeight = y.map(
      (v, i) => ((treated[i] === 1 ? 1 : -1) * (v - mean[treated[i]] / total[treated[i]])) / total[treated[i]],
    );
    const g = Array.from({ length: p }, (_, j) => perWeight.reduce((s, v, i) => s + v * gradient[i * p + j], 0));
    for (let j = 0; j < p; j++) {
      let sum = 0;
      let size = 0;
      for (let i = 0; i < n; i++) {
        sum += influence[i * p + j];
        size += Math.abs(influence[i * p + j]);
      }
      expect(Math.abs(sum)).toBeLessThan(1e-8 * size);
    }
    for (let i = 0; i < n; i += 17) {
      const [up, down] = [run(moved(i, STEP)), run(moved(i, -STEP))];
      for (let j = 0; j < p; j++) {
        const slope = (up.coefficients[j] - down.coefficients[j]) / (2 * STEP);
        expect(Math.abs(influence[i * p + j] - slope)).toBeLessThan(1e-6 * (Math.abs(slope) + 1e-3));
      }
      const slope = (effect(up.weight) - effect(down.weight)) / (2 * STEP);
      const part = fit.weight[i] * perWeight[i] + g.reduce((s, v, j) => s + v * influence[i * p + j], 0);
      expect(Math.abs(part - slope)).toBeLessThan(1e-6 * (Math.abs(slope) + 1e-3));
    }
  });

  it.each(cases)("%s: the influence foretells leaving a row out, and its standard error the jackknife's", (_, run) => {
    const many = people(400, 2);
    const whole = { x: many.x, treated: many.treated, n: many.n, k };
    const fit = run(whole);
    const { parameters: p, influence } = fit.estimation as NonNullable<typeof fit.estimation>;
    let jackknife = 0;
    let foretold = 0;
    let apart = 0;
    for (let i = 0; i < many.n; i += 10) {
      const without = run({ ...whole, base: Float64Array.from({ length: many.n }, (_, l) => (l === i ? 0 : 1)) });
      const change = fit.coefficients[1] - without.coefficients[1];
      jackknife += change * change;
      foretold += influence[i * p + 1] ** 2;
      apart += (change - influence[i * p + 1]) ** 2;
    }
    // A row of 400 with 4 columns: leverage is about 1/100, and the difference of that order.
    expect(apart / jackknife).toBeLessThan(0.05);
    expect(Math.sqrt(foretold / jackknife)).toBeGreaterThan(0.85);
    expect(Math.sqrt(foretold / jackknife)).toBeLessThan(1.05);
  });

  it("a Firth score's influence foretells leaving a row out", () => {
    const whole = { x, treated, n, k };
    const run = (g: WeightsInput) => ipw({ ...g, penalty: "firth" });
    const fit = run(whole);
    const { influence } = fit.estimation as NonNullable<typeof fit.estimation>;
    let jackknife = 0;
    let apart = 0;
    for (let i = 0; i < n; i += 6) {
      const without = run({ ...whole, base: Float64Array.from({ length: n }, (_, l) => (l === i ? 0 : 1)) });
      const change = fit.coefficients[1] - without.coefficients[1];
      jackknife += change * change;
      apart += (change - influence[i * k + 1]) ** 2;
    }
    expect(apart / jackknife).toBeLessThan(0.05);
  });
});
