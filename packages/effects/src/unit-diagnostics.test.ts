import { describe, expect, it } from "vitest";
import { designSe } from "./design-se.js";
import { linearCombination } from "./linear-combination.js";
import { naive } from "./naive.js";
import { paths } from "./paths.js";
import { permutable, permutation } from "./permutation.js";
import { randomWaves } from "./random-waves.fixture.js";
import { type Regroup, regroup } from "./regroup.fixture.js";
import { setContributions } from "./set-contributions.js";
import { totalWeights } from "./total.js";
import { waveEffects } from "./wave-effects.js";

const T = 14;
const all = Number.POSITIVE_INFINITY;

function setup(seed: number, sets: number[], spec: Regroup, effect = 0) {
  const { panel, comparison } = randomWaves({ seed, sets, controls: 2, periods: T, gaps: 0, later: 0, effect, anticipation: 0 });
  const one = regroup(comparison, { ...spec, seed });
  const fit = waveEffects(panel, one, { adjust: [] });
  const y = panel.measures[0].values;
  /** Change of a unit from its base, wave starting in period 8. */
  const change = (u: number, t: number) => y[u * T + t] - (y[u * T + 4] + y[u * T + 5] + y[u * T + 6] + y[u * T + 7]) / 4;
  return { panel, comparison: one, fit, change, c: totalWeights(fit.effects, "first") };
}

describe("permutation of strata", () => {
  it("splits a combination into sets exactly", () => {
    const { fit, c } = setup(1, [9, 12], { merge: 3, independence: "unit" }, 0.5);
    const { value, start, treated, actor } = setContributions(fit, c);
    expect(Array.from(treated)).toEqual([3, 3, 3, 3, 3, 3, 3]);
    let sum = 0;
    actor.forEach((m, i) => {
      sum += value[start[Math.floor(i / 3)] + m];
    });
    expect(sum).toBeCloseTo(linearCombination(fit.effects, c).estimate, 9);
  });

  it("counts every way to choose the treated, with the t statistic of two samples", async () => {
    const { fit, change, comparison } = setup(2, [3], { merge: all, independence: "unit" }, 0.4);
    const c = Float64Array.from(fit.effects.terms, (t) => (t.outcome === "first" && t.time === 10 ? 1 : 0));
    const d = Array.from(comparison.unit, (u) => change(u, 10));
    const t = (members: number[]) => {
      const arms = [d.filter((_, m) => !members.includes(m)), d.filter((_, m) => members.includes(m))];
      const [rest, own] = arms.map((arm) => {
        const mean = arm.reduce((a, b) => a + b) / arm.length;
        return { mean, v: arm.reduce((a, b) => a + (b - mean) * (b - mean), 0) / (arm.length - 1) / arm.length };
      });
      return (own.mean - rest.mean) / Math.sqrt(own.v + rest.v);
    };
    const seen = t(Array.from(comparison.role, (_, m) => m).filter((m) => comparison.role[m] === 1));
    let atLeast = 0;
    for (let i = 0; i < 9; i++)
      for (let j = i + 1; j < 9; j++) for (let k = j + 1; k < 9; k++) if (t([i, j, k]) >= seen - 1e-9) atLeast++;
    const found = await permutation(fit, c, { seed: 1 });
    expect(found).toMatchObject({ exact: true, draws: 84 });
    expect(found.statistic).toBeCloseTo(seen, 9);
    expect(found.p).toBeCloseTo(atLeast / 84, 12);
    const drawn = await permutation(fit, c, { seed: 1 }, 80);
    expect(drawn.exact).toBe(false);
  });

  it("draws close to the enumeration, with sets of two treated between and within", async () => {
    for (const independence of ["set", "unit"] as const) {
      const { fit, c } = setup(3, [4, 2], { merge: 2, independence }, 0.3);
      const exact = await permutation(fit, c, { seed: 1 });
      expect(exact).toMatchObject({ exact: true, draws: 15 ** 3 });
      const drawn = await permutation(fit, c, { seed: 1 }, 3000);
      // Four standard errors of 3,000 draws.
      expect(Math.abs(drawn.p - exact.p)).toBeLessThan(4 * Math.sqrt(0.25 / 3000));
    }
  });

  it("refuses weights", async () => {
    const { fit, c, comparison } = setup(4, [8], { merge: all, independence: "unit", spread: 0.5 });
    expect(permutable(fit)).toBe(false);
    await expect(permutation(fit, c, { seed: 1 })).rejects.toThrow("weights people unequally");
    expect(() => fit.refit(new Float64Array(fit.effects.clusters).fill(1), comparison.role)).toThrow("weights people unequally");
    const strata = setup(4, [8], { merge: 4, independence: "unit" });
    expect(permutable(strata.fit)).toBe(true);
    const moved = strata.fit.refit(new Float64Array(strata.fit.effects.clusters).fill(1), strata.comparison.role);
    moved.forEach((v, k) => {
      expect(v).toBeCloseTo(strata.fit.effects.estimate[k], 10);
    });
  });
});

