import { describe, expect, it } from "vitest";
import { clusterMean } from "./cluster-mean.js";
import { weightedMean } from "./weighted-mean.js";

const of = (weights: readonly (readonly number[])[]) => {
  const all = weights.flat().reduce((a, b) => a + b, 0);
  const p = weights.map((own) => own.map((w) => w / all));
  const add = (own: readonly number[], of: (w: number) => number) => own.reduce((a, b) => a + of(b), 0);
  const sum = Float64Array.from(p, (own) => add(own, (w) => w));
  const squares = Float64Array.from(p, (own) => add(own, (w) => w * w));
  return { p, ...weightedMean({ sum, squares }) };
};

describe("weightedMean", () => {
  it("is clusterMean for equal weights", () => {
    const sizes = [1, 3, 2, 5];
    const { factors, trace, square } = of(sizes.map((n) => Array.from({ length: n }, () => 0.7)));
    const plain = clusterMean(sizes);
    factors.forEach((f, a) => {
      expect(f).toBeCloseTo(plain.factors[a], 12);
    });
    expect(trace ** 2 / square).toBeCloseTo(plain.df, 10);
  });

  it("makes the variance unbiased and has the degrees of freedom of the dense quadratic form", () => {
    const weights = [[1], [0.2, 4], [2.5], [0.1, 0.3, 0.7], [1.1]];
    const { p, factors, trace, square } = of(weights);
    const flat = p.flat();
    const n = flat.length;
    let at = 0;
    const vectors = p.map((own, a) => {
      const start = at;
      at += own.length;
      const sum = own.reduce((x, y) => x + y, 0);
      return flat.map((q, j) => factors[a] * ((j >= start && j < start + own.length ? q : 0) - sum * q));
    });
    const omega = vectors.map((u) => vectors.map((v) => u.reduce((s, x, j) => s + x * v[j], 0)));
    const dense = omega.reduce((s, row, a) => s + row[a], 0);
    expect(n).toBe(8);
    expect(dense).toBeCloseTo(
      flat.reduce((s, q) => s + q * q, 0),
      12,
    );
    expect(trace).toBeCloseTo(dense, 12);
    expect(square).toBeCloseTo(
      omega.flat().reduce((s, v) => s + v * v, 0),
      12,
    );
  });

  it("gives nothing for a mean that rests on one cluster", () => {
    expect(weightedMean({ sum: Float64Array.of(1), squares: Float64Array.of(1) })).toEqual({
      factors: Float64Array.of(1),
      trace: 0,
      square: 0,
    });
  });
});
