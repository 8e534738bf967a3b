// matchWaves on a generated municipality, against a plain reading of its definition.
import { ALWAYS, NEVER } from "@kontrafakt/cohort";
import { makeWorld, worldPanel } from "@kontrafakt/data-samples";
import { CONTROL, matchWaves, TREATED } from "@kontrafakt/matching";
import { describe, expect, it } from "vitest";

const panel = worldPanel(makeWorld(11, { children: 900, startersPerWave: 18, truthPaths: 2 }));
const anticipation = 1;
const periods = panel.periods.ordinals.length;
const first = panel.periods.ordinals[0];
const matched = matchWaves(panel, {
  anticipation,
  share: "first",
  exclude: ["household"],
  history: {
    windows: [
      [1, 1],
      [2, 4],
    ],
  },
});
const { comparison, atRisk } = matched;
const rows = Array.from(comparison.unit.keys());

describe("matchWaves on a generated municipality", () => {
  it("takes as at risk exactly who had not started, was observed and has a history", () => {
    const expected: string[] = [];
    for (const g of comparison.waves) {
      for (let i = 0; i < panel.units; i++) {
        const seen = (t: number): boolean => panel.observed[i * periods + t - first] === 1;
        const known = (t: number): boolean =>
          seen(t) && panel.measures.every((m) => !Number.isNaN(m.values[i * periods + t - first]));
        const start = panel.firstTreated[i];
        const zero = g - anticipation;
        if (start === ALWAYS || start < g || !seen(zero) || !seen(g) || !known(zero - 1)) continue;
        if (![2, 3, 4].some((back) => known(zero - back))) continue;
        expected.push(`${i} ${g} ${start === g ? 1 : 0}`);
      }
    }
    expect(Array.from(atRisk.unit, (i, r) => `${i} ${atRisk.wave[r]} ${atRisk.treated[r]}`)).toEqual(expected);
  });

  it("controls serve once, are eligible, within the caliper and still waiting", () => {
    const serving = rows.filter((k) => comparison.role[k] === CONTROL);
    expect(new Set(serving.map((k) => comparison.unit[k])).size).toBe(serving.length);
    const score = new Map(
      rows.filter((k) => comparison.role[k] === TREATED).map((k) => [comparison.set[k], comparison.score[k]]),
    );
    for (const k of serving) {
      const i = comparison.unit[k];
      expect(panel.firstTreated[i]).toBeGreaterThan(comparison.wave[k]);
      const home = panel.clusterings[0].of[i];
      const family = Array.from(panel.firstTreated).filter((_, j) => panel.clusterings[0].of[j] === home);
      const first = Math.min(...family);
      expect(first).toBeGreaterThan(comparison.wave[k]);
      expect(comparison.until[k]).toBe(first === NEVER ? NEVER : first - anticipation);
      const gap = Math.abs(comparison.score[k] - (score.get(comparison.set[k]) ?? Number.NaN));
      expect(gap).toBeLessThanOrEqual(matched.caliperWidth);
    }
  });

  it("leaves nobody short while a free control is close enough", () => {
    const used = new Map(rows.filter((k) => comparison.role[k] === CONTROL).map((k) => [comparison.unit[k], comparison.wave[k]]));
    const found = new Map<string, number>();
    for (const k of rows) {
      if (comparison.role[k] === TREATED) {
        const size = rows.filter((c) => comparison.set[c] === comparison.set[k]).length - 1;
        found.set(`${comparison.unit[k]} ${comparison.wave[k]}`, size);
      }
    }
    for (let t = 0; t < atRisk.unit.length; t++) {
      if (atRisk.treated[t] === 0 || (found.get(`${atRisk.unit[t]} ${atRisk.wave[t]}`) ?? 0) === 3) continue;
      for (let c = 0; c < atRisk.unit.length; c++) {
        if (atRisk.eligible[c] === 0 || atRisk.wave[c] !== atRisk.wave[t]) continue;
        const free = (used.get(atRisk.unit[c]) ?? NEVER) > atRisk.wave[c];
        if (free) expect(Math.abs(atRisk.score[c] - atRisk.score[t])).toBeGreaterThan(matched.caliperWidth);
      }
    }
  });

  it("every starter is matched or listed, and balance improves", () => {
    const starters = Array.from(panel.firstTreated).filter((g) => comparison.waves.includes(g)).length;
    const sets = comparison.role.filter((role) => role === TREATED).length;
    expect(sets + matched.unmatched.unit.length).toBe(starters);
    const size = (which: "smdBefore" | "smdAfter"): number =>
      Math.max(...matched.balance.rows.filter((r) => r.matched).map((r) => Math.abs(r[which])));
    expect(size("smdBefore")).toBeGreaterThan(0.5);
    expect(size("smdAfter")).toBe(matched.balance.worst);
    expect(matched.balance.worst).toBeLessThan(size("smdBefore") / 2);
    for (const row of matched.balance.rows.filter((r) => !r.matched)) expect(row.window).toEqual([5, 8]);
  });
});
