// Hand-computed values: exact to rounding. Defining properties (linear beyond the knots, natural splines reproduced): 1e-9 absolute.
import { leastSquares } from "@kontrafakt/numerics";
import { describe, expect, test } from "vitest";
import { naturalSpline } from "./natural-spline.js";

describe("natural cubic spline", () => {
  test("three knots by hand: 0, 2, 4 over the squared range 16", () => {
    const { knots, columns } = naturalSpline(Float64Array.of(0, 1, 2, 3, 4), 2);
    expect(Array.from(knots)).toEqual([0, 2, 4]);
    // x³ − 2 (x − 2)³₊ + (x − 4)³₊ over 16: 0, 1, 8, 27 − 2, 64 − 16.
    expect(columns.map((c) => Array.from(c))).toEqual([[0, 1 / 16, 8 / 16, 25 / 16, 48 / 16]]);
  });

  test("inner knots at equally spaced quantiles, and as many columns as asked for", () => {
    const { knots, columns } = naturalSpline(
      Float64Array.from({ length: 101 }, (_, i) => (i * 37) % 101),
      4,
    );
    expect(Array.from(knots)).toEqual([0, 25, 50, 75, 100]);
    expect(columns).toHaveLength(3);
  });

  test("spans exactly the natural cubic splines of its knots", () => {
    // The interpolating natural spline through values at the knots, from the classical tridiagonal system of second derivatives.
    const values = Float64Array.from({ length: 201 }, (_, i) => i / 20);
    const { knots, columns } = naturalSpline(values, 4);
    expect(Array.from(knots)).toEqual([0, 2.5, 5, 7.5, 10]);
    const at = [1, -2, 0.5, 4, -1];
    const h = 2.5;
    const right = [1, 2, 3].map((j) => (6 * (at[j + 1] - 2 * at[j] + at[j - 1])) / (h * h));
    // [4 1 0; 1 4 1; 0 1 4] m = right
    const det = 4 * 15 - 4;
    const second = [
      0,
      (15 * right[0] - 4 * right[1] + right[2]) / det,
      (-4 * right[0] + 16 * right[1] - 4 * right[2]) / det,
      (right[0] - 4 * right[1] + 15 * right[2]) / det,
      0,
    ];
    const y = values.map((v) => {
      const j = Math.min(3, Math.floor(v / h));
      const a = (knots[j + 1] - v) / h;
      const b = (v - knots[j]) / h;
      return a * at[j] + b * at[j + 1] + (((a ** 3 - a) * second[j] + (b ** 3 - b) * second[j + 1]) * h * h) / 6;
    });
    const design = Float64Array.from(Array.from(values).flatMap((v, i) => [1, v, ...columns.map((c) => c[i])]));
    const fit = leastSquares({ x: design, y, n: values.length, k: 2 + columns.length });
    expect(fit.rank).toBe(5);
    expect(Math.max(...fit.residuals.map(Math.abs))).toBeLessThan(1e-9);
    // A cubic that bends at its ends is none of them.
    const cubic = leastSquares({ x: design, y: values.map((v) => v ** 3), n: values.length, k: 5 });
    expect(Math.max(...cubic.residuals.map(Math.abs))).toBeGreaterThan(1);
  });

  test("does not bend at its ends, so that it goes on linearly", () => {
    // The outer knots are the range: the second derivative vanishes there.
    const values = Float64Array.from({ length: 1001 }, (_, i) => i / 100);
    for (const column of naturalSpline(values, 5).columns) {
      const bend = (i: number) => column[i - 1] - 2 * column[i] + column[i + 1];
      const most = Math.max(...column.slice(1, -1).map((_, i) => Math.abs(bend(i + 1))));
      expect(Math.abs(bend(1))).toBeLessThan(0.01 * most);
      expect(Math.abs(bend(999))).toBeLessThan(0.01 * most);
    }
  });

  test("few distinct values: knots that coincide count once", () => {
    const children = Float64Array.from({ length: 100 }, (_, i) => (i < 90 ? 0 : i < 95 ? 1 : 2));
    expect(Array.from(naturalSpline(children, 3).knots)).toEqual([0, 2]);
    expect(naturalSpline(children, 3).columns).toEqual([]);
    expect(naturalSpline(new Float64Array(5).fill(7), 3).columns).toEqual([]);
  });
});
