import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastSquares } from "./least-squares.js";

/** Dense normal equations by Gauss–Jordan with row exchange: an oracle for well-conditioned cases. */
function oracle(rows: number[][], y: number[], weights: number[]): number[] {
  const k = rows[0].length;
  const a = Array.from({ length: k }, (_, i) => [
    ...Array.from({ length: k }, (_, j) => rows.reduce((t, r, n) => t + weights[n] * r[i] * r[j], 0)),
    rows.reduce((t, r, n) => t + weights[n] * r[i] * y[n], 0),
  ]);
  for (let c = 0; c < k; c++) {
    const p = a.slice(c).reduce((best, r, i) => (Math.abs(r[c]) > Math.abs(a[best][c]) ? c + i : best), c);
    [a[c], a[p]] = [a[p], a[c]];
    for (let r = 0; r < k; r++) {
      if (r === c) continue;
      const f = a[r][c] / a[c][c];
      for (let j = c; j <= k; j++) a[r][j] -= f * a[c][j];
    }
  }
  return a.map((r, i) => r[k] / r[i]);
}

const value = fc.double({ min: -5, max: 5, noNaN: true });
const problemOf = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 30 })).chain(([k, more]) => {
  const n = k + more;
  return fc.record({
    k: fc.constant(k),
    n: fc.constant(n),
    // A multiple of the identity on top keeps every design well conditioned.
    rows: fc
      .array(fc.array(value, { minLength: k, maxLength: k }), { minLength: n, maxLength: n })
      .map((rows) => [
        ...Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => (i === j ? 20 : 0))),
        ...rows.slice(k),
      ]),
    y: fc.array(value, { minLength: n, maxLength: n }),
    weights: fc.array(fc.double({ min: 0.5, max: 3, noNaN: true }), { minLength: n, maxLength: n }),
  });
});

