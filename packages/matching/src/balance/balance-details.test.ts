import { normalCdf, normalQuantile } from "@kontrafakt/numerics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balance } from "./balance.js";
import { effectiveSize } from "./balance-measures.js";
import { overlapComplement } from "./overlap-complement.js";
import { pairDistance } from "./pair-distance.js";
import { type ProductColumn, productBalance } from "./product-balance.js";
import { scoreOverlap } from "./score-overlap.js";

const column = (covariate: string, values: number[]) => ({ covariate, values: Float64Array.from(values), matched: true });
const arms = Uint8Array.of(1, 1, 0, 0, 0, 0);
const ones = new Float64Array(6).fill(1);

describe("denominators", () => {
  const x = [1, 3, 0, 2, 4, 6];
  const under = (denominator: "treated" | "control" | "pooled", after = ones) =>
    balance({ columns: [column("x", x)], treated: arms, before: ones, after, threshold: 0.1, denominator }).rows[0];

  it("come from the unadjusted sample: treated 2, controls 20/3, pooled their mean", () => {
    const after = Float64Array.of(2, 1, 1, 0, 0, 1);
    const difference = 5 / 3 - 3;
    expect(under("treated", after).smdAfter).toBeCloseTo(difference / Math.sqrt(2), 14);
    expect(under("control", after).smdAfter).toBeCloseTo(difference / Math.sqrt(20 / 3), 14);
    expect(under("pooled", after).smdAfter).toBeCloseTo(difference / Math.sqrt((2 + 20 / 3) / 2), 14);
  });

  it("a binary covariate is standardised or a difference of shares", () => {
    const of = (binary: "std" | "raw") =>
      balance({ columns: [column("b", [1, 0, 1, 1, 1, 0])], treated: arms, before: ones, after: ones, threshold: 0.1, binary });
    expect(of("std").rows[0].smdBefore).toBeCloseTo(-0.5, 14);
    expect(of("raw").rows[0].smdBefore).toBeCloseTo(-0.25, 14);
    expect(of("raw").binary).toBe("raw");
  });
});

describe("effective sizes", () => {
  it("are (Σw)²/Σw² of each arm, a person once", () => {
    expect(effectiveSize(Float64Array.of(1, 2, 3), () => true)).toBeCloseTo(36 / 14, 14);
    expect(effectiveSize(Float64Array.of(1, 2, 3), () => true, Int32Array.of(5, 5, 6))).toBe(2);
    expect(effectiveSize(Float64Array.of(0, 0), () => true)).toBe(0);
  });
});

describe("overlap", () => {
  const groups = (values: number[], treated: number[]) => ({
    values: Float64Array.from(values),
    treated: Uint8Array.from(treated),
    weight: new Float64Array(values.length).fill(1),
  });

  it("is 0 for the same values, 1 for far ones, the gap of shares for a binary, NaN without an arm", () => {
    const same = groups([1, 2, 3, 4, 1, 2, 3, 4], [1, 1, 1, 1, 0, 0, 0, 0]);
    expect(overlapComplement(same, false)).toBeCloseTo(0, 3);
    expect(overlapComplement(groups([1, 2, 3, 901, 902, 903], [1, 1, 1, 0, 0, 0]), false)).toBeGreaterThan(0.99);
    expect(overlapComplement(groups([1, 0, 0, 0], [1, 1, 0, 0]), true)).toBe(0.5);
    expect(overlapComplement(groups([1, 2], [0, 0]), false)).toBeNaN();
    expect(overlapComplement(groups([2, 2, 2], [1, 0, 0]), false)).toBe(0);
    expect(overlapComplement(groups([2, 3, 3], [1, 0, 0]), false)).toBe(1);
  });

  it("of two normal samples d apart is 2Φ(d/2) − 1, d shrunk by the kernel's width", () => {
    const z = Array.from({ length: 400 }, (_, i) => normalQuantile((i + 0.5) / 400));
    const found = overlapComplement(groups([...z, ...z.map((v) => v + 1)], [...z.map(() => 1), ...z.map(() => 0)]), false);
    // Both arms have SD 1 and bandwidth 1.06 · 400^(−1/5), the interquartile range over 1.34 being 1.006.
    const width = 1.06 * 400 ** -0.2;
    expect(found).toBeCloseTo(2 * normalCdf(0.5 / Math.sqrt(1 + width * width)) - 1, 2);
  });
});

