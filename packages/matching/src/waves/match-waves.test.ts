import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { CONTROL, TREATED } from "../comparison.js";
import type { MatchingOptionsInput } from "../options/matching-options.js";
import { matchWaves } from "./match-waves.js";

/** Units by start and one covariate over 12 periods (ordinals 100–111); the outcome is the covariate in every period. */
function panelOf(units: readonly (readonly [start: number, x: number])[], more: Partial<Panel> = {}): Panel {
  const n = units.length;
  const periods = 12;
  const values = new Float64Array(n * periods);
  units.forEach(([, x], i) => {
    values.fill(x, i * periods, (i + 1) * periods);
  });
  return {
    kind: "panel",
    units: n,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => 100 + t) },
    ids: units.map((_, i) => `u${i}`),
    firstTreated: Int32Array.from(units, ([start]) => start),
    observed: new Uint8Array(n * periods).fill(1),
    measures: [{ name: "days", unit: "days", values }],
    covariates: [{ name: "x", values: Float64Array.from(units, ([, x]) => x) }],
    clusterings: [],
    ...more,
  };
}

const onX: MatchingOptionsInput = { caliper: null, ratio: 1, share: "first", history: { windows: [] } };
const controlsOf = (m: ReturnType<typeof matchWaves>): [number, number][] => {
  const { unit, set, role } = m.comparison;
  const starter = new Map<number, number>();
  unit.forEach((i, k) => {
    if (role[k] === TREATED) starter.set(set[k], i);
  });
  return Array.from(unit.keys()).flatMap((k): [number, number][] =>
    role[k] === CONTROL ? [[starter.get(set[k]) ?? -1, unit[k]]] : [],
  );
};

// Wave 105: units 0, 1; wave 107: unit 2. Slope of x is positive, so the nearest score is the nearest x.
const units = [
  [105, 5],
  [105, 2],
  [107, 4],
  [NEVER, 4.6],
  [NEVER, 2.1],
  [NEVER, 0.5],
  [NEVER, 3.8],
  [NEVER, 0],
  [NEVER, 6],
  [ALWAYS, 5],
  [103 - 50, 5],
  [110, 1.6],
] as const;

