// At the maximum the score is 0: absolute 1e-9 a sum over 400 rows. Coefficients from different routes: 1e-12.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { separatesWhereApart, simulateBinary, twoByTwo } from "./binary.fixture.js";
import { normalCdf, normalQuantile } from "./distributions.js";
import { probit } from "./probit.js";
import { stream } from "./stream.js";

const simulate = simulateBinary("probit-test", (eta, random) => random.normal() < eta);

describe("probit", () => {
  test("the score is zero at the maximum, with weights and shares as outcomes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 4 }), (seed, k) => {
        const design = simulate(400, [-0.4, 0.8, -0.5, 0.3].slice(0, k), seed);
        const random = stream(seed, "weights", 0);
        const weights = design.y.map(() => 0.1 + random.uniform());
        const y = design.y.map((v) => 0.9 * v + 0.1 * random.uniform());
        const fit = probit({ ...design, y, weights });
        expect(fit.converged).toBe(true);
        for (let j = 0; j < k; j++) {
          let score = 0;
          for (let i = 0; i < design.n; i++) {
            const p = normalCdf(fit.linear[i]);
            expect(fit.probability[i]).toBeCloseTo(p, 14);
            const density = Math.exp(-(fit.linear[i] ** 2) / 2) / Math.sqrt(2 * Math.PI);
            score += (weights[i] * design.x[i * k + j] * (y[i] - p) * density) / (p * (1 - p));
          }
          expect(Math.abs(score)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("a two by two table in closed form: quantiles, delta-method variances, deviance", () => {
    const fit = probit(twoByTwo);
    expect(fit.coefficients[0]).toBeCloseTo(normalQuantile(1 / 6), 13);
    expect(fit.coefficients[1]).toBeCloseTo(normalQuantile(0.75) - normalQuantile(1 / 6), 13);
    const variance = (p: number, n: number) => (p * (1 - p)) / n / (Math.exp(-(normalQuantile(p) ** 2)) / (2 * Math.PI));
    expect(fit.inverse[0]).toBeCloseTo(variance(1 / 6, 60), 13);
    expect(fit.inverse[3]).toBeCloseTo(variance(1 / 6, 60) + variance(0.75, 40), 13);
    const logLikelihood = 30 * Math.log(0.75) + 10 * Math.log(0.25) + 10 * Math.log(1 / 6) + 50 * Math.log(5 / 6);
    expect(fit.deviance).toBeCloseTo(-2 * logLikelihood, 11);
  });

  test("collinear columns are dropped, the later one", () => {
    const design = simulate(300, [0.3, 0.6], 8);
    const x = Float64Array.from(Array.from({ length: 300 }, (_, i) => [1, 1 - design.x[2 * i + 1], design.x[2 * i + 1]]).flat());
    const fit = probit({ ...design, x, k: 3 });
    const plain = probit(design);
    expect(fit.dropped).toEqual([2]);
    for (let i = 0; i < 300; i++) expect(fit.probability[i]).toBeCloseTo(plain.probability[i], 12);
  });

  test("steep slopes, far out: converges", () => {
    const fit = probit(simulate(5_000, [-5, 6, -4], 2));
    expect(fit.converged).toBe(true);
    [-5, 6, -4].forEach((b, j) => {
      expect(Math.abs(fit.coefficients[j] - b)).toBeLessThan(5 * Math.sqrt(fit.inverse[j * 4]));
    });
  });

  test("one number and an intercept: separated exactly when the groups do not overlap", () => separatesWhereApart(probit));
});
