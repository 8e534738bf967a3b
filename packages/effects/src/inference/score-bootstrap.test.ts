import type { Pool } from "@kontrafakt/base";
import { stream, tQuantile } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import type { Effects, Fit, Influence } from "../effects-value.js";
import { effectsJobs } from "../jobs.js";
import { inferenceOptions } from "../options/inference-options.js";
import { rowProduct } from "../row-product.js";
import type { MethodOptions } from "./method.js";
import { multiplierBands, quartileSe } from "./multiplier-bands.js";
import { multiplierBootstrap } from "./multiplier-bootstrap.js";
import { scoreBootstrap } from "./score-bootstrap.js";

const options = (some: Partial<MethodOptions> = {}): MethodOptions => ({ ...inferenceOptions.parse({}), level: 0.95, ...some });

/** Means of columns, by rows that are independent; as covariance CR1 has it. */
function means(columns: number[][], extra: Partial<Influence> = {}): Fit {
  const K = columns.length;
  const n = columns[0].length;
  const estimate = Float64Array.from(columns, (y) => y.reduce((a, b) => a + b, 0) / n);
  const rows = new Float64Array(n * K);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < K; k++) rows[i * K + k] = (columns[k][i] - estimate[k]) / Math.sqrt(n * (n - 1));
  const effects: Effects = {
    kind: "effects",
    estimator: "means",
    terms: columns.map((_, k) => ({
      outcome: `y${k}`,
      unit: "kr",
      kind: "cell",
      scale: "difference",
      n,
      controls: n,
      personPeriods: n,
    })),
    estimate,
    covariance: rowProduct(rows, n, K),
    df: new Float64Array(K).fill(n - 1),
    clusters: n,
    basis: { kind: "influence", atoms: n, rows, stratum: new Int32Array(n), ...extra },
    problems: [],
  };
  return { effects, refit: () => estimate };
}

const y = [3, -1, 4, 1.5, -0.5, 2, 2.5];
const one = Float64Array.of(1);
const codes = (found: Promise<unknown>) =>
  found.then(
    () => [],
    (error) => error.problems.map((p: { code: string }) => p.code),
  );

describe("scoreBootstrap", () => {
  it("goes through all signs of centred values: p and limits by definition", async () => {
    const found = await scoreBootstrap(means([y]), one, options(), { seed: 1 });
    const n = y.length;
    const mean = y.reduce((a, b) => a + b, 0) / n;
    const tOf = (values: number[], centre = 0) => {
      const m = values.reduce((a, b) => a + b, 0) / n;
      const variance = values.reduce((s, v) => s + (v - m) * (v - m), 0) / (n * (n - 1));
      return (m - centre) / Math.sqrt(variance);
    };
    const drawn = Array.from({ length: 128 }, (_, d) => tOf(y.map((v, i) => ((d >> i) & 1 ? -1 : 1) * (v - mean))));
    const t = tOf(y);
    expect(found.estimate / found.se!).toBeCloseTo(t, 12);
    expect(found.p).toBe((1 + drawn.filter((v) => Math.abs(v) >= Math.abs(t)).length) / 129);
    expect(found.pAbove).toBe((1 + drawn.filter((v) => v >= t).length) / 129);
    expect(found.pBelow).toBe((1 + drawn.filter((v) => v <= t).length) / 129);
    drawn.sort((a, b) => a - b);
    // ⌈.975 × 128⌉ = 125 and ⌈.025 × 128⌉ = 4.
    expect(found.lower).toBeCloseTo(mean - drawn[124] * found.se!, 10);
    expect(found.upper).toBeCloseTo(mean - drawn[3] * found.se!, 10);
    expect(found).toMatchObject({ variant: "score", exact: true, draws: 128, clusters: 7, null: "mean" });
  });

  it("never has a p of 0 where no vector of signs reaches the estimate, unless asked for", async () => {
    const far = means([y.map((v) => v + 100)]);
    for (const method of [scoreBootstrap, multiplierBootstrap]) {
      expect(await method(far, one, options(), { seed: 1 })).toMatchObject({
        p: 1 / 129,
        pAbove: 1 / 129,
        pBelow: 1,
        exact: true,
      });
      expect((await method(far, one, options({ pValue: "strict" }), { seed: 1 })).p).toBe(0);
    }
  });

  it("studentises each arm by its own mean", async () => {
    const treated = Uint8Array.of(1, 1, 1, 0, 0, 0, 0);
    const stratum = Int32Array.of(0, 0, 0, 0, 0, 0, 1);
    const fit = means([y], { treated, stratum });
    const found = await scoreBootstrap(fit, one, options(), { seed: 1 });
    const u = y.map((v) => (v - found.estimate) / Math.sqrt(42));
    const square = (values: number[]) => values.reduce((s, v) => s + v * v, 0);
    const about = (values: number[]) => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      return (square(values.map((v) => v - mean)) * values.length) / (values.length - 1);
    };
    const t = found.estimate / found.se!;
    let reached = 0;
    for (let d = 0; d < 128; d++) {
      const w = u.map((v, i) => ((d >> i) & 1 ? -v : v));
      const variance = about(w.slice(0, 3)) + about(w.slice(3, 6)) + w[6] * w[6];
      if (Math.abs(w.reduce((a, b) => a + b, 0)) / Math.sqrt(variance) >= t) reached++;
    }
    expect(found.p).toBe((1 + reached) / 129);
    expect(found.treatedClusters).toBe(3);
    expect(found.problems?.map((p) => p.code)).toEqual(["effects/wild-few-treated"]);
  });

  it("is near the t interval of a mean of normal values", async () => {
    const random = stream(2, "test/score", 0);
    const values = Array.from({ length: 60 }, () => random.normal());
    for (const weights of ["rademacher", "webb", "mammen"] as const) {
      const found = await scoreBootstrap(means([values]), one, options({ weights, draws: 1999 }), { seed: 1 });
      const half = tQuantile(0.975, 59) * found.se!;
      expect(Math.abs((found.upper - found.lower) / (2 * half) - 1)).toBeLessThan(0.1);
    }
  });

  it("refuses what it cannot draw, and names another way", async () => {
    const run = (fit: Fit, c = one, some = {}) => codes(scoreBootstrap(fit, c, options(some), { seed: 1 }));
    const based = (basis: Effects["basis"]): Fit => ({ ...means([y]), effects: { ...means([y]).effects, basis } });
    expect(await run(based({ kind: "moments" }))).toEqual(["effects/wild-moments"]);
    expect(await run(based({ kind: "covariance-only" }))).toEqual(["effects/wild-no-influence"]);
    const of = new Int32Array(7);
    const crossing = { names: ["school", "set"], of: [of, of], groups: [1, 1] } as const;
    expect(await run(means([y], { crossing }))).toEqual(["effects/wild-crossing"]);
    expect(await run(means([y], { treated: Uint8Array.of(1, 0, 0, 0, 0, 0, 0) }))).toEqual(["effects/wild-one-treated"]);
    const apart = { treated: Uint8Array.of(1, 1, 1, 0, 0, 0, 0), stratum: Int32Array.of(0, 1, 2, 3, 3, 3, 3) };
    const together = { ...apart, stratum: Int32Array.of(0, 1, 1, 2, 2, 2, 2) };
    expect(await run(means([y], apart))).toEqual(["effects/wild-arms-of-one"]);
    expect(await codes(multiplierBootstrap(means([y], apart), one, options(), { seed: 1 }))).toEqual([
      "effects/wild-arms-of-one",
    ]);
    expect(await run(means([y], together))).toEqual([]);
    expect(await run(means([y], { treated: new Uint8Array(7) }))).toEqual(["effects/wild-no-treated"]);
    expect(await run(means([y.slice(0, 5)]))).toEqual(["effects/wild-too-few-signs"]);
    expect(await run(means([y.slice(0, 5)]), one, { weights: "webb" })).toEqual([]);
    expect(await run(means([[1, 1, 1, 1, 1, 1, 1]]))).toEqual(["effects/wild-no-spread"]);
    expect(await run(means([y]), Float64Array.of(0))).toEqual(["effects/wild-nothing-asked"]);
    expect(await run(means([y]), Float64Array.of(1, 1))).toEqual(["effects/length"]);
    expect(await run(means([[...y, Number.NaN]]))).toEqual(["effects/wild-not-estimated"]);
  });
});

