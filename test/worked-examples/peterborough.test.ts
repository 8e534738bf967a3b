// Peterborough's interim figures of 2013: six months' reconvictions of those released, against other local prisons.
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { attGt } from "@kontrafakt/effects";
import { describe, expect, test } from "vitest";

/** Cohorts released from September of these years; the service began in September 2010. */
const COHORTS = [2005, 2006, 2007, 2008, 2010];
const SERVICE = 2010;
const PER_100 = { peterborough: [74, 81, 85, 84, 78], others: [66, 71, 74, 75, 84] };
const BINARY = { peterborough: [40.4, 40.6, 41.0, 40.3, 38.6], others: [36.6, 37.8, 38.3, 37.3, 39.3] };

/** Only means are published: each arm is four units whose differences from its mean sum to 0 in every cohort. */
const SPREAD = [
  [1, -1, 2, -2],
  [-2, 1, -1, 2],
  [2, 2, -3, -1],
  [-1, -2, 1, 2],
  [1, 2, -1, -2],
];

function panelOf({ peterborough, others }: typeof PER_100): Panel {
  const T = COHORTS.length;
  const values = new Float64Array(8 * T);
  for (let i = 0; i < 8; i++) {
    for (let t = 0; t < T; t++) values[i * T + t] = (i < 4 ? peterborough : others)[t] + SPREAD[t][i % 4];
  }
  return {
    kind: "panel",
    units: 8,
    periods: { unit: "year", ordinals: Int32Array.from(COHORTS) },
    ids: Array.from({ length: 8 }, (_, i) => String(i)),
    firstTreated: Int32Array.from({ length: 8 }, (_, i) => (i < 4 ? SERVICE : NEVER)),
    observed: new Uint8Array(8 * T).fill(1),
    measures: [{ name: "reconvictions", unit: "per 100", values }],
    covariates: [],
    clusterings: [],
  };
}

/** Difference-in-differences against the mean of the last `baseWindow` cohorts before the service. */
function effect(rates: typeof PER_100, baseWindow: number): number {
  const { effects } = attGt(panelOf(rates), { base: "universal", baseWindow });
  const k = effects.terms.findIndex((t) => t.kind === "cell" && t.group === SERVICE && t.time === SERVICE);
  return effects.estimate[k];
}

describe("the first social impact bond, interim", () => {
  test("reconvictions fell by 15.5 per 100 against the mean of all four cohorts before: 16.6% of the 93.5 that would have been", () => {
    const against = effect(PER_100, 4);
    expect(against).toBeCloseTo(-15.5, 10);
    const without = PER_100.peterborough[4] - against;
    expect(without).toBeCloseTo(93.5, 10);
    expect(((100 * against) / without).toFixed(1)).toBe("-16.6");
  });

  test("by 15 against the last cohort before, and the share reconvicted by 3.8 points", () => {
    expect(effect(PER_100, 1)).toBeCloseTo(-15, 10);
    expect(effect(BINARY, 4).toFixed(1)).toBe("-3.8");
  });

  // The final −8.4% is of another follow-up (twelve months) and a matched national group: never held against these.
});