describe("matchWaves", () => {
  it("matches within wave on the score, waves in time order, controls once", () => {
    const m = matchWaves(panelOf(units), onX);
    expect(Array.from(m.comparison.waves)).toEqual([105, 107, 110]);
    expect(controlsOf(m)).toEqual([
      [0, 3],
      [1, 4],
      [2, 6],
      [11, 5],
    ]);
    expect(m.comparison).toMatchObject({ kind: "comparison", anticipation: 0, historyUsed: 0 });
    expect(structuredClone(m)).toEqual(m);
  });

  it("never uses as control who started before the wave or before the panel", () => {
    const m = matchWaves(panelOf(units), { ...onX, ratio: 9 });
    const { unit, wave, role } = m.comparison;
    unit.forEach((i, k) => {
      if (role[k] === CONTROL) expect(units[i][0]).toBeGreaterThan(wave[k]);
    });
    expect(unit.includes(9) || unit.includes(10)).toBe(false);
    expect(unit.filter((i, k) => i === 11 && role[k] === CONTROL)).toHaveLength(1);
  });

  it("weights sum to one in a set, and sets keep the controls they find", () => {
    const m = matchWaves(panelOf(units), { ...onX, ratio: 4 });
    const total = new Map<number, number>();
    m.comparison.set.forEach((s, k) => {
      if (m.comparison.role[k] === CONTROL) total.set(s, (total.get(s) ?? 0) + m.comparison.weight[k]);
    });
    for (const weight of total.values()) expect(weight).toBeCloseTo(1, 14);
  });

  it("censors a later starter at its own referral under never, and keeps it under waiting", () => {
    const options = { ...onX, ratio: 9, anticipation: 1 };
    const never = matchWaves(panelOf(units), options).comparison;
    const waiting = matchWaves(panelOf(units), { ...options, estimand: "waiting" }).comparison;
    const at = never.unit.findIndex((i, k) => i === 11 && never.role[k] === CONTROL);
    expect(never.until[at]).toBe(109);
    expect(waiting.until.every((u) => u === NEVER)).toBe(true);
    expect(waiting.uncensored.every((p) => p === 1)).toBe(true);
    expect(never.until.every((u, k) => never.role[k] === CONTROL || u === NEVER)).toBe(true);
  });

  it("uncensored is the product of the fitted chances of not starting in later waves", () => {
    const m = matchWaves(panelOf(units), { ...onX, ratio: 2 });
    const { unit, wave, role, waves, uncensored } = m.comparison;
    unit.forEach((i, r) => {
      waves.forEach((k, w) => {
        let expected = 1;
        m.atRisk.unit.forEach((u, a) => {
          const j = m.atRisk.wave[a];
          if (u === i && role[r] === CONTROL && j > wave[r] && j <= k) expected *= 1 - m.atRisk.probability[a];
        });
        expect(uncensored[r * waves.length + w]).toBeCloseTo(expected, 14);
      });
    });
  });

  it("uses nobody as control whose household has started, and lets go when it does", () => {
    // households: 3 with starter 0 (105), 6 with starter 2 (107), the others alone
    const of = Int32Array.of(0, 1, 2, 0, 3, 4, 2, 5, 6, 7, 8, -1);
    const panel = panelOf(units, { clusterings: [{ name: "household", of, count: 9 }] });
    const m = matchWaves(panel, { ...onX, ratio: 9, share: "reuse", exclude: ["household"], anticipation: 1 });
    const { comparison: c, atRisk } = m;
    const chosen = (unit: number): number[] => Array.from(c.wave).filter((_, k) => c.unit[k] === unit && c.role[k] === CONTROL);
    expect(chosen(3)).toEqual([]);
    expect(chosen(6)).toEqual([105]);
    const row = c.unit.findIndex((i, k) => i === 6 && c.role[k] === CONTROL);
    expect(c.until[row]).toBe(106);
    const chance = (unit: number, wave: number): number => {
      const at = atRisk.unit.findIndex((i, r) => i === unit && atRisk.wave[r] === wave);
      return at < 0 ? 0 : atRisk.probability[at];
    };
    const stays = (wave: number): number => (1 - chance(6, wave)) * (1 - chance(2, wave));
    expect(c.uncensored[row * 3 + 1]).toBeCloseTo(stays(107), 14);
    expect(c.uncensored[row * 3 + 2]).toBeCloseTo(stays(107) * stays(110), 14);
    expect(Array.from(c.unit).includes(0)).toBe(true);
    expect(() => matchWaves(panel, { exclude: ["school"] })).toThrow(/matching\.exclude.*"school".*household/);
  });

  it("may use a control again in another wave by declaration, once within a wave", () => {
    const pairs = controlsOf(matchWaves(panelOf(units), { ...onX, ratio: 9, share: "reuse" }));
    expect(pairs.filter(([, control]) => control === 3).length).toBe(3);
  });

  it("offers each person to one wave by lot, the same under every seed", () => {
    const lot = { ...onX, ratio: 9, share: "lot" } as const;
    const m = matchWaves(panelOf(units), lot, { seed: 1 });
    const pairs = controlsOf(m).map(([, control]) => control);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(matchWaves(panelOf(units), lot, { seed: 2 })).toEqual(m);
  });

  it("takes the caliper in pooled within-group SDs of the score, wave intercepts left out", () => {
    const m = matchWaves(panelOf(units), { ...onX, caliper: 0.5 });
    const spread = (arm: number): number => {
      const w = [105, 107, 110].map((g) => {
        const rows = Array.from(m.atRisk.unit.keys()).filter((r) => m.atRisk.wave[r] === g);
        return { rows, first: rows[0] };
      });
      // the slope on x from two rows of one wave; within-wave scores are slope × x up to a constant
      const [a, b] = w[0].rows;
      const slope = (m.atRisk.score[a] - m.atRisk.score[b]) / (units[m.atRisk.unit[a]][1] - units[m.atRisk.unit[b]][1]);
      const s = Array.from(m.atRisk.unit.keys())
        .filter((r) => m.atRisk.treated[r] === arm)
        .map((r) => slope * units[m.atRisk.unit[r]][1]);
      const mean = s.reduce((x, y) => x + y, 0) / s.length;
      return s.reduce((x, y) => x + (y - mean) * (y - mean), 0) / (s.length - 1);
    };
    expect(m.caliperWidth).toBeCloseTo(0.5 * Math.sqrt((spread(1) + spread(0)) / 2), 8);
  });

  it("reads history before time zero and leaves out, and counts, who has none", () => {
    const panel = panelOf(units.map((u, i) => (i === 2 ? [107, 3.9] : u))); // unit 8 is nearer to unit 0 than unit 2 is
    panel.measures[0].values.fill(Number.NaN, 3 * 12, 3 * 12 + 4); // unit 3: nothing known in 100–103
    const m = matchWaves(panel, {
      caliper: null,
      ratio: 1,
      share: "first",
      covariates: [],
      history: { windows: [[1, 2]] },
      anticipation: 1,
    });
    expect(m.notAtRisk).toEqual([{ wave: 105, reason: "no-history", people: 1 }]);
    expect(controlsOf(m)[0]).toEqual([0, 8]);
    expect(m.balance.rows.map((r) => [r.covariate, r.matched])).toEqual([
      ["days[1,2]", true],
      ["days[3,6]", false],
    ]);
    expect(m.problems).toContainEqual(
      expect.objectContaining({ code: "matching/missing-values", params: { variable: "days[1,2]", people: 1, starters: 0 } }),
    );
    const kept = matchWaves(panel, {
      caliper: null,
      ratio: 1,
      share: "first",
      covariates: [],
      history: { windows: [[1, 2]] },
      anticipation: 1,
      missing: "indicator",
    });
    expect(kept.notAtRisk).toEqual([]);
    expect(kept.atRisk.unit.filter((i) => i === 3)).toHaveLength(3);
  });

  it("needs observation from time zero to the start", () => {
    const observed = new Uint8Array(12 * 12).fill(1);
    observed[0 * 12 + 4] = 0; // starter 0 away at 104, time zero of its wave
    const m = matchWaves(panelOf(units, { observed }), { ...onX, anticipation: 1 });
    expect(Array.from(m.unmatched.unit)).toEqual([0]);
    expect(m.unmatched.reasons[m.unmatched.reason[0]]).toBe("not-observed");
    expect(m.balance.waves[0]).toMatchObject({ wave: 105, starters: 2, matched: 1 });
    expect(m.problems.map((p) => p.code)).toContain("matching/unmatched-starters");
  });
});
