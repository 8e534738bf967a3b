// Endometrial cancer data: Heinze & Schemper 2002 (doi:10.1002/sim.1047). Estimates, deviance and penalised deviance as the R package mbrglm
// prints them for brglm (README, data set `endo`), to all digits shown. Closed forms: 1e-12. Gradient by brute force: 1e-7 a standard error.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firthLogit } from "./firth-logit.js";
import { logit } from "./logit.js";
import { stream } from "./stream.js";

/** Neovasculation, pulsatility index, endometrium height, high histology grade. */
const ENDOMETRIAL = `
  0,13,1.64,0 0,16,2.26,0 0,8,3.14,0 0,34,2.68,0 0,20,1.28,0 0,5,2.31,0 0,17,1.8,0 0,10,1.68,0 0,26,1.56,0 0,17,2.31,0
  0,8,2.01,0 0,7,1.89,0 0,20,3.15,0 0,10,1.23,0 0,18,1.27,0 0,16,1.76,0 0,18,2,0 0,8,2.64,1 0,29,0.88,1 0,12,1.27,1
  0,20,1.37,1 1,38,0.97,1 1,22,1.14,1 1,7,0.88,1 1,25,0.91,1 1,15,0.58,1 0,7,0.97,1 0,28,1.5,0 0,11,1.33,0 0,19,2.37,0
  0,10,1.82,0 0,10,3.13,0 0,18,1.31,0 0,14,1.92,0 0,21,1.64,0 0,11,2.01,0 0,17,1.88,0 0,25,1.93,0 0,16,2.11,0 0,19,1.29,0
  0,15,1.72,0 0,33,0.75,0 0,24,1.92,0 0,48,1.84,1 0,12,1.11,1 0,19,1.61,1 0,2,1.18,1 1,22,1.44,1 1,40,1.18,1 1,5,0.93,1
  1,0,1.17,1 0,21,1.19,1 0,15,1.06,1 0,29,2.02,0 0,15,2.29,0 0,12,2.33,0 0,3,2.9,0 0,20,1.7,0 0,23,1.41,0 0,12,2.25,0
  0,22,1.54,0 0,42,1.97,0 0,15,1.75,0 0,13,2.16,0 0,14,2.57,0 0,19,1.37,0 0,12,3.61,0 0,13,2.04,0 0,10,2.17,0 0,12,1.69,1
  1,49,0.27,1 0,6,1.84,1 0,5,1.3,1 0,17,0.96,1 1,11,1.01,1 1,21,0.98,1 0,5,0.35,1 1,19,1.02,1 0,33,0.85,1
`;

function table(a: number, b: number, c: number, d: number) {
  return {
    x: Float64Array.of(1, 1, 1, 1, 1, 0, 1, 0),
    y: Float64Array.of(1, 0, 1, 0),
    weights: Float64Array.of(a, b, c, d),
    n: 4,
    k: 2,
  };
}

