import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { eventStudy } from "../regression/event-study.js";
import { eventStudyWeights } from "./event-study-weights.js";
import { randomPanel } from "./random-panel.fixture.js";

/** A panel whose outcome is levels, shifts and an effect for every group and period, before its start too. */
function knownCells(seed: number, gaps: number, never = true): { panel: Panel; effect: (g: number, t: number) => number } {
  const random = stream(seed, "test/cells", 0);
  const table = Array.from({ length: 10 * 10 }, () => random.normal());
  const effect = (g: number, t: number) => table[g * 10 + t];
  const panel = randomPanel({ seed, units: 24, periods: 6, gaps, weights: true, effect: () => 0 });
  const firstTreated = Int32Array.from({ length: 24 }, (_, i) => [3, 4, 6, never ? NEVER : 5][i % 4]);
  const values = panel.measures[0].values.map((v, at) => {
    const g = firstTreated[Math.floor(at / 6)];
    // The fixture's own effects are 0.
    return g === NEVER ? v : v + effect(g, 1 + (at % 6));
  });
  return { panel: { ...panel, firstTreated, measures: [{ name: "y", unit: "kr", values }] }, effect };
}

describe("eventStudyWeights", () => {
  it.each([
    ["all event times", {}],
    ["a window", { window: [-2, 1] as [number, number] }],
    ["another reference", { reference: -2 }],
  ])("gives the coefficients as Σ weight × effect where the effects are known: %s", (_, options) => {
    for (let seed = 0; seed < 40; seed++) {
      const { panel, effect } = knownCells(seed, seed % 2 === 0 ? 0 : 0.1);
      const { effects } = eventStudy(panel, { outcomes: ["y"], ...options });
      const found = eventStudyWeights(panel, { outcome: "y", ...options });
      expect(found.events.map((e) => e.event)).toEqual(effects.terms.map((t) => t.event));
      found.events.forEach(({ cells, foreign }, k) => {
        const sum = cells.reduce((s, c) => s + c.weight * effect(c.group, c.time), 0);
        expect(Math.abs(sum - effects.estimate[k])).toBeLessThan(1e-9);
        expect(foreign).toBeGreaterThan(0);
      });
      if ("window" in options) continue;
      const reference = "reference" in options ? -2 : -1;
      for (const { event, cells } of found.events) {
        for (const e of new Set(cells.map((c) => c.event))) {
          const sum = cells.reduce((s, c) => s + (c.event === e ? c.weight : 0), 0);
          expect(sum).toBeCloseTo(e === event ? 1 : e === reference ? -1 : 0, 9);
        }
      }
    }
  });

  it("has nothing foreign with one start only, and leaves out what eventStudy does", () => {
    const { panel } = knownCells(1, 0);
    const one = { ...panel, firstTreated: panel.firstTreated.map((g) => (g === NEVER ? NEVER : 4)) };
    for (const { cells, event, foreign } of eventStudyWeights(one, { outcome: "y" }).events) {
      expect(foreign).toBeCloseTo(0, 10);
      for (const c of cells) expect(c.weight).toBeCloseTo(c.event === event ? 1 : c.event === -1 ? -1 : 0, 10);
    }
    const all = knownCells(2, 0, false).panel;
    const { effects } = eventStudy(all, { outcomes: ["y"] });
    const told = effects.terms.flatMap((t, k) => (Number.isNaN(effects.estimate[k]) ? [] : [t.event]));
    expect(eventStudyWeights(all, { outcome: "y" }).events.map((e) => e.event)).toEqual(told);
  });

  it("has no coefficient that the fixed effects say already, though its indicator is not 0: one start and nobody else", () => {
    const { panel } = knownCells(1, 0);
    const one = { ...panel, firstTreated: new Int32Array(24).fill(4) };
    expect(eventStudy(one, { outcomes: ["y"] }).effects.estimate.every(Number.isNaN)).toBe(true);
    expect(eventStudyWeights(one, { outcome: "y" }).events).toEqual([]);
  });
});
