import { type Problem, problem } from "@kontrafakt/base";
import { linearCombination } from "./linear-combination.js";
import type { WaveDesign } from "./wave-design.js";
import { effectsOf, fitAll, type WaveFit } from "./wave-effects.js";

/** What standard error this design gives a combination, learnt from people outside the programme. */
export interface DesignSe {
  readonly kind: "design-se";
  readonly se: number;
  readonly df: number;
  /** Sets that could be tried. */
  readonly sets: number;
  readonly problems: readonly Problem[];
}

/**
 * Standard error of c'θ (c over `fit.effects.terms`) from a placebo: in each set the treated is left out and the nearest comparison
 * person (its first row) plays treated against the others. The treated's outcomes are never used, so that the figure says what the
 * design could have told whatever was found. Scaled by √((1 + 1/m) / (1 + 1/(m − 1))) for the comparison person spent, by
 * √(n placebo / n) in each cell for sets that cannot be tried, and up for cells without any. NaN where fewer than half the weight can be.
 */
export function designSe(fit: WaveFit, c: Float64Array): DesignSe {
  const { design, effects } = fit;
  const { placebo, sets, scale } = placeboDesign(design);
  const none: DesignSe = {
    kind: "design-se",
    se: Number.NaN,
    df: Number.NaN,
    sets,
    problems: [problem("effects/placebo-none", "warning", {}, {})],
  };
  if (sets < 2) return none;
  const tried = effectsOf(placebo, fitAll(placebo, { role: placebo.role, shares: "equal" }), false);
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
  if (!(covered > all / 2)) return none;
  const { se, df } = linearCombination(tried, weights);
  return { kind: "design-se", se: (se * scale * all) / covered, df, sets, problems: [] };
}

function placeboDesign(design: WaveDesign): { placebo: WaveDesign; sets: number; scale: number } {
  const { setStart, members, periods } = design;
  const T = periods.length;
  const role = new Uint8Array(design.rows);
  const outcomes = design.outcomes.map((o) => ({ ...o, delta: o.delta.slice() }));
  let sets = 0;
  let square = 0;
  for (let s = 0; s < design.sets; s++) {
    const rows = members.subarray(setStart[s], setStart[s + 1]);
    const controls = rows.filter((r) => design.role[r] !== 1);
    for (const r of rows) {
      if (design.role[r] === 1) for (const o of outcomes) o.delta.fill(Number.NaN, r * T, (r + 1) * T);
    }
    if (controls.length < 2) continue;
    role[controls[0]] = 1;
    square += (1 + 1 / controls.length) / (1 + 1 / (controls.length - 1));
    sets++;
  }
  return { placebo: { ...design, role, outcomes, problems: [] }, sets, scale: Math.sqrt(square / sets) };
}
