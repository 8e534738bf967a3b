import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { separatesWhereApart, simulateBinary, twoByTwo } from "./binary.fixture.js";
import { logit } from "./logit.js";
import { stream } from "./stream.js";

const simulate = simulateBinary("logit-test", (eta, random) => random.uniform() < 1 / (1 + Math.exp(-eta)));

describe("logit", () => {
  test("the score is zero at the maximum, with weights and shares as outcomes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 4 }), (seed, k) => {
        const design = simulate(400, [-0.4, 0.8, -0.5, 0.3].slice(0, k), seed);
        const random = stream(seed, "weights", 0);
        const weights = design.y.map(() => 0.1 + random.uniform());
        const y = design.y.map((v) => 0.9 * v + 0.1 * random.uniform());
        const fit = logit({ ...design, y, weights });
        expect(fit.converged).toBe(true);
        for (let j = 0; j < k; j++) {
          let score = 0;
          for (let i = 0; i < design.n; i++) score += weights[i] * design.x[i * k + j] * (y[i] - fit.probability[i]);
          expect(Math.abs(score)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("a two by two table: log odds, log odds ratio and their variances in closed form", () => {
    const fit = logit(twoByTwo);
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(10 / 50), 13);
    expect(fit.coefficients[1]).toBeCloseTo(Math.log(30 / 10) - Math.log(10 / 50), 13);
    expect(fit.inverse[0]).toBeCloseTo(1 / 10 + 1 / 50, 13);
    expect(fit.inverse[3]).toBeCloseTo(1 / 30 + 1 / 10 + 1 / 10 + 1 / 50, 13);
    const logLikelihood = 30 * Math.log(0.75) + 10 * Math.log(0.25) + 10 * Math.log(1 / 6) + 50 * Math.log(5 / 6);
    expect(fit.deviance).toBeCloseTo(-2 * logLikelihood, 11);
  });

  test("weights count as repeated rows, and weight 0 as no row", () => {
    const { x, y, n, k } = simulate(60, [0.2, -0.7], 3);
    const weights = Float64Array.from({ length: n }, (_, i) => i % 3);
    const repeated = Array.from({ length: n }, (_, i) => Array(i % 3).fill(i)).flat() as number[];
    const weighted = logit({ x, y, weights, n, k });
    const long = logit({
      x: Float64Array.from(repeated.flatMap((i) => [x[2 * i], x[2 * i + 1]])),
      y: Float64Array.from(repeated, (i) => y[i]),
      n: repeated.length,
      k,
    });
    weighted.coefficients.forEach((b, j) => {
      expect(b).toBeCloseTo(long.coefficients[j], 12);
    });
    weighted.inverse.forEach((v, c) => {
      expect(v).toBeCloseTo(long.inverse[c], 12);
    });
    expect(weighted.deviance).toBeCloseTo(long.deviance, 10);
  });

  test("a change of units changes the coefficients only", () => {
    const design = simulate(500, [0.3, 0.6, -0.4], 5);
    const scaled = design.x.map((v, c) => (c % 3 === 1 ? 1e6 * v : c % 3 === 2 ? 2000 + 1e-3 * v : v));
    const fit = logit(design);
    const other = logit({ ...design, x: scaled });
    expect(other.converged).toBe(true);
    for (let i = 0; i < design.n; i++) expect(other.probability[i]).toBeCloseTo(fit.probability[i], 9);
    expect(other.coefficients[1]).toBeCloseTo(fit.coefficients[1] * 1e-6, 15);
  });

  test("collinear columns: the later one is dropped, the fit stays", () => {
    const design = simulate(300, [0.3, 0.6], 8);
    const x = Float64Array.from(
      Array.from({ length: 300 }, (_, i) => [1, 1 - design.x[2 * i + 1], design.x[2 * i + 1], 0]).flat(),
    );
    const fit = logit({ ...design, x, k: 4 });
    const plain = logit(design);
    expect(fit.dropped).toEqual([2, 3]);
    expect(fit.coefficients[2]).toBe(0);
    expect(fit.inverse.filter((_, c) => c % 4 > 1 || c > 7).every((v) => v === 0)).toBe(true);
    expect(fit.coefficients[1]).toBeCloseTo(-plain.coefficients[1], 12);
    expect(fit.inverse[5]).toBeCloseTo(plain.inverse[3], 12);
    for (let i = 0; i < 300; i++) expect(fit.probability[i]).toBeCloseTo(plain.probability[i], 12);
  });

  test("from far out: steep true slopes still converge", () => {
    const fit = logit(simulate(5_000, [-5, 6, -4], 2));
    expect(fit.converged).toBe(true);
    expect(fit.separated).toEqual([]);
    [-5, 6, -4].forEach((b, j) => {
      expect(Math.abs(fit.coefficients[j] - b)).toBeLessThan(5 * Math.sqrt(fit.inverse[j * 4]));
    });
  });

  test("refuses outcomes outside 0 to 1", () => {
    const one = Float64Array.of(1);
    expect(() => logit({ x: one, y: Float64Array.of(1.2), n: 1, k: 1 })).toThrow(/outside 0 to 1, at index 0/);
    expect(() => logit({ x: one, y: Float64Array.of(NaN), n: 1, k: 1 })).toThrow(/the outcome holds a value/);
  });
});

describe("separation", () => {
  test("one number and an intercept: named exactly when the groups do not overlap", () => separatesWhereApart(logit));

  test("a rare category whose members all have the outcome", () => {
    const design = simulate(2000, [0.1, 0.5], 4);
    const rows = Array.from({ length: 2000 }, (_, i) => [1, design.x[2 * i + 1], i % 400 === 0 ? 1 : 0]);
    const y = design.y.map((v, i) => (i % 400 === 0 ? 1 : v));
    const fit = logit({ x: Float64Array.from(rows.flat()), y, n: 2000, k: 3 });
    expect(fit.separated).toEqual([2]);
    expect(fit.converged).toBe(false);
    // One of the category without the outcome, and the maximum exists again.
    y[400] = 0;
    expect(logit({ x: Float64Array.from(rows.flat()), y, n: 2000, k: 3 }).separated).toEqual([]);
  });

  test("every row has the outcome", () => {
    const { x, n, k } = simulate(50, [0, 1], 6);
    expect(logit({ x, y: new Float64Array(n).fill(1), n, k }).separated.length).toBeGreaterThan(0);
    expect(logit({ x: new Float64Array(9).fill(1), y: new Float64Array(9), n: 9, k: 1 }).separated).toEqual([0]);
  });
});
