import type { Pool } from "@kontrafakt/base";
import { stream } from "@kontrafakt/numerics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectsJobs } from "../jobs.js";
import { inferenceOptions } from "../options/inference-options.js";
import { bruteForce, type DenseRegressions, fitOf, randomRegressions, squaresOf } from "./dense-wild.fixture.js";
import type { Inference } from "./inference-value.js";
import type { MethodOptions } from "./method.js";
import { wildBootstrap } from "./wild-bootstrap.js";

const options = (some: Partial<MethodOptions> = {}): MethodOptions => ({ ...inferenceOptions.parse({}), level: 0.95, ...some });
const run = (dense: DenseRegressions, some: Partial<MethodOptions> = {}, seed = 1): Promise<Inference> =>
  wildBootstrap(fitOf(squaresOf(dense)), dense.c, options(some), { seed });
const codes = (found: Promise<Inference>) =>
  found.then(
    (value) => value.problems?.map((p) => p.code) ?? [],
    (error) => error.problems.map((p: { code: string }) => p.code),
  );

/** Share of |t*| at least |t|, ties by a tolerance of their own. */
const share = ({ t, drawn }: { t: number; drawn: number[] }, strict = false) =>
  drawn.filter((v) => (strict ? Math.abs(v) > Math.abs(t) + 1e-9 : Math.abs(v) >= Math.abs(t) - 1e-9)).length / drawn.length;

const shapes = fc.record({
  seed: fc.nat(1e6),
  clusters: fc.integer({ min: 6, max: 7 }),
  blocks: fc.integer({ min: 1, max: 2 }),
  size: fc.integer({ min: 2, max: 3 }),
  imposeNull: fc.boolean(),
});

describe("against refitting every y* by dense least squares", () => {
  it("has the same p-values, and limits where they cross the level", async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async ({ seed, imposeNull, ...shape }) => {
        const dense = randomRegressions(stream(seed, "test/wild", 0), { ...shape, rows: 4 * shape.clusters });
        const found = await run(dense, { imposeNull });
        const brute = bruteForce(dense, 0, imposeNull);
        expect(found).toMatchObject({
          exact: true,
          draws: 1 << shape.clusters,
          variant: imposeNull ? "restricted" : "unrestricted",
        });
        expect(found.estimate / found.se!).toBeCloseTo(brute.t, 9);
        expect(found.p).toBe(share(brute));
        expect(found.pAbove).toBe(brute.drawn.filter((v) => v >= brute.t - 1e-9).length / brute.drawn.length);
        expect(found.pBelow).toBe(brute.drawn.filter((v) => v <= brute.t + 1e-9).length / brute.drawn.length);
        expect((await run(dense, { imposeNull, pValue: "strict" })).p).toBe(share(brute, true));
        for (const [end, outwards] of [
          [found.lower, -1],
          [found.upper, 1],
        ]) {
          const at = (steps: number) => share(bruteForce(dense, end + outwards * steps * found.se!, imposeNull));
          if (!Number.isFinite(end)) {
            expect(share(bruteForce(dense, outwards * 1e4 * found.se!, imposeNull))).toBeGreaterThan(0.05);
            continue;
          }
          expect(at(-1e-6)).toBeGreaterThan(0.05);
          for (const steps of [1e-6, 0.5, 5]) expect(at(steps)).toBeLessThanOrEqual(0.05 + 1e-12);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("moves and scales with the outcome, whatever the order of clusters", async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async ({ seed, imposeNull, ...shape }) => {
        const dense = randomRegressions(stream(seed, "test/wild", 2), { ...shape, rows: 4 * shape.clusters });
        const { clusters, blocks } = dense;
        const last = shape.size - 1;
        const moved = {
          ...dense,
          blocks: blocks.map(({ x, y, w, cluster }) => ({
            x,
            w,
            y: y.map((v, r) => 3 * v + 2 * x[r][last]),
            cluster: cluster.map((g) => clusters - 1 - g),
          })),
        };
        const shift = 2 * blocks.reduce((sum, _, b) => sum + dense.c[b * shape.size + last], 0);
        const before = await run(dense, { imposeNull });
        const after = await run(moved, { imposeNull });
        expect(after.estimate).toBeCloseTo(3 * before.estimate + shift, 9);
        expect(Math.abs(after.lower - 3 * before.lower - shift)).toBeLessThan(1e-5 * after.se!);
        expect(Math.abs(after.upper - 3 * before.upper - shift)).toBeLessThan(1e-5 * after.se!);
      }),
      { numRuns: 10 },
    );
  });

  it("draws near the enumeration, whatever the weights' number", async () => {
    const dense = randomRegressions(stream(5, "test/wild", 0), { clusters: 11, blocks: 1, size: 2, rows: 60 });
    const all = await run(dense);
    const drawn = await run(dense, { draws: 2000 });
    expect([all.exact, drawn.exact, drawn.draws]).toEqual([true, false, 2000]);
    expect(Math.abs(drawn.p - all.p)).toBeLessThan(4 * Math.sqrt((all.p * (1 - all.p)) / 2000));
    expect(drawn.p * 2001).toBeCloseTo(Math.round(drawn.p * 2001), 9);
  });
});

