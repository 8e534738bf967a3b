import { describe, expect, it } from "vitest";
import { drawWaves } from "./draw-waves.js";

describe("drawWaves", () => {
  it("gives each wave its share, and a wave without starters nobody", () => {
    const n = 20_000;
    const drawn = drawWaves(n, Int32Array.of(10, 0, 30));
    const counts = [0, 0, 0];
    for (const w of drawn) counts[w]++;
    expect(counts[1]).toBe(0);
    // within 5 binomial standard errors
    expect(Math.abs(counts[0] - n / 4)).toBeLessThan(5 * Math.sqrt(n * 0.25 * 0.75));
  });

  it("does not depend on how many come after", () => {
    const shares = Int32Array.of(3, 4, 5);
    expect(drawWaves(3000, shares).slice(0, 1500)).toEqual(drawWaves(1500, shares));
  });
});
