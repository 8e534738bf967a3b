import { NEVER, type Panel } from "@kontrafakt/cohort";
import { effectiveSize } from "../effective-size.js";
import type { Term } from "../effects-value.js";
import type { CountedRows, RegressionSample } from "./regression-sample.js";
import type { TermPlan } from "./term-plan.js";

/**
 * How many each term is about: `n` treated units, `personPeriods` their rows, and `controls`, units of groups that are untreated in a period
 * in which another group is in the term (never treated ones only, where only they are controls).
 * @param termOf term of each group (by place) in each period, −1 for none
 */
export function termSizes(
  panel: Panel,
  plan: TermPlan,
  { n, unit, time }: RegressionSample,
  { place, ofUnit, rows }: CountedRows,
  termOf: Int32Array,
  K: number,
): Pick<Term, "n" | "controls" | "personPeriods" | "effective">[] {
  const ordinals = panel.periods.ordinals;
  const T = ordinals.length;
  const units = new Float64Array(K);
  const personPeriods = new Float64Array(K);
  const lastUnit = new Int32Array(K).fill(-1);
  const weights: number[][] = Array.from({ length: K }, () => []);
  const groupWeights: number[][] = Array.from({ length: place.size }, () => []);
  for (let r = 0, last = -1, at = 0; r < n; r++) {
    if (unit[r] !== last) {
      last = unit[r];
      at = ofUnit[last] * T;
      if (panel.samplingWeight) groupWeights[ofUnit[last]].push(panel.samplingWeight[last]);
    }
    const k = termOf[at + time[r]];
    if (k < 0) continue;
    personPeriods[k]++;
    if (lastUnit[k] === unit[r]) continue;
    lastUnit[k] = unit[r];
    units[k]++;
    if (panel.samplingWeight) weights[k].push(panel.samplingWeight[unit[r]]);
  }
  return Array.from({ length: K }, (_, k) => {
    let controls = 0;
    const controlWeights: number[][] = [];
    for (const [g, p] of place) {
      if (plan.neverOnly && g !== NEVER) continue;
      let most = 0;
      for (let t = 0; t < T; t++) {
        if (g !== NEVER && ordinals[t] >= g - plan.anticipation) continue;
        for (let q = 0; q < place.size; q++) if (q !== p && termOf[q * T + t] === k) most = Math.max(most, rows[p * T + t]);
      }
      controls += most;
      if (most > 0) controlWeights.push(groupWeights[p]);
    }
    const effective = panel.samplingWeight && {
      treated: effectiveSize(Float64Array.from(weights[k])),
      controls: effectiveSize(Float64Array.from(controlWeights.flat())),
    };
    return { n: units[k], controls, personPeriods: personPeriods[k], ...(effective && { effective }) };
  });
}
