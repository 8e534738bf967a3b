import { type Problem, problem } from "@kontrafakt/base";
import { clusterControlsSe } from "./cluster-controls-se.js";
import { controlsSe } from "./controls-se.js";
import { effectsOf } from "./effects-of.js";
import { linearCombination } from "./linear-combination.js";
import type { WaveDesign } from "./wave-design.js";
import type { WaveFit } from "./wave-effects.js";

/** What standard error this design gives a combination, learnt from people outside the programme. */
export interface DesignSe {
  readonly kind: "design-se";
  readonly se: number;
  readonly df: number;
  /** Sets that could be tried; where people are independent, sets with controls enough to tell their spread. */
  readonly sets: number;
  readonly problems: readonly Problem[];
}

/**
 * Standard error of c'θ (c over `fit.effects.terms`) that never uses the treated's outcomes, so that the figure says what the design could
 * have told whatever was found. Where sets are independent of one another, from a placebo: in each set the k treated are left out and its
 * nearest k comparison people (its first rows) play treated against the others. Scaled by √((1/k + 1/m) / (1/k + 1/(m − k))) for the
 * comparison people spent, by √(n placebo / n) in each cell for sets that cannot be tried, and up for cells without any. Where people are
 * independent, from the spread of the controls alone (`controlsSe`; `clusterControlsSe` by cluster). NaN where fewer than half the weight can be tried.
 */
export function designSe(fit: WaveFit, c: Float64Array): DesignSe {
  const { design, effects } = fit;
  const none = (sets: number): DesignSe => ({
    kind: "design-se",
    se: Number.NaN,
    df: Number.NaN,
    sets,
    problems: [problem("effects/placebo-none", "warning", {}, {})],
  });
  const { way, wholeClusters } = design.atoms;
  const byCluster = way === "clusters" || (way === "multiway" && wholeClusters === true);
  if (design.independence === "unit" || byCluster) {
    const { se, df, sets } = byCluster ? clusterControlsSe(fit, c) : controlsSe(fit, c);
    return se >= 0 ? { kind: "design-se", se, df, sets, problems: [] } : none(sets);
  }
  const { placebo, sets, scale } = placeboDesign(design);
  if (sets < 2) return none(sets);
  const tried = effectsOf(placebo, { role: placebo.role, shares: "equal" }, false).effects;
  const key = (t: { outcome: string; group?: number; time?: number }) => JSON.stringify([t.outcome, t.group, t.time]);
  const place = new Map(tried.terms.map((t, k) => [key(t), k]));
  const weights = new Float64Array(tried.terms.length);
  let covered = 0;
  let all = 0;
  effects.terms.forEach((t, k) => {
    all += Math.abs(c[k]);
    const at = place.get(key(t));
    if (at === undefined) return;
    covered += Math.abs(c[k]);
    weights[at] = c[k] * Math.sqrt(tried.terms[at].n / t.n);
  });
  if (!(covered > all / 2)) return none(sets);
  const { se, df } = linearCombination(tried, weights);
  return { kind: "design-se", se: (se * scale * all) / covered, df, sets, problems: [] };
}

function placeboDesign(design: WaveDesign): { placebo: WaveDesign; sets: number; scale: number } {
  const { setStart, members, weight } = design;
  const role = new Uint8Array(design.rows);
  const outcomes = design.outcomes.map((o) => ({ ...o, base: o.base.slice() }));
  let sets = 0;
  let square = 0;
  for (let s = 0; s < design.sets; s++) {
    const rows = members.subarray(setStart[s], setStart[s + 1]);
    const controls = rows.filter((r) => design.role[r] !== 1 && weight[r] > 0);
    let k = 0;
    for (const r of rows) {
      if (design.role[r] !== 1) continue;
      if (weight[r] > 0) k++;
      for (const o of outcomes) o.base[r] = Number.NaN;
    }
    const m = controls.length;
    if (k === 0 || m < k + 1) continue;
    for (let j = 0; j < k; j++) role[controls[j]] = 1;
    square += (1 / k + 1 / m) / (1 / k + 1 / (m - k));
    sets++;
  }
  return { placebo: { ...design, role, outcomes, problems: [], estimation: undefined }, sets, scale: Math.sqrt(square / sets) };
}