describe("Firth's logit", () => {
  test("a saturated two by two table: half a person added to each cell", () => {
    const cell = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        fc.pre(a + b > 0 && c + d > 0);
        const fit = firthLogit(table(a, b, c, d));
        const others = Math.log((c + 0.5) / (d + 0.5));
        expect(fit.converged).toBe(true);
        expect(fit.coefficients[0]).toBeCloseTo(others, 12);
        expect(fit.coefficients[1]).toBeCloseTo(Math.log((a + 0.5) / (b + 0.5)) - others, 12);
      }),
      { numRuns: 60 },
    );
  });

  test("the endometrial cancer data, in which neovasculation separates", () => {
    const rows = ENDOMETRIAL.trim()
      .split(/\s+/)
      .map((row) => row.split(",").map(Number));
    const design = {
      x: Float64Array.from(rows.flatMap(([nv, pi, eh]) => [1, nv, pi, eh])),
      y: Float64Array.from(rows, (row) => row[3]),
      n: 79,
      k: 4,
    };
    expect(logit(design).separated).toEqual([1]);
    const fit = firthLogit(design);
    expect(fit.converged).toBe(true);
    expect(fit.separated).toEqual([]);
    [3.77456, 2.92927, -0.03475, -2.60416].forEach((b, j) => {
      expect(Math.abs(fit.coefficients[j] - b)).toBeLessThan(5e-6);
    });
    expect(fit.deviance).toBeCloseTo(56.5754, 4);
    expect(fit.penalised).toBeCloseTo(48.0745, 4);
  });

  test("converges where an indicator separates perfectly: no group is empty of covariates, weights count", () => {
    for (const [n, seed] of [
      [200, 1],
      [2000, 2],
    ]) {
      const random = stream(seed, "firth-test", 1);
      const y = Float64Array.from({ length: n }, () => Number(random.uniform() < 0.3));
      const x = Float64Array.from({ length: 4 * n }, (_, c) =>
        c % 4 === 0 ? 1 : c % 4 === 1 ? y[(c - 1) / 4] : random.normal(),
      );
      const weights = Float64Array.from({ length: n }, () => 0.5 + random.uniform());
      const given = { x, y, weights, n, k: 4 };
      const fit = firthLogit(given);
      expect(fit.converged).toBe(true);
      expect(fit.iterations).toBeLessThan(100);
      // A fit that starts elsewhere (columns turned about) ends at the same linear predictor.
      const turned = x.map((v, c) => (c % 4 === 2 ? v + 0.5 * x[c + 1] : v));
      const other = firthLogit({ ...given, x: turned });
      expect(Math.abs(other.penalised - fit.penalised)).toBeLessThan(1e-9);
      for (let i = 0; i < n; i++) expect(Math.abs(other.linear[i] - fit.linear[i])).toBeLessThan(1e-6);
    }
  });

  test("no neighbour has a greater penalised likelihood (brute force), with weights and shares as outcomes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const random = stream(seed, "firth-test", 0);
        const n = 25;
        const x = Float64Array.from({ length: 3 * n }, (_, c) => (c % 3 === 0 ? 1 : random.normal()));
        const y = Float64Array.from({ length: n }, (_, i) => (i % 5 === 0 ? random.uniform() : Number(random.uniform() < 0.3)));
        const weights = Float64Array.from({ length: n }, () => 0.2 + 2 * random.uniform());
        const fit = firthLogit({ x, y, weights, n, k: 3 });
        expect(fit.converged).toBe(true);
        const penalised = (b: ArrayLike<number>): number => {
          let value = 0;
          const info = [0, 0, 0, 0, 0, 0];
          for (let i = 0; i < n; i++) {
            const [u, v, w] = x.subarray(3 * i, 3 * i + 3);
            const p = 1 / (1 + Math.exp(-(b[0] * u + b[1] * v + b[2] * w)));
            value -= 2 * weights[i] * (y[i] * Math.log(p) + (1 - y[i]) * Math.log(1 - p));
            const c = weights[i] * p * (1 - p);
            [u * u, u * v, u * w, v * v, v * w, w * w].forEach((square, s) => {
              info[s] += c * square;
            });
          }
          const [a, d, e, f, g, h] = info;
          return value - Math.log(a * (f * h - g * g) - d * (d * h - g * e) + e * (d * g - f * e));
        };
        expect(fit.penalised).toBeCloseTo(penalised(fit.coefficients), 9);
        // The gradient by central differences, in units of the estimate's own standard error.
        for (let j = 0; j < 3; j++) {
          const se = Math.sqrt(fit.inverse[4 * j]);
          const moved = (by: number) => penalised(Array.from(fit.coefficients, (b, l) => (l === j ? b + by * se : b)));
          expect(Math.abs((moved(1e-4) - moved(-1e-4)) / 2e-4)).toBeLessThan(1e-7);
          expect(moved(0.3)).toBeGreaterThan(moved(0));
          expect(moved(-0.3)).toBeGreaterThan(moved(0));
        }
      }),
      { numRuns: 20 },
    );
  });

  test("weights count as repeated rows; collinear columns are dropped; many rows come near the plain logit", () => {
    const random = stream(4, "firth-test", 1);
    const x = Float64Array.from({ length: 120 }, (_, c) => (c % 2 === 0 ? 1 : random.normal()));
    const y = Float64Array.from({ length: 60 }, () => Number(random.uniform() < 0.4));
    const weights = Float64Array.from({ length: 60 }, (_, i) => i % 3);
    const repeated = Array.from({ length: 60 }, (_, i) => Array(i % 3).fill(i)).flat() as number[];
    const weighted = firthLogit({ x, y, weights, n: 60, k: 2 });
    const long = firthLogit({
      x: Float64Array.from(repeated.flatMap((i) => [1, x[2 * i + 1], 2 - x[2 * i + 1]])),
      y: Float64Array.from(repeated, (i) => y[i]),
      n: repeated.length,
      k: 3,
    });
    expect(long.dropped).toEqual([2]);
    [0, 1].forEach((j) => {
      expect(weighted.coefficients[j]).toBeCloseTo(long.coefficients[j], 12);
    });
    const thousandfold = { x, y, weights: new Float64Array(60).fill(1e6), n: 60, k: 2 };
    logit(thousandfold).coefficients.forEach((b, j) => {
      expect(firthLogit(thousandfold).coefficients[j]).toBeCloseTo(b, 6);
    });
  });
});
