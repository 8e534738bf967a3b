import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.js";

describe("nearest", () => {
  it("lets the larger score choose first and gives everyone one match before two", () => {
    const score = Float64Array.of(0.9, 0.8, 0.85, 0.7, 0.1);
    const treated = Uint8Array.of(1, 1, 0, 0, 0);
    expect(Array.from(nearest({ score, treated, ratio: 2 }).controls)).toEqual([2, 4, 3, -1]);
  });

  it("includes a control exactly at the caliper and prefers the lower score at equal distance", () => {
    const score = Float64Array.of(1, 1.25, 0.75);
    const treated = Uint8Array.of(1, 0, 0);
    expect(Array.from(nearest({ score, treated, ratio: 2, caliper: 0.25 }).controls)).toEqual([2, 1]);
    expect(Array.from(nearest({ score, treated, ratio: 1, caliper: 0.2499 }).controls)).toEqual([-1]);
  });

  it("returns nothing where nobody is treated", () => {
    expect(nearest({ score: Float64Array.of(1), treated: Uint8Array.of(0), ratio: 1 }).treated).toHaveLength(0);
  });

  it("names the row without a score and the option that is wrong", () => {
    const treated = Uint8Array.of(1, 0);
    expect(() => nearest({ score: Float64Array.of(1, Number.NaN), treated, ratio: 1 })).toThrow(/row 1 .* no score \(NaN\)/);
    expect(() => nearest({ score: Float64Array.of(1, 2), treated, ratio: 0 })).toThrow(/option ratio.*it is 0/);
    expect(() => nearest({ score: Float64Array.of(1, 2), treated, ratio: 1, caliper: Number.NaN })).toThrow(/option caliper/);
  });
});