describe("pair distance", () => {
  it("equals the mean over every pair", () => {
    const entry = fc.record({ value: fc.integer({ min: -5, max: 5 }), set: fc.nat(3), role: fc.nat(1) });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 30 }), (entries) => {
        const sorted = [...entries].sort((a, b) => a.set - b.set);
        const gaps = sorted.flatMap((t) =>
          t.role === 1 ? sorted.filter((c) => c.role === 0 && c.set === t.set).map((c) => Math.abs(t.value - c.value)) : [],
        );
        const found = pairDistance(
          Float64Array.from(sorted, (e) => e.value),
          {
            row: Int32Array.from(sorted, (_, i) => i),
            set: Int32Array.from(sorted, (e) => e.set),
            role: Uint8Array.from(sorted, (e) => e.role),
          },
        );
        if (gaps.length === 0) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(gaps.reduce((a, b) => a + b, 0) / gaps.length, 10);
      }),
    );
  });
});

describe("squares and products", () => {
  const columns: ProductColumn[] = [
    { ...column("x", [1, 3, 0, 2, 4, 6]), binary: false },
    { ...column("a=1", [1, 0, 1, 0, 0, 0]), binary: true },
    { ...column("a=2", [0, 1, 0, 1, 1, 0]), binary: true },
  ];

  it("are those of the products as columns; levels of one category have none", () => {
    const products = productBalance({
      columns,
      treated: arms,
      before: ones,
      after: Float64Array.of(1, 1, 1, 0, 0, 1),
      sd: (t, c) => Math.sqrt(t > 0 ? t : c),
      binary: "std",
      threshold: 0.1,
    });
    expect(products).toMatchObject({ squares: 1, interactions: 2 });
    const made = balance({
      columns: [
        column("x × x", [1, 9, 0, 4, 16, 36]),
        column("x × a=1", [1, 0, 0, 0, 0, 0]),
        column("x × a=2", [0, 3, 0, 2, 4, 0]),
      ],
      treated: arms,
      before: ones,
      after: Float64Array.of(1, 1, 1, 0, 0, 1),
      threshold: 0.1,
    });
    const worst = made.rows.reduce((p, q) => (Math.abs(q.smdAfter) > Math.abs(p.smdAfter) ? q : p));
    expect(products.worst?.covariates.join(" × ")).toBe(worst.covariate);
    // x × a=1 is 0/1 by accident: products are taken as what their factors are.
    expect(products.worst?.smdAfter).toBeCloseTo(worst.smdAfter, 12);
    expect(products.overAfter).toBe(3);
  });
});

describe("overlap of scores", () => {
  it("has shares of each group that sum to 1, over round edges", () => {
    const score = Float64Array.from({ length: 100 }, (_, i) => i / 10 - 5);
    const treated = Uint8Array.from(score, (s) => (s > 2 ? 1 : 0));
    const found = scoreOverlap(
      score,
      treated,
      new Float64Array(100).fill(1),
      Float64Array.from(score, (_, i) => i % 2),
    );
    expect(found?.edges.every((e) => Math.abs(2 * e - Math.round(2 * e)) < 1e-12)).toBe(true);
    for (const group of ["starters", "others", "matched", "controls"] as const)
      expect(found?.[group].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(found?.people?.map((n) => n.reduce((a, b) => a + b, 0))).toEqual([29, 71, 15, 35]);
    expect(scoreOverlap(new Float64Array(9), new Uint8Array(9), ones, ones)).toBeUndefined();
  });
});
