import { NEVER, type Panel } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { denseArm } from "../att-gt/arm-factors.fixture.js";
import { attGtCells } from "../att-gt/att-gt-cells.js";
import type { MomentSample } from "./moment-sample.js";
import { randomSample } from "./random-sample.fixture.js";
import { sampleFit } from "./sample-fit.js";

type Control = "never" | "notYet";
type Base = "varying" | "universal";

function fitOf(panel: Panel, control: Control, base: Base, cluster = false) {
  const { units: n, periods, measures, firstTreated: group } = panel;
  const town = panel.clusterings[0];
  const used = town ? [...new Set(town.of)] : [];
  const sample: MomentSample = {
    n,
    unit: Int32Array.from({ length: n }, (_, i) => i),
    group,
    periods: periods.ordinals,
    outcomes: measures.map((measure) => ({ measure, name: measure.name, unit: measure.unit })),
    w: panel.samplingWeight ?? new Float64Array(n).fill(1),
    atom: cluster ? town.of.map((c) => used.indexOf(c)) : Int32Array.from({ length: n }, (_, i) => i),
    atoms: cluster ? used.length : n,
  };
  const groups = Int32Array.from(new Set(group.filter((g) => g !== NEVER))).sort();
  const cells = attGtCells(groups, periods.ordinals, { anticipation: 0, base, baseWindow: 1, baseSeason: "any" });
  const stride = periods.ordinals.length;
  const use = { units: n, unitsGiven: n, rows: n * stride, rowsGiven: n * stride };
  const fit = sampleFit({ sample, cells, stride, unit: "ordinal", control, compat: "none", estimator: "", use, problems: [] });
  return { fit, sample };
}

/** Estimate, treated mean, and the influence of every unit on each, by the definition (Callaway & Sant'Anna 2021, theorem 2). */
function definition(
  panel: Panel,
  w: Float64Array,
  atom: Int32Array,
  control: Control,
  base: Base,
  outcome: number,
  g: number,
  time: number,
) {
  const T = panel.periods.ordinals.length;
  const y = panel.measures[outcome].values;
  const from = base === "varying" && time < g ? time - 1 : g - 1;
  const through = Math.max(time, from);
  const treated = (i: number) => panel.firstTreated[i] === g;
  const controls = (i: number) => {
    const own = panel.firstTreated[i];
    return own === NEVER || (control === "notYet" && own !== g && own > through);
  };
  const delta = (i: number) => y[i * T + time - 1] - y[i * T + from - 1];
  // Units of a cluster and cohort are taken to count alike, with small-sample factors by side.
  const alike = (i: number) => {
    const own = [...w.keys()].filter((j) => atom[j] === atom[i] && panel.firstTreated[j] === panel.firstTreated[i]);
    return own.reduce((sum, j) => sum + w[j], 0) / own.length;
  };
  const side = (who: (i: number) => boolean, value: (i: number) => number) => {
    const units = [...w.keys()].filter(who);
    const { factor } = denseArm(
      units.map(alike),
      units.map((i) => atom[i]),
    );
    const of = new Map(units.map((i, j) => [i, factor[j]]));
    let [sum, weight] = [0, 0];
    for (let i = 0; i < panel.units; i++) if (who(i)) [sum, weight] = [sum + w[i] * value(i), weight + w[i]];
    const mean = sum / weight;
    return {
      mean,
      psi: Float64Array.from({ length: panel.units }, (_, i) => (who(i) ? (of.get(i)! * w[i] * (value(i) - mean)) / weight : 0)),
    };
  };
  const [one, two] = [side(treated, delta), side(controls, delta)];
  const level = side(treated, (i) => y[i * T + time - 1]);
  if (from === time) return { value: 0, psi: new Float64Array(panel.units), level };
  return { value: one.mean - two.mean, psi: one.psi.map((v, i) => v - two.psi[i]), level };
}