describe("designSe of strata and weights", () => {
  it("is the spread of the controls over both arms", () => {
    const { fit, change, comparison } = setup(5, [10], { merge: all, independence: "unit", spread: 0.7 });
    const c = Float64Array.from(fit.effects.terms, (t) => (t.outcome === "first" && t.time === 11 ? 2 : 0));
    const controls = Array.from(comparison.unit, (u, r) => ({
      w: comparison.weight[r] / 10,
      d: change(u, 11),
      role: comparison.role[r],
    }));
    const own = controls.filter(({ role }) => role === 0);
    const mean = own.reduce((a, { w, d }) => a + w * d, 0);
    const squares = own.reduce((a, { w }) => a + w * w, 0);
    const spread = own.reduce((a, { w, d }) => a + w * (d - mean) ** 2, 0) / (1 - squares);
    const variance = spread / 10 + own.reduce((a, { w, d }) => a + (w * (d - mean)) ** 2, 0) / (1 - squares);
    const found = designSe(fit, c);
    expect(found.se).toBeCloseTo(2 * Math.sqrt(variance), 10);
    expect(found.df).toBeGreaterThan(9);
    expect(found.df).toBeLessThan(9 + 1 / squares);
  });

  it.each([
    ["strata", { merge: 5, independence: "unit" }],
    ["weights", { merge: all, independence: "unit", spread: 0.5 }],
    ["sets of several", { merge: 2, independence: "set" }],
  ] as [string, Regroup][])("never looks at the treated and is near the standard error: %s", (_, spec) => {
    const { fit, c, panel, comparison } = setup(6, [60, 40], spec);
    const other = structuredClone(panel);
    comparison.unit.forEach((unit, r) => {
      if (comparison.role[r] === 1)
        for (let t = comparison.wave[r]; t < T; t++) other.measures[0].values[unit * T + t] += 100 * t;
    });
    const found = designSe(fit, c);
    expect(designSe(waveEffects(other, comparison, { adjust: [] }), c).se).toBe(found.se);
    // Two figures of some 50 independent sets, each known to a tenth.
    const ratio = found.se / linearCombination(fit.effects, c).se;
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
    expect(found.problems).toEqual([]);
  });
});

describe("paths and naive totals of weights", () => {
  it("are weighted means, and n times a weighted mean", () => {
    const { fit, panel, comparison, change } = setup(7, [9], {
      merge: all,
      independence: "unit",
      spread: 0.6,
      both: true,
      trim: 5,
    });
    const found = paths(panel, comparison, fit, "first");
    const i = found.event.indexOf(2);
    const y = panel.measures[0].values;
    const mean = (role: number, of: (u: number) => number) => {
      let sum = 0;
      let n = 0;
      comparison.unit.forEach((u, r) => {
        if (comparison.role[r] !== role) return;
        sum += comparison.weight[r] * of(u);
        n += comparison.weight[r];
      });
      return sum / n;
    };
    const n = Array.from(comparison.role).filter((role, r) => role === 1 && comparison.weight[r] > 0).length;
    expect(n).toBeLessThan(9);
    expect(found.n[i]).toBe(n);
    expect(found.treated[i]).toBeCloseTo(
      mean(1, (u) => y[u * T + 10]),
      12,
    );
    expect(found.comparison[i]).toBeCloseTo(
      mean(0, (u) => y[u * T + 10]),
      12,
    );
    const trimmed = Array.from(comparison.unit).filter((_, r) => comparison.weight[r] === 0 && comparison.role[r] === 0);
    expect(found.rest[i]).toBeCloseTo(trimmed.reduce((a, u) => a + y[u * T + 10], 0) / trimmed.length, 12);
    let before = 0;
    for (let t = 8; t < T; t++) before += n * mean(1, (u) => change(u, t));
    expect(naive(panel, comparison, fit, "first").beforeAfter).toBeCloseTo(before, 9);
  });
});
