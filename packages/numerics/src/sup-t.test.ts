import type { Pool } from "@kontrafakt/base";
import { describe, expect, test } from "vitest";
import { normalCdf, tCdf, tQuantile } from "./distributions.js";
import { numericsJobs } from "./jobs.js";
import { supT } from "./sup-t.js";

const pair = (rho: number) => Float64Array.of(1, rho, rho, 1);

/** P(max(|T₁|, |T₂|) ≤ c): the bivariate normal rectangle by Simpson's rule, and over the chi for finite df. */
function coverage(c: number, rho: number, df: number): number {
  const simpson = (f: (x: number) => number, from: number, to: number, n: number) => {
    const h = (to - from) / n;
    let total = f(from) + f(to);
    for (let i = 1; i < n; i++) total += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
    return (total * h) / 3;
  };
  const rectangle = (a: number) => {
    const s = Math.sqrt(1 - rho * rho);
    const inner = (z: number) => (normalCdf((a - rho * z) / s) - normalCdf((-a - rho * z) / s)) * Math.exp((-z * z) / 2);
    return simpson(inner, -a, a, 40) / Math.sqrt(2 * Math.PI);
  };
  if (df === Infinity) return rectangle(c);
  // Density of s = √(χ²/df), without its constant.
  const density = (s: number) => s ** (df - 1) * Math.exp((-df * s * s) / 2);
  return simpson((s) => density(s) * rectangle(c * s), 1e-9, 4, 100) / simpson(density, 1e-9, 4, 100);
}

/**
 * The same in one dimension: from correlation 1, where it is the pointwise probability, by Plackett's derivative in the correlation (Plackett 1954,
 * doi:10.1093/biomet/41.3-4.351; Dunnett & Sobel 1954 for the t), with r = sin a.
 */