describe("sampleFit", () => {
  it("is the definition: estimates, levels, joint covariance and shares, on 500 panels", () => {
    for (let seed = 1; seed <= 500; seed++) {
      const weighted = seed % 2 === 0;
      const cluster = seed % 3 === 0;
      const control = seed % 5 < 2 ? "never" : "notYet";
      const base = seed % 7 < 3 ? "varying" : "universal";
      const panel = randomSample(seed, { weighted, clusters: cluster ? 6 : 0, outcomes: 1 + (seed % 2) });
      const { fit, sample } = fitOf(panel, control, base, cluster);
      const effects = fit.withLevels!();
      const K = effects.terms.length;
      const psi = effects.terms.map((t, k) => {
        const own = definition(panel, sample.w, sample.atom, control, base, Number(t.outcome[1]), t.group!, t.time!);
        const level = t.scale === "treatedMean";
        expect(Math.abs(effects.estimate[k] - (level ? own.level.mean : own.value))).toBeLessThan(1e-8);
        return level ? own.level.psi : own.psi;
      });
      const shares = "shares" in effects.basis ? effects.basis.shares : undefined;
      const sharePsi = Array.from(shares!.groups, (g) => {
        const own = sample.w.map((v, i) => (panel.firstTreated[i] === g ? v : 0));
        const share = own.reduce((a, b) => a + b) / panel.units;
        return own.map((v) => (v - share) / panel.units);
      });
      const G = sample.atoms;
      // The shares have one factor for all.
      const sums = [...psi, ...sharePsi.map((own) => own.map((v) => v * Math.sqrt(G / (G - 1))))].map((column) => {
        const out = new Float64Array(G);
        column.forEach((v, i) => {
          out[sample.atom[i]] += v;
        });
        return out;
      });
      const covariance = (a: number, b: number) => sums[a].reduce((s, v, i) => s + v * sums[b][i], 0);
      let worst = 0;
      for (let a = 0; a < K; a++)
        for (let b = 0; b < K; b++) worst = Math.max(worst, Math.abs(effects.covariance[a * K + b] - covariance(a, b)));
      if (effects.basis.kind === "moments") {
        const { covariance: own, cross } = effects.basis.shares!;
        const S = sharePsi.length;
        for (let g = 0; g < S; g++) {
          for (let h = 0; h < S; h++) worst = Math.max(worst, Math.abs(own[g * S + h] - covariance(K + g, K + h)));
          for (let k = 0; k < K; k++) worst = Math.max(worst, Math.abs(cross[k * S + g] - covariance(k, K + g)));
        }
      } else if (effects.basis.kind === "influence") {
        const { rows, shares: own } = effects.basis;
        for (let i = 0; i < G; i++) {
          for (let k = 0; k < K; k++) worst = Math.max(worst, Math.abs(rows[i * K + k] - sums[k][i]));
          for (let g = 0; g < sharePsi.length; g++)
            worst = Math.max(worst, Math.abs(own!.rows[i * sharePsi.length + g] - sums[K + g][i]));
        }
      }
      expect(worst).toBeLessThan(1e-9);
    }
  });

  it("answers other weights by cluster or unit as if it had been fitted with them", () => {
    for (const cluster of [false, true]) {
      const panel = randomSample(7, { clusters: 6 });
      const { fit, sample } = fitOf(panel, "notYet", "varying", cluster);
      const weights = Float64Array.from({ length: sample.atoms }, (_, a) => (a % 4 === 0 ? 0 : 1 + (a % 3)));
      const other = fitOf({ ...panel, samplingWeight: sample.w.map((v, i) => v * weights[sample.atom[i]]) }, "notYet", "varying");
      const again = fit.refit(weights);
      other.fit.effects.estimate.forEach((v, k) => {
        if (Number.isNaN(v)) expect(again[k]).toBeNaN();
        else expect(Math.abs(again[k] - v)).toBeLessThan(1e-8);
      });
      expect(() => fit.refit(weights, new Uint8Array(1))).toThrow(/weights only/);
      expect(() => fit.refit(new Float64Array(1))).toThrow();
    }
  });
});