describe("multiplierBootstrap and multiplierBands", () => {
  it("has the spread of all signed sums, without studentising", async () => {
    const found = await multiplierBootstrap(means([y]), one, options(), { seed: 1 });
    const mean = found.estimate;
    const u = y.map((v) => (v - mean) / Math.sqrt(42));
    const sums = Array.from({ length: 128 }, (_, d) => u.reduce((s, v, i) => s + ((d >> i) & 1 ? -v : v), 0)).sort(
      (a, b) => a - b,
    );
    expect(found.se).toBeCloseTo((sums[95] - sums[31]) / (2 * 0.6744897501960817), 12);
    const sizes = sums.map(Math.abs).sort((a, b) => a - b);
    expect(found.upper - mean).toBeCloseTo(sizes[121], 12);
    expect(found.p).toBe((1 + sizes.filter((v) => v >= mean).length) / 129);
    expect(found).toMatchObject({ method: "multiplierBootstrap", variant: "rademacher", exact: true });
  });

  it("takes the same weights for all terms, and leaves out those without uncertainty", async () => {
    const fit = means([y, y.map((v) => 2 * v), [1, 1, 1, 1, 1, 1, 1]]);
    const bands = await multiplierBands(fit.effects, [0, 1, 2], { draws: 999, weights: "rademacher", level: 0.9 }, { seed: 1 });
    const alone = await multiplierBands(fit.effects, [0], { draws: 999, weights: "rademacher", level: 0.9 }, { seed: 1 });
    expect(bands.critical).toBeCloseTo(alone.critical, 12);
    expect(bands.se[1]).toBeCloseTo(2 * bands.se[0], 12);
    expect(bands.se[2]).toBeNaN();
    expect(bands.upper[0] - bands.lower[0]).toBeCloseTo(2 * bands.critical * bands.se[0], 12);
    await expect(multiplierBands(fit.effects, [7], { draws: 99, weights: "webb", level: 0.9 }, { seed: 1 })).rejects.toThrow(
      /no term at place 7/,
    );
    await expect(multiplierBands(fit.effects, [], { draws: 99, weights: "webb", level: 0.9 }, { seed: 1 })).rejects.toThrow();
  });

  it("recovers the standard error of normal sums", () => {
    const random = stream(6, "test/score", 0);
    expect(Math.abs(quartileSe(Float64Array.from({ length: 8_000 }, () => 3 * random.normal())) / 3 - 1)).toBeLessThan(0.06);
  });
});

it("has the same bits through a pool", async () => {
  const random = stream(4, "test/score", 0);
  const fit = means([Array.from({ length: 40 }, () => random.normal() + 0.2)]);
  const pool: Pool = {
    run: async (job, inputs) => inputs.map((input) => structuredClone(effectsJobs[job](structuredClone(input)))),
  };
  for (const method of [scoreBootstrap, multiplierBootstrap]) {
    const some = options({ draws: 2500, weights: "webb" });
    expect(await method(fit, one, some, { seed: 3, pool })).toEqual(await method(fit, one, some, { seed: 3 }));
  }
});
