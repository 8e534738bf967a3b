import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { armCount, armShuffle, everyArms } from "./arm-assignments.js";

const arm = Int32Array.from([0, 1, 2, 2, 0, 2]);
const block = Int32Array.from([0, 0, 0, 1, 1, 1]);
const listed = (arms: { arm: Int32Array; block?: Int32Array }) => {
  const seen: string[] = [];
  everyArms(arms, (own) => seen.push(own.join("")));
  return seen;
};

describe("arm assignments", () => {
  it("counts and lists every one once", () => {
    // 6!/(2! 1! 3!) and 3! × 3!/(2! 1!).
    for (const [arms, count] of [
      [{ arm }, 60],
      [{ arm, block }, 18],
    ] as const) {
      expect(armCount(arms, 1e6)).toBe(count);
      const seen = listed(arms);
      expect(seen.length).toBe(count);
      expect(new Set(seen).size).toBe(count);
      expect(seen).toContain(arm.join(""));
    }
    expect(armCount({ arm: Int32Array.from({ length: 400 }, (_, j) => j % 2) }, 9999)).toBeGreaterThan(9999);
  });

  it("draws each about equally often, within blocks where asked", () => {
    const next = armShuffle({ arm, block }, stream(1, "test/arms", 0));
    const seen = new Map<string, number>();
    for (let d = 0; d < 3600; d++) {
      const key = next().join("");
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(listed({ arm, block }).sort());
    // Chi-squared with 17 degrees of freedom: below 40.8 in 999 of 1,000.
    expect([...seen.values()].reduce((x, n) => x + (n - 200) ** 2 / 200, 0)).toBeLessThan(40.8);
  });
});
