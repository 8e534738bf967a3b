import { describe, expect, test } from "vitest";
import type { RiskSet } from "../waves/risk-set.js";
import { scoreDesign } from "./score-design.js";

const rows: RiskSet = {
  unit: Int32Array.of(0, 1, 0, 2),
  wave: Int32Array.of(0, 0, 1, 1),
  treated: Uint8Array.of(1, 0, 0, 1),
  waves: Int32Array.of(100, 104),
};

describe("scoreDesign", () => {
  test("wave indicators, then each variable less its mean over its SD; constants have no column", () => {
    const design = scoreDesign(rows, [
      { name: "x", values: Float64Array.of(1, 3, 1, 3) },
      { name: "same", values: Float64Array.of(0.1, 0.1, 0.1, 0.1) },
      { name: "y", values: Float64Array.of(0, 0, 0, 4) },
    ]);
    const s = Math.sqrt(3);
    expect(design).toMatchObject({ n: 4, k: 4, intercepts: 2, names: ["wave 1", "wave 2", "x", "y"], variable: [0, 2] });
    expect(Array.from(design.constant)).toEqual([0, 1, 0]);
    const expected = [1, 0, -1, -1 / s, 1, 0, 1, -1 / s, 0, 1, -1, -1 / s, 0, 1, 1, 3 / s];
    expected.forEach((v, c) => {
      expect(design.x[c]).toBeCloseTo(v, 14);
    });
  });

  test("a variable left out has no column but is no constant", () => {
    const variables = [
      { name: "x", values: Float64Array.of(1, 3, 1, 3) },
      { name: "y", values: Float64Array.of(0, 0, 0, 4) },
    ];
    const design = scoreDesign(rows, variables, new Set([0]));
    expect(design.names).toEqual(["wave 1", "wave 2", "y"]);
    expect(Array.from(design.constant)).toEqual([0, 0]);
  });
});