describe("by hand", () => {
  // Means of clusters of one row each, all of weight 1: θ = mean, t* from signed deviations.
  const means = (y: number[]): DenseRegressions => ({
    clusters: y.length,
    size: 1,
    blocks: [{ x: y.map(() => [1]), y, w: y.map(() => 1), cluster: y.map((_, i) => i) }],
    c: Float64Array.of(1),
  });

  it("tests a mean by changing signs of its values", async () => {
    const y = [1, 2, 3, 4, 5, 6];
    const found = await run(means(y));
    // Only the observed signs and their opposite reach |t|: all values are above 0.
    expect(found).toMatchObject({ estimate: 3.5, p: 2 / 64, pAbove: 1 / 64, pBelow: 1, draws: 64 });
    expect(found.se).toBeCloseTo(Math.sqrt(17.5 / 30), 12);
    expect((await run(means(y), { pValue: "strict" })).p).toBe(0);
    // p is 4/64 > 0.05 only as long as two more sign vectors reach |t|: that is where the tested value passes the smallest or largest y.
    expect(found.lower).toBeCloseTo(1, 5);
    expect(found.upper).toBeCloseTo(6, 5);
  });

  it("goes through Webb's weights where they are few, and draws Mammen's", async () => {
    const webb = await run(means([1, 2, 3, 5]), { weights: "webb" });
    expect(webb).toMatchObject({ exact: true, draws: 1296 });
    // Mammen's two points have unequal probabilities: all 64 vectors by their own.
    const y = [1, -0.5, 3, 2, -1, 2];
    const root = Math.sqrt(5);
    const t = (values: number[]) => {
      const sum = values.reduce((a, b) => a + b, 0);
      return sum / Math.sqrt(values.reduce((a, v) => a + (v - sum / 6) * (v - sum / 6), 0));
    };
    let exact = 0;
    for (let d = 0; d < 64; d++) {
      const low = y.map((_, g) => ((d >> g) & 1) === 1);
      const drawn = y.map((v, g) => v * (low[g] ? (1 - root) / 2 : (1 + root) / 2));
      const probability = low.reduce((p, v) => p * ((root + (v ? 1 : -1)) / (2 * root)), 1);
      if (Math.abs(t(drawn)) >= Math.abs(t(y)) - 1e-9) exact += probability;
    }
    const mammen = await run(means(y), { weights: "mammen" });
    expect(mammen).toMatchObject({ exact: false, draws: 9999 });
    expect(Math.abs(mammen.p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 9999));
  });

  it("refuses what clusters cannot tell, and says why", async () => {
    expect(await codes(run(means([1, 2, 3, 4, 5])))).toEqual(["effects/wild-too-few-signs"]);
    expect(await codes(run(means([1, 2, 4]), { weights: "mammen" }))).toEqual(["effects/wild-too-few-clusters"]);
    expect(await codes(run(means([2, 2, 2, 2, 2, 2, 2])))).toEqual(["effects/wild-no-spread"]);
    const dense = means([1, 2, 3, 4, 5, 6, 7]);
    const squares = squaresOf(dense);
    const one = { ...squares, treated: Uint8Array.of(1, 0, 0, 0, 0, 0, 0) };
    expect(await codes(wildBootstrap(fitOf(one), dense.c, options(), { seed: 1 }))).toEqual(["effects/wild-one-treated"]);
    expect(await codes(wildBootstrap(fitOf(squares), Float64Array.of(0), options(), { seed: 1 }))).toEqual([
      "effects/wild-nothing-asked",
    ]);
    const { leastSquares: _, ...other } = fitOf(squares);
    expect(await codes(wildBootstrap(other, dense.c, options(), { seed: 1 }))).toEqual(["effects/wild-not-least-squares"]);
    const missing = fitOf(squares);
    missing.effects.estimate[0] = Number.NaN;
    expect(await codes(wildBootstrap(missing, dense.c, options(), { seed: 1 }))).toEqual(["effects/wild-not-estimated"]);
  });

  it("says that one cluster dominates, and that draws are too few for the level", async () => {
    const cluster = Array.from({ length: 40 }, (_, r) => r % 10);
    const x = cluster.map((g) => [1, g < 2 ? 1 : 0]);
    const random = stream(3, "test/wild", 1);
    const y = cluster.map((g) => random.normal() + (g < 2 ? 1 : 0));
    const w = cluster.map((g) => (g === 0 ? 9 : 1));
    const dense = { clusters: 10, size: 2, blocks: [{ x, y, w, cluster }], c: Float64Array.of(0, 1) };
    const squares = { ...squaresOf(dense), treated: Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0, 0) };
    const found = await wildBootstrap(fitOf(squares), dense.c, options({ draws: 99, level: 0.995 }), { seed: 1 });
    expect([found.lower, found.upper]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(found.problems?.map((p) => [p.code, p.params])).toEqual([
      ["effects/wild-few-treated", { count: 2, clusters: 10 }],
      ["effects/wild-one-dominates", { percent: 90 }],
      ["effects/wild-unbounded", { clusters: 10, draws: 99, level: 0.995 }],
    ]);
  });
});

it("has the same bits through a pool, and leaves its input alone", async () => {
  const dense = randomRegressions(stream(8, "test/wild", 0), { clusters: 14, blocks: 2, size: 2, rows: 80 });
  const squares = squaresOf(dense);
  const before = structuredClone(squares);
  const pool: Pool = {
    run: async (job, inputs) => inputs.map((input) => structuredClone(effectsJobs[job](structuredClone(input)))),
  };
  for (const weights of ["rademacher", "webb", "mammen"] as const) {
    const some = options({ weights, draws: 1500 });
    const here = await wildBootstrap(fitOf(squares), dense.c, some, { seed: 9 });
    expect(await wildBootstrap(fitOf(squares), dense.c, some, { seed: 9, pool })).toEqual(here);
    expect((await wildBootstrap(fitOf(squares), dense.c, some, { seed: 10 })).p).not.toBe(here.p);
  }
  expect(squares).toEqual(before);
});
