import { describe, expect, it } from "vitest";
import { randomWaves } from "./random-waves.fixture.js";
import { regroup } from "./regroup.fixture.js";
import { sampleSummary } from "./sample-summary.js";
import { waveEffects } from "./wave-effects.js";

describe("sampleSummary", () => {
  it("counts people and, where they count unequally, how many they are worth", () => {
    const { panel, comparison } = randomWaves({ seed: 2, sets: [12, 14], controls: 2, gaps: 0, later: 0 });
    comparison.uncensored.fill(1);
    const even = waveEffects(panel, comparison, { adjust: [] });
    expect(even.effects.terms.some((t) => t.effective)).toBe(false);
    expect(sampleSummary(even.withLevels()).rows.length).toBe(even.effects.terms.length);
    expect(sampleSummary(even.effects).rows[0]).toMatchObject({
      treated: 12,
      controls: 24,
      effectiveTreated: 12,
      effectiveControls: 24,
      estimated: true,
    });
    const weighted = regroup(comparison, { merge: Number.POSITIVE_INFINITY, independence: "unit", spread: 0.5, both: true });
    const { effects } = waveEffects(panel, weighted, { adjust: [] });
    const kish = (role: number) => {
      const own = [...weighted.weight].filter((_, r) => weighted.role[r] === role && weighted.wave[r] === 8);
      const sum = own.reduce((a, b) => a + b, 0);
      return (sum * sum) / own.reduce((a, b) => a + b * b, 0);
    };
    const [row] = sampleSummary(effects).rows;
    expect(row).toMatchObject({ group: 8, treated: 12, controls: 24 });
    expect(row.effectiveTreated).toBeCloseTo(kish(1), 6);
    expect(row.effectiveControls).toBeCloseTo(kish(0), 6);
  });
});
