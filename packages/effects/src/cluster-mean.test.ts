import { expect, it } from "vitest";
import { clusterMean } from "./cluster-mean.js";

it("gives single values √(n/(n−1)) and n − 1", () => {
  const { factors, df } = clusterMean([1, 1, 1, 1, 1]);
  expect(df).toBeCloseTo(4, 12);
  for (const f of factors) expect(f).toBeCloseTo(Math.sqrt(5 / 4), 12);
});

it("gives the Satterthwaite degrees of freedom of the dense quadratic form", () => {
  const sizes = [1, 3, 2, 5];
  const n = 11;
  // V = Σ_c (f_c/n · 1_c'(I − 11'/n) y)²: with Ω the covariance of its terms for y ~ N(0, I), df = tr(Ω)² / tr(Ω²).
  const { factors, df } = clusterMean(sizes);
  const vectors = sizes.map((m, c) => {
    const start = sizes.slice(0, c).reduce((a, b) => a + b, 0);
    return Array.from({ length: n }, (_, i) => ((i >= start && i < start + m ? 1 : 0) - m / n) * (factors[c] / n));
  });
  const omega = vectors.map((a) => vectors.map((b) => a.reduce((sum, v, i) => sum + v * b[i], 0)));
  const trace = omega.reduce((sum, row, i) => sum + row[i], 0);
  const square = omega.flat().reduce((sum, v) => sum + v * v, 0);
  expect(df).toBeCloseTo((trace * trace) / square, 10);
  expect(trace).toBeCloseTo(1 / n, 12);
});
