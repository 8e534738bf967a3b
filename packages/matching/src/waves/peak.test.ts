import { NEVER, type Panel } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { type MatchingOptionsInput, matchingOptions } from "../options/matching-options.js";
import { peak, peakProblems } from "./peak.js";
import { riskSet, wavesOf } from "./risk-set.js";

const T = 16;
const first = 100;

/** Six starters at 112 and six others; the value of a person at the period so many before 112. */
function panelOf(value: (person: number, ago: number, starter: boolean) => number, unit: "quarter" | "year" = "quarter"): Panel {
  const n = 12;
  const values = new Float64Array(n * T);
  for (let i = 0; i < n; i++) for (let t = 0; t < T; t++) values[i * T + t] = value(i % 6, 112 - first - t, i < 6);
  return {
    kind: "panel",
    units: n,
    periods: { unit, ordinals: Int32Array.from({ length: T }, (_, t) => first + t) },
    ids: Array.from({ length: n }, (_, i) => String(i)),
    firstTreated: Int32Array.from({ length: n }, (_, i) => (i < 6 ? 112 : NEVER)),
    observed: new Uint8Array(n * T).fill(1),
    measures: [{ name: "days", unit: "days", values }],
    covariates: [],
    clusterings: [],
  };
}

function peakOf(panel: Panel, input: MatchingOptionsInput = {}) {
  const options = matchingOptions.parse(input);
  return peak(panel, riskSet(panel, wavesOf(panel), options.anticipation, 1).atRisk, options);
}

describe("a peak at referral", () => {
  // Starters have 0..5 in the nearest quarter and one less a year before: SD √3.5, so 1/√3.5 SDs.
  const risen = (person: number, ago: number) => (ago === 1 ? person : person - 1);

  it("is the starters' change since the same season a year before, in their SDs", () => {
    const { window, year, shift, outcomes } = peakOf(panelOf((i, ago, starter) => (starter ? risen(i, ago) : i)));
    expect({ window, year, shift }).toEqual({ window: [1, 1], year: 4, shift: 4 });
    expect(outcomes).toEqual([
      { outcome: "days", size: expect.closeTo(1 / Math.sqrt(3.5), 12), t: Number.POSITIVE_INFINITY, starters: 6, found: true },
    ]);
  });

  it("less what befell the others as well", () => {
    const { outcomes } = peakOf(panelOf(risen));
    expect(outcomes[0]).toMatchObject({ size: 0, found: false });
  });

  it("may be a trough, and says in the warning what to do", () => {
    const found = peakOf(panelOf((i, ago, starter) => (starter && ago === 1 ? i - 1 : i)));
    expect(found.outcomes[0].size).toBeCloseTo(-1 / Math.sqrt(3.5), 12);
    expect(peakProblems(found)).toEqual([
      expect.objectContaining({
        code: "matching/peak-at-referral",
        severity: "warning",
        where: { option: "matching.history.gap" },
        params: { outcome: "days", size: -0.55, gap: 4 },
      }),
    ]);
  });

  it("is looked for before the gap, which hides it", () => {
    const panel = panelOf((i, ago, starter) => (starter ? risen(i, ago) : i));
    const { outcomes, shift } = peakOf(panel, { history: { gap: 4 } });
    expect(outcomes[0]).toMatchObject({ size: 0, found: false });
    expect(shift).toBe(8);
  });

  it("is not claimed of a change that chance makes among so many starters", () => {
    // Changes of 4 and −2 in turn: mean 1, each 3 from it, so the sum of 6 has the standard error √(6 × 9).
    const panel = panelOf((i, ago, starter) => (starter && ago !== 1 ? i - (i % 2 === 0 ? 4 : -2) : i));
    const [found] = peakOf(panel).outcomes;
    expect(found).toMatchObject({ size: expect.closeTo(1 / Math.sqrt(3.5), 12), found: false });
    expect(found.t).toBeCloseTo(6 / Math.sqrt(54), 12);
  });

  it("is not claimed where the data do not reach a year back, for few starters, or below the threshold", () => {
    const panel = panelOf((i, ago, starter) => (starter ? risen(i, ago) : i));
    const unseen = Float64Array.from(panel.measures[0].values, (v, k) => (k % T < 10 ? Number.NaN : v));
    expect(peakOf({ ...panel, measures: [{ ...panel.measures[0], values: unseen }] }).outcomes[0]).toEqual({
      outcome: "days",
      size: 0,
      t: 0,
      starters: 0,
      found: false,
    });
    expect(peakOf(panel, { peak: { threshold: 0.6 } }).outcomes[0].found).toBe(false);
    expect(peakOf({ ...panel, periods: { ...panel.periods, unit: "year" } }).year).toBe(1);
  });
});
