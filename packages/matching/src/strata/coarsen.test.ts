import { describe, expect, it } from "vitest";
import { coarsen } from "./coarsen.js";
import { histogramIntervals } from "./histogram-intervals.js";

const of = (values: number[], cuts: Parameters<typeof coarsen>[1]) => Array.from(coarsen(Float64Array.from(values), cuts).of);

describe("coarsen", () => {
  it("makes equally wide intervals that include their left end, the last its right end too", () => {
    expect(of([0, 2.4, 2.5, 5, 7.5, 9.9, 10], 4)).toEqual([0, 0, 1, 2, 3, 3, 3]);
    expect(of([0, 5, 10], 1)).toEqual([0, 0, 0]);
  });

  it("takes cut points as they are, and lets the outer intervals go on", () => {
    expect(of([-100, 17.9, 18, 64, 65, 1000], [18, 65])).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("leaves a missing value in no interval and a constant in one", () => {
    expect(of([1, Number.NaN, 3], 2)).toEqual([0, -1, 1]);
    expect(of([4, 4, 4], "fd")).toEqual([0, 0, 0]);
    expect(of([Number.NaN], "sturges")).toEqual([-1]);
  });

  it("tells a histogram rule of people where rows are more", () => {
    const values = Float64Array.from({ length: 64 }, (_, i) => i);
    expect(coarsen(values, "sturges").breaks).toHaveLength(6);
    expect(coarsen(values, "sturges", 16).breaks).toHaveLength(4);
  });
});

describe("histogramIntervals", () => {
  it("follows Sturges: 1 + log₂ n, rounded up", () => {
    const count = (n: number) => histogramIntervals(new Float64Array(n), "sturges");
    expect([1, 2, 3, 4, 5, 8, 9, 614, 1024, 1025].map(count)).toEqual([1, 2, 3, 3, 4, 4, 5, 11, 11, 12]);
  });

  it("follows Scott and Freedman and Diaconis by hand", () => {
    // 0…7: s² = 6, quartiles 1.75 and 5.25, n^(1/3) = 2.
    const values = Float64Array.from({ length: 8 }, (_, i) => i);
    expect(histogramIntervals(values, "scott")).toBe(Math.ceil((7 * 2) / (3.5 * Math.sqrt(6))));
    expect(histogramIntervals(values, "fd")).toBe(Math.ceil((7 * 2) / (2 * 3.5)));
  });

  it("looks farther out where the quartiles are equal, and to Scott where nothing differs there", () => {
    // 17 values, 13 of them 0: the 1/8 and 7/8 quantiles are 0 and 3 (places 2 and 14), so the width is 3 / (3/4) · 17^(−1/3).
    const values = Float64Array.from([...new Array(13).fill(0), 1, 3, 6, 40]);
    expect(histogramIntervals(values, "fd")).toBe(Math.ceil((40 / 4) * Math.cbrt(17)));
    // One value in 1,000 differs: not even the 1/512 quantiles do.
    const rare = Float64Array.from({ length: 1000 }, (_, i) => (i < 999 ? 0 : 1));
    expect(histogramIntervals(rare, "fd")).toBe(histogramIntervals(rare, "scott"));
  });
});