describe("least squares", () => {
  test("the same as dense normal equations, with weights", () => {
    fc.assert(
      fc.property(problemOf, ({ k, n, rows, y, weights }) => {
        const fit = leastSquares({
          x: Float64Array.from(rows.flat()),
          y: Float64Array.from(y),
          weights: Float64Array.from(weights),
          n,
          k,
        });
        oracle(rows, y, weights).forEach((b, j) => {
          expect(fit.coefficients[j]).toBeCloseTo(b, 9);
        });
        expect(fit.rank).toBe(k);
        // X'W(y − Xb) = 0 and inverse × X'WX = identity.
        for (let i = 0; i < k; i++) {
          expect(rows.reduce((t, r, c) => t + weights[c] * r[i] * fit.residuals[c], 0)).toBeCloseTo(0, 8);
          for (let j = 0; j < k; j++) {
            let entry = 0;
            for (let c = 0; c < k; c++)
              entry += fit.inverse[i * k + c] * rows.reduce((t, r, m) => t + weights[m] * r[c] * r[j], 0);
            expect(entry).toBeCloseTo(i === j ? 1 : 0, 8);
          }
        }
      }),
    );
  });

  test("more rows than a block: a line known exactly", () => {
    const n = 1000;
    const x = Float64Array.from({ length: 2 * n }, (_, c) => (c % 2 === 0 ? 1 : 2_000_000 + (c >> 1)));
    const fit = leastSquares({ x, y: Float64Array.from({ length: n }, (_, i) => 3 - 0.5 * (2_000_000 + i)), n, k: 2 });
    expect(Math.abs(fit.coefficients[0] - 3)).toBeLessThan(1e-6);
    expect(Math.abs(fit.coefficients[1] + 0.5)).toBeLessThan(1e-12);
  });

  test("Longley's data, badly scaled: NIST's certified values, relative 1e-9", () => {
    // NIST Statistical Reference Datasets, Longley (1967), condition number near 1e10.
    const rows = [
      [60323, 83.0, 234289, 2356, 1590, 107608, 1947],
      [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
      [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
      [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
      [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
      [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
      [64989, 99.0, 365385, 1870, 3547, 115094, 1953],
      [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
      [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
      [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
      [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
      [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
      [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
      [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
      [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
      [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
    ];
    const certified = [
      [-3482258.63459582, 890420.383607373],
      [15.0618722713733, 84.9149257747669],
      [-0.035819179292591, 0.0334910077722432],
      [-2.02022980381683, 0.488399681651699],
      [-1.03322686717359, 0.214274163161675],
      [-0.0511041056535807, 0.22607320006937],
      [1829.15146461355, 455.478499142212],
    ];
    const x = Float64Array.from(rows.flatMap((row) => [1, ...row.slice(1)]));
    const fit = leastSquares({ x, y: Float64Array.from(rows, (row) => row[0]), n: 16, k: 7 });
    const rss = fit.residuals.reduce((total, r) => total + r * r, 0);
    expect(Math.abs(rss / 836424.055505915 - 1)).toBeLessThan(1e-9);
    certified.forEach(([estimate, se], j) => {
      expect(Math.abs(fit.coefficients[j] / estimate - 1)).toBeLessThan(1e-9);
      expect(Math.abs(Math.sqrt((fit.inverse[j * 8] * rss) / 9) / se - 1)).toBeLessThan(1e-9);
    });
  });

  test("drops the later of collinear columns, whatever their scale", () => {
    const n = 50;
    const base = Array.from({ length: n }, (_, i) => [1, (i * 7) % 11, ((i * 13) % 17) * 1e6]);
    const rows = base.map(([one, a, b]) => [one, a, 2 * one - 3 * a, b, 0, a + b, a * a]);
    const fit = leastSquares({
      x: Float64Array.from(rows.flat()),
      y: Float64Array.from(base, ([, a, b]) => 1 + 2 * a + 3e-6 * b),
      n,
      k: 7,
    });
    expect(fit.dropped).toEqual([2, 4, 5]);
    expect(fit.rank).toBe(4);
    [1, 2, 0, 3e-6, 0, 0, 0].forEach((b, j) => {
      expect(fit.coefficients[j]).toBeCloseTo(b, 9);
    });
    for (const j of fit.dropped)
      for (let c = 0; c < 7; c++) expect([fit.inverse[j * 7 + c], fit.inverse[c * 7 + j]]).toEqual([0, 0]);
  });

  test("a row of weight 0 changes nothing but its own residual", () => {
    const x = Float64Array.of(1, 0, 1, 1, 1, 2, 1, 99);
    const fit = leastSquares({ x, y: Float64Array.of(1, 3, 5, 0), weights: Float64Array.of(1, 1, 1, 0), n: 4, k: 2 });
    expect(fit.coefficients[0]).toBeCloseTo(1, 12);
    expect(fit.coefficients[1]).toBeCloseTo(2, 12);
    expect(fit.residuals[3]).toBeCloseTo(-199, 9);
  });

  test("fewer rows than columns, no rows, no columns", () => {
    expect(leastSquares({ x: Float64Array.of(1, 2, 3), y: Float64Array.of(4), n: 1, k: 3 }).dropped).toEqual([1, 2]);
    expect(leastSquares({ x: new Float64Array(0), y: new Float64Array(0), n: 0, k: 2 }).rank).toBe(0);
    expect([...leastSquares({ x: new Float64Array(0), y: Float64Array.of(4), n: 1, k: 0 }).residuals]).toEqual([4]);
  });

  test("refuses what is not finite or does not fit together", () => {
    const one = Float64Array.of(1);
    expect(() => leastSquares({ x: Float64Array.of(NaN), y: one, n: 1, k: 1 })).toThrow(/the design matrix holds a value/);
    expect(() => leastSquares({ x: one, y: Float64Array.of(Infinity), n: 1, k: 1 })).toThrow(/the outcome holds a value/);
    expect(() => leastSquares({ x: one, y: one, weights: Float64Array.of(-1), n: 1, k: 1 })).toThrow(/weight is negative/);
    expect(() => leastSquares({ x: one, y: one, n: 1, k: 2 })).toThrow(/the design matrix has 1 values where 2 are needed/);
  });
});
