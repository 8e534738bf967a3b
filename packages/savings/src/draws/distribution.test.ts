import { ln, normalCdf, stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import type { Distribution } from "../savings-value.js";
import { checkDistribution } from "./check-distribution.js";
import { meanOf, quantileOf, quantiles, sdOf } from "./distribution.js";

const all: Distribution[] = [
  { kind: "fixed", value: 7 },
  { kind: "uniform", low: 2, high: 8 },
  { kind: "triangular", low: 1, mode: 2, high: 9 },
  { kind: "pert", low: 1, mode: 2, high: 9 },
  { kind: "normal", mean: 5, sd: 2 },
  { kind: "lognormal", mean: 5, sd: 2 },
  { kind: "gamma", mean: 5, sd: 3 },
  { kind: "beta", low: 1, high: 9, mean: 4, sd: 1.5 },
  { kind: "empirical", values: [3, 9, 1, 1, 4] },
];

test.each(all)("moments of $kind are those of its quantile function", (d) => {
  const n = 3000;
  let mean = 0;
  let square = 0;
  // ∫ Q(p) dp and ∫ Q(p)² dp with p = Φ(z), by the trapezoid rule: steps in z keep the tails, and it converges fast.
  const ranks = Float64Array.from({ length: n }, (_, i) => normalCdf(-6 + (12 * (i + 0.5)) / n));
  const values = quantiles(d, ranks, new Float64Array(n));
  for (let i = 0; i < n; i++) {
    const weight = normalCdf(-6 + (12 * (i + 1)) / n) - normalCdf(-6 + (12 * i) / n);
    mean += weight * values[i];
    square += weight * values[i] * values[i];
  }
  const tolerance = d.kind === "empirical" ? 5e-3 : 2e-5;
  expect(Math.abs(mean - meanOf(d))).toBeLessThan(tolerance);
  expect(Math.abs(square - mean * mean - sdOf(d) ** 2)).toBeLessThan(10 * tolerance);
});

test("quantiles that can be had by hand or from tables", () => {
  expect(quantileOf({ kind: "uniform", low: 2, high: 8 }, 0.25)).toBe(3.5);
  // Triangular 0–1–1: F = x².
  expect(quantileOf({ kind: "triangular", low: 0, mode: 1, high: 1 }, 0.25)).toBeCloseTo(0.5, 15);
  expect(quantileOf({ kind: "normal", mean: 100, sd: 15 }, 0.975)).toBeCloseTo(100 + 15 * 1.959963984540054, 10);
  // Median of a lognormal: mean/√(1 + cv²).
  expect(quantileOf({ kind: "lognormal", mean: 5, sd: 2 }, 0.5)).toBeCloseTo(5 / Math.sqrt(1.16), 12);
  // Exponential: gamma with sd = mean.
  for (const p of [0.01, 0.5, 0.99]) expect(quantileOf({ kind: "gamma", mean: 3, sd: 3 }, p)).toBeCloseTo(-3 * ln(1 - p), 10);
  // Beta(2, 2): F = 3x² − 2x³, F(0.25) = 0.15625; sd² = 1/20. PERT with the mode in the middle is beta(3, 3): F(0.25) = 0.103515625.
  expect(quantileOf({ kind: "beta", low: 0, high: 1, mean: 0.5, sd: Math.sqrt(0.05) }, 0.15625)).toBeCloseTo(0.25, 10);
  expect(quantileOf({ kind: "pert", low: 10, mode: 30, high: 50 }, 0.103515625)).toBeCloseTo(20, 9);
  const found: Distribution = { kind: "empirical", values: [30, 10, 20, 40] };
  expect([0.01, 0.25, 0.2501, 0.5, 0.75, 0.99].map((p) => quantileOf(found, p))).toEqual([10, 10, 20, 20, 30, 40]);
});

test("interpolated quantiles equal the direct ones", () => {
  const random = stream(3, "test/quantiles", 0);
  const ranks = Float64Array.from({ length: 60 }, (_, i) => (i < 4 ? [1e-15, 1e-7, 1 - 1e-7, 1 - 1e-15][i] : random.uniform()));
  for (const d of [
    ...all,
    { kind: "pert", low: 0, mode: 0, high: 1 },
    { kind: "beta", low: 0, high: 1, mean: 0.02, sd: 0.1 },
    { kind: "gamma", mean: 1, sd: 1.4 },
    { kind: "gamma", mean: 1, sd: 30 },
    { kind: "gamma", mean: 1, sd: 1e-5 },
    { kind: "beta", low: 0, high: 1, mean: 0.3, sd: 1e-5 },
  ] as Distribution[]) {
    const out = quantiles(d, ranks, new Float64Array(ranks.length));
    const sd = sdOf(d);
    for (let i = 0; i < ranks.length; i++) expect(Math.abs(out[i] - quantileOf(d, ranks[i]))).toBeLessThanOrEqual(1e-7 * sd);
    expect(out.every(Number.isFinite)).toBe(true);
  }
});

test("a distribution that cannot be is refused with its reason", () => {
  const code = (d: Distribution) => checkDistribution(d)?.code ?? null;
  for (const d of all) expect(code(d)).toBeNull();
  expect(code({ kind: "beta", low: 0, high: 1, mean: 1, sd: 0.1 })).toBe("savings/distribution-beta-mean");
  expect(checkDistribution({ kind: "beta", low: 0, high: 1, mean: 0.5, sd: 0.5 })).toEqual({
    code: "savings/distribution-beta-sd",
    params: { sd: 0.5, largest: 0.5 },
  });
  expect(code({ kind: "gamma", mean: 0, sd: 1 })).toBe("savings/distribution-mean");
  expect(code({ kind: "lognormal", mean: 5, sd: 0 })).toBe("savings/distribution-sd");
  expect(code({ kind: "pert", low: 0, mode: 3, high: 2 })).toBe("savings/distribution-mode");
  expect(code({ kind: "uniform", low: 3, high: 2 })).toBe("savings/distribution-order");
  expect(code({ kind: "normal", mean: Number.NaN, sd: 1 })).toBe("savings/distribution-not-a-number");
  expect(code({ kind: "empirical", values: [] })).toBe("savings/distribution-empty");
});
