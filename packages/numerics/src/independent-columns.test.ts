// The cross-product must keep the columns that reflections keep (R's rule), or decline to answer.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gram } from "./cross-product.js";
import { clearlyIndependent, fromCrossProduct, sumsOfSquares } from "./independent-columns.js";
import { logit } from "./logit.js";
import { stream } from "./stream.js";
import { solveTriangle, triangle } from "./triangle.js";

const n = 300;

/** Columns of very different sizes, some of them sums of earlier ones up to a share `noise` of their norm. */
function design(seed: number, k: number, noise: number) {
  const random = stream(seed, "independent-columns", 0);
  const x = new Float64Array(n * k);
  const size = Array.from({ length: k }, () => 10 ** (random.integer(13) - 6));
  for (let j = 0; j < k; j++) {
    const made = j > 1 && random.uniform() < 0.4;
    const [a, b] = [random.integer(Math.max(1, j)), random.integer(Math.max(1, j))];
    for (let i = 0; i < n; i++) {
      const value = made ? x[i * k + a] / size[a] - (2 * x[i * k + b]) / size[b] + noise * random.normal() : random.normal();
      x[i * k + j] = j === 0 ? 1 : size[j] * value;
    }
    if (j === 0) size[0] = 1;
  }
  const weights = Float64Array.from({ length: n }, (_, i) => (i % 7 === 0 ? 0 : random.uniform()));
  return { x, y: new Float64Array(n), weights, n, k };
}

describe("independent columns", () => {
  test("as by reflections, at any size of columns; exact combinations are seen without them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 2, max: 9 }),
        fc.constantFrom(0, 1e-12, 1e-9, 1e-5, 0.01, 1),
        fc.constantFrom(1e-7, 1e-3, 0.2),
        (seed, k, noise, tolerance) => {
          const input = design(seed, k, noise);
          const { dropped } = solveTriangle(triangle(input.x, input.y, input.weights, n, k), k, tolerance);
          const expected = Array.from({ length: k }, (_, j) => j).filter((j) => !dropped.includes(j));
          const found = fromCrossProduct(input, tolerance);
          if (found) expect(found).toEqual(expected);
          // It may decline only where a column leaves about a thousandth of its norm or less.
          else expect(solveTriangle(triangle(input.x, input.y, input.weights, n, k), k, 1.1e-3).dropped).not.toEqual([]);
          if (noise === 0) expect(found).toEqual(expected);
          const curvature = input.weights.map((w, i) => (w * ((i % 5) + 1)) / 20);
          const all = Array.from({ length: k }, (_, j) => j);
          const squares = sumsOfSquares(input.x, input.weights, n, k);
          if (clearlyIndependent(gram(input.x, curvature, n, k, all), squares, 0.25, tolerance)) expect(expected).toEqual(all);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("many rows: the start from a sixteenth of them ends at the same maximum, collinear and rare columns included", () => {
    const random = stream(2, "independent-columns", 1);
    const rows = 60_000;
    const k = 6;
    const x = new Float64Array(rows * k);
    const y = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      const age = random.normal();
      // Column 3 repeats columns 0 and 2; column 4 is never 1 among the rows of the start, column 5 always there.
      x.set([1, age, i % 3 === 0 ? 1 : 0, i % 3 === 0 ? 0 : 1, i % 1600 === 1 ? 1 : 0, i % 16 === 0 ? 1 : 0], i * k);
      y[i] = random.uniform() < 1 / (1 + Math.exp(2 - 0.5 * age - (i % 16 === 0 ? 1 : 0))) ? 1 : 0;
    }
    const fit = logit({ x, y, n: rows, k });
    expect(fit.dropped).toEqual([3]);
    expect(fit.converged).toBe(true);
    for (const j of [0, 1, 2, 4, 5]) {
      let score = 0;
      for (let i = 0; i < rows; i++) score += x[i * k + j] * (y[i] - fit.probability[i]);
      expect(Math.abs(score)).toBeLessThan(1e-8);
    }
    // The same rows in another order: another start, the same maximum.
    const turned = { x: new Float64Array(rows * k), y: new Float64Array(rows), n: rows, k };
    for (let i = 0; i < rows; i++) {
      const from = (i * 7919) % rows;
      turned.y[i] = y[from];
      turned.x.set(x.subarray(from * k, (from + 1) * k), i * k);
    }
    logit(turned).coefficients.forEach((b, j) => {
      expect(b).toBeCloseTo(fit.coefficients[j], 11);
    });
  });
});