function alongCorrelation(c: number, rho: number, df: number): number {
  const power = (q: number) => (df === Infinity ? Math.exp(-q / 2) : (1 + q / df) ** (-df / 2));
  const f = (a: number) => power((2 * c * c) / (1 + Math.sin(a))) - power((2 * c * c) / (1 - Math.sin(a)));
  const from = Math.asin(rho);
  const n = 400;
  const h = (Math.PI / 2 - from) / n;
  // Simpson's rule; at correlation 1 the second part is 0.
  let sum = f(from) + power(c * c);
  for (let i = 1; i < n; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  const pointwise = df === Infinity ? 2 * normalCdf(c) - 1 : 2 * tCdf(c, df) - 1;
  return pointwise - (sum * h) / 3 / Math.PI;
}

/** The exact critical value, and how fast coverage grows there. */
function exact(rho: number, df: number, level: number): { critical: number; slope: number } {
  let [low, high] = [0.5, 40];
  for (let i = 0; i < 45; i++) {
    const middle = (low + high) / 2;
    if (alongCorrelation(middle, rho, df) < level) low = middle;
    else high = middle;
  }
  const slope = (alongCorrelation(low + 1e-4, rho, df) - alongCorrelation(low - 1e-4, rho, df)) / 2e-4;
  return { critical: low, slope };
}

describe("sup-t against integration, two coordinates", () => {
  test("the one-dimensional form is the double integral, and the closed forms it has", () => {
    for (const [c, rho, df] of [
      [2.2, 0.5, Infinity],
      [2.6, 0.5, 10],
      [3.1, -0.9, 5],
      [2.9, 0.3, 7],
    ]) {
      expect(Math.abs(alongCorrelation(c, rho, df) - coverage(c, rho, df))).toBeLessThan(2e-5);
    }
    expect(alongCorrelation(2, 0, Infinity)).toBeCloseTo((2 * normalCdf(2) - 1) ** 2, 9);
    expect(alongCorrelation(2, -0.4, 6)).toBeCloseTo(alongCorrelation(2, 0.4, 6), 9);
  });

  test.each([
    [0, Infinity],
    [0.9, Infinity],
    [-0.5, 3],
    [0.3, 8],
    [0.95, 30],
  ])("correlation %d, df %d: 20,000 draws within four of their standard errors", async (rho, df) => {
    for (const level of [0.9, 0.95]) {
      const { critical, slope } = exact(rho, df, level);
      const found = await supT({ covariance: pair(rho), k: 2, df, level, seed: 1, name: "test/exact" });
      expect(found.draws).toBe(20_000);
      expect(Math.abs(found.critical - critical)).toBeLessThan((4 * Math.sqrt((level * (1 - level)) / 20_000)) / slope);
    }
  });

  test.each([
    [0.5, Infinity],
    [0.5, 5],
  ])("correlation %d, df %d: many draws within 3e-3 of it", async (rho, df) => {
    const draws = 409_600;
    const { critical } = exact(rho, df, 0.95);
    const found = await supT({ covariance: pair(rho), k: 2, df, level: 0.95, seed: 1, name: "test/exact", draws });
    expect(Math.abs(found.critical / critical - 1)).toBeLessThan(3e-3);
  });
});

describe("sup-t", () => {
  test("where correlations are not known the value is Bonferroni's, also for a covariance of rank one", async () => {
    const given = { covariance: pair(1), k: 2, df: 30, level: 0.95, seed: 1, name: "test/bounded" };
    expect(await supT(given)).toEqual({ critical: tQuantile(0.975, 30), draws: 0 });
    expect(await supT({ ...given, bounded: true })).toEqual({ critical: tQuantile(0.9875, 30), draws: 0 });
  });

  test.each([
    [0, Infinity],
    [0.5, Infinity],
    [0.5, 10],
    [-0.9, 5],
  ])("two coordinates with correlation %d and df %d", async (rho, df) => {
    const draws = 10_240;
    const { critical } = await supT({ covariance: pair(rho), k: 2, df, level: 0.95, seed: 1, name: "test", draws });
    // Four standard errors of a simulated share.
    expect(Math.abs(coverage(critical, rho, df) - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / draws));
  });

  test("independent coordinates: the k-th root of the level (Šidák)", async () => {
    const k = 6;
    const covariance = Float64Array.from({ length: k * k }, (_, c) => (c % (k + 1) === 0 ? 1 + c : 0));
    const { critical, draws } = await supT({ covariance, k, df: Infinity, level: 0.9, seed: 1, name: "test" });
    expect(draws).toBe(20_000);
    expect(Math.abs((2 * normalCdf(critical) - 1) ** k - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / draws));
  });

  test("exact for one coordinate, for copies of one, and beside coordinates without variance", async () => {
    const exact = { critical: tQuantile(0.975, 7.5), draws: 0 };
    const input = { df: 7.5, level: 0.95, seed: 1, name: "test" };
    expect(await supT({ ...input, covariance: Float64Array.of(4), k: 1 })).toEqual(exact);
    expect(await supT({ ...input, covariance: Float64Array.of(4, -2, -2, 1), k: 2 })).toEqual(exact);
    expect(await supT({ ...input, covariance: Float64Array.of(0, 0, 0, 9), k: 2 })).toEqual(exact);
    expect((await supT({ ...input, covariance: new Float64Array(4), k: 2 })).critical).toBeNaN();
  });

  test("lies between the pointwise value and Bonferroni's", async () => {
    for (const rho of [0, 0.7, 0.999_999]) {
      const { critical } = await supT({ covariance: pair(rho), k: 2, df: 4, level: 0.95, seed: 3, name: "test", draws: 500 });
      expect(critical).toBeGreaterThanOrEqual(tQuantile(0.975, 4));
      expect(critical).toBeLessThanOrEqual(tQuantile(0.9875, 4));
    }
  });

  test("the scale of a coordinate does not matter, nor who does the work", async () => {
    const input = { k: 2, df: 12, level: 0.95, seed: 5, name: "test", draws: 2500 };
    const here = await supT({ ...input, covariance: pair(0.25) });
    expect(await supT({ ...input, covariance: Float64Array.of(4, 2, 2, 16) })).toEqual(here);
    const pool: Pool = { run: async (job, inputs) => inputs.map((i) => structuredClone(numericsJobs[job](structuredClone(i)))) };
    expect(await supT({ ...input, covariance: pair(0.25) }, { seed: 5, pool })).toEqual(here);
    expect((await supT({ ...input, covariance: pair(0.25), seed: 6 })).critical).not.toBe(here.critical);
  });

  test("refuses what it cannot use", async () => {
    const input = { covariance: pair(0), k: 2, df: 5, level: 0.95, seed: 1, name: "test" };
    await expect(supT({ ...input, df: NaN })).rejects.toThrow(/df of a band must be above 0, found NaN/);
    await expect(supT({ ...input, level: 95 })).rejects.toThrow(/level of a band/);
    await expect(supT({ ...input, draws: 0 })).rejects.toThrow(/number of draws/);
    await expect(supT({ ...input, covariance: Float64Array.of(1, 0, 0, NaN) })).rejects.toThrow(/at index 1/);
  });
});
