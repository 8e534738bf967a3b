import { exp, newtonStep } from "@kontrafakt/numerics";
import type { CellRows } from "./cell-rows.js";

const STEPS = 100;
/** Largest share of a treated covariate total by which the weighted controls may miss it. */
const ENOUGH = 1e-12;

/**
 * Odds e^{Xγ} with which the controls' covariate totals are those of the treated: Σ w (D − (1 − D) e^{Xγ}) X = 0 (inverse probability
 * tilting). γ is the minimum of the convex Σ_controls w e^{Xγ} − Σ_treated w Xγ, by Newton's method, a step halved until the function has fallen
 * as it should. Null where it does not settle: then the treated means lie outside what weights of the controls can reach.
 * Source: Graham, Pinto & Egel 2012, doi:10.1093/restud/rdr047; Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003, (3.2).
 * @param start k coefficients
 * @param kept columns that no others make up; the rest keep coefficient 0
 * @returns weight times odds of each control, 0 for the treated
 */
export function calibratedOdds(rows: CellRows, start: Float64Array, kept: readonly number[]): Float64Array | null {
  const { n, d, w, x, k } = rows;
  const m = kept.length;
  const target = new Float64Array(m);
  const size = new Float64Array(m);
  for (let i = 0; i < n; i++) {
    if (d[i] === 0) continue;
    for (let a = 0; a < m; a++) {
      target[a] += w[i] * x[i * k + kept[a]];
      size[a] += w[i] * Math.abs(x[i * k + kept[a]]);
    }
  }
  const odds = new Float64Array(n);
  const at = (gamma: Float64Array): number => {
    let loss = 0;
    for (let a = 0; a < m; a++) loss -= target[a] * gamma[a];
    for (let i = 0; i < n; i++) {
      if (d[i] === 1) continue;
      let linear = 0;
      for (let a = 0; a < m; a++) linear += x[i * k + kept[a]] * gamma[a];
      odds[i] = w[i] * exp(linear);
      loss += odds[i];
    }
    return loss;
  };
  let gamma = Float64Array.from(kept, (j) => start[j]);
  let loss = at(gamma);
  const score = new Float64Array(m);
  const information = new Float64Array(m * m);
  for (let step = 0; step < STEPS && Number.isFinite(loss); step++) {
    score.set(target);
    information.fill(0);
    const sizes = size.slice();
    for (let i = 0; i < n; i++) {
      if (d[i] === 1) continue;
      for (let a = 0; a < m; a++) {
        const part = odds[i] * x[i * k + kept[a]];
        score[a] -= part;
        sizes[a] += Math.abs(part);
        for (let b = 0; b <= a; b++) information[a * m + b] += part * x[i * k + kept[b]];
      }
    }
    if (score.every((s, a) => Math.abs(s) <= ENOUGH * sizes[a])) return odds;
    const found = newtonStep(score, information, m);
    if (!found) return null;
    const before = loss;
    const from = gamma;
    let length = 1;
    for (let halvings = 0; halvings < 60; halvings++, length /= 2) {
      gamma = from.map((v, a) => v + length * found.step[a]);
      loss = at(gamma);
      if (loss <= before - 1e-4 * length * found.decrement + 1e-13 * Math.abs(before)) break;
    }
  }
  return null;
}
