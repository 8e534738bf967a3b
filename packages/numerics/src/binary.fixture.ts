import fc from "fast-check";
import { expect } from "vitest";
import type { BinaryFit, BinaryInput } from "./binary-fit.js";
import { type Stream, stream } from "./stream.js";

/** A design with an intercept (n × k), and outcomes drawn given the linear predictor with the coefficients `truth`. */
export function simulateBinary(name: string, outcome: (eta: number, random: Stream) => boolean) {
  return (n: number, truth: number[], seed: number) => {
    const random = stream(seed, name, 0);
    const k = truth.length;
    const x = Float64Array.from({ length: n * k }, (_, c) => (c % k === 0 ? 1 : random.normal()));
    const y = Float64Array.from({ length: n }, (_, i) =>
      outcome(
        truth.reduce((t, b, j) => t + b * x[i * k + j], 0),
        random,
      )
        ? 1
        : 0,
    );
    return { x, y, n, k };
  };
}

/** 30 of 40 treated and 10 of 60 others had the outcome; an intercept and treatment. */
export const twoByTwo = {
  x: Float64Array.of(1, 1, 1, 1, 1, 0, 1, 0),
  y: Float64Array.of(1, 0, 1, 0),
  weights: Float64Array.of(30, 10, 10, 50),
  n: 4,
  k: 2,
};

/** One number and an intercept: separated exactly when the groups do not overlap. */
export function separatesWhereApart(fitted: (input: BinaryInput) => BinaryFit): void {
  const drawn = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.boolean()), { minLength: 4, maxLength: 40 });
  fc.assert(
    fc.property(drawn, (rows) => {
      const on = rows.filter((r) => r[1]).map((r) => r[0]);
      const off = rows.filter((r) => !r[1]).map((r) => r[0]);
      fc.pre(on.length > 0 && off.length > 0 && new Set(rows.map((r) => r[0])).size > 1);
      const apart = Math.max(...on) <= Math.min(...off) || Math.max(...off) <= Math.min(...on);
      const fit = fitted({
        x: Float64Array.from(rows.flatMap((r) => [1, r[0]])),
        y: Float64Array.from(rows, (r) => Number(r[1])),
        n: rows.length,
        k: 2,
      });
      expect(fit.separated).toEqual(apart ? [1] : []);
      expect(fit.converged).toBe(!apart);
    }),
    { numRuns: 150 },
  );
}
