import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { crossProduct } from "./cross-product.js";
import { degreesOfFreedom } from "./degrees-of-freedom.js";
import type { Effects } from "./effects-value.js";
import { jointDegreesOfFreedom } from "./joint-degrees-of-freedom.js";

function effects(sizes: readonly number[], p: number, scale: readonly number[]): Effects {
  const random = stream(3, "test/joint-df", 0);
  const stratum = Int32Array.from(sizes.flatMap((n, g) => Array.from({ length: n }, () => g)));
  const rows = Float64Array.from({ length: stratum.length * p }, (_, i) => random.normal() * scale[stratum[Math.floor(i / p)]]);
  const term = { outcome: "y", unit: "", kind: "event", scale: "difference", n: 1, controls: 1, personPeriods: 1 } as const;
  return {
    kind: "effects",
    estimator: "test",
    terms: Array.from({ length: p }, (_, event) => ({ ...term, event })),
    estimate: new Float64Array(p),
    covariance: crossProduct(rows, stratum.length, p),
    df: new Float64Array(p).fill(7),
    clusters: stratum.length,
    basis: { kind: "influence", atoms: stratum.length, rows, stratum },
    problems: [],
  };
}

describe("jointDegreesOfFreedom", () => {
  it("is one less than the atoms of a single stratum", () => {
    expect(jointDegreesOfFreedom(effects([20], 4, [1]))).toBeCloseTo(19, 8);
  });

  it("is Satterthwaite's for one term", () => {
    const one = effects([12, 30], 1, [2, 1]);
    // Two copies, of which only the first counts: a combination of several terms is never given its own df.
    const two = { ...one, terms: [...one.terms, ...one.terms], df: new Float64Array(2) };
    const rows = Float64Array.from({ length: 84 }, (_, i) => (one.basis.kind === "influence" ? one.basis.rows[i >> 1] / 2 : 0));
    const pair: Effects = {
      ...two,
      basis: {
        kind: "influence",
        atoms: 42,
        rows,
        stratum: one.basis.kind === "influence" ? one.basis.stratum : new Int32Array(),
      },
    };
    expect(jointDegreesOfFreedom(one)).toBeCloseTo(degreesOfFreedom(pair, Float64Array.from([1, 1])), 8);
  });

  it("lies between the smallest and the sum of the strata", () => {
    const eta = jointDegreesOfFreedom(effects([15, 40], 3, [1, 1]));
    expect(eta).toBeGreaterThan(14);
    expect(eta).toBeLessThan(53 + 1e-9);
    expect(jointDegreesOfFreedom({ ...effects([15], 3, [1]), basis: { kind: "covariance-only" } })).toBe(7);
  });
});
