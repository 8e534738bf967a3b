import type { ArmStrata } from "../att-gt/arm-strata.js";
import { type BlockSystem, FITTED } from "../fixed-effects/unit-blocks.js";
import type { Part } from "./part.js";
import type { UntreatedSample } from "./untreated-sample.js";

/**
 * Squared shares of rows by stratum, strata × terms, as `collectCells` has them: of a term's own rows, and of the untreated rows of other cohorts in the
 * same period, which tell what the period did. What unit effects and covariates add is left aside.
 */
export function cohortParts(
  sample: UntreatedSample,
  parts: readonly Part[],
  { stratum, degrees }: Pick<ArmStrata, "stratum" | "degrees">,
): Float64Array {
  const K = parts.reduce((n, { terms }) => n + terms.length, 0);
  const S = degrees.length;
  const places = sample.cohorts.length * sample.ordinals.length;
  const out = new Float64Array(S * K);
  const untreated = new Map<BlockSystem, Sums>();
  let first = 0;
  for (const { terms, rows, model } of parts) {
    // Means of outcomes have the rows of the effects they stand beside.
    const system =
      model?.system ?? sample.models.find(({ name }) => name === terms[0]?.outcome)?.system ?? sample.models[0].system;
    const { weight, state } = system;
    const own = sums(sample, stratum, S, (r, i, p) => (rows.counted[r] === 1 && rows.termOf[p] >= 0 ? weight[i] : 0));
    const total = new Float64Array(terms.length);
    for (let p = 0; p < places; p++) if (rows.termOf[p] >= 0) total[rows.termOf[p]] += own.w[p];
    const others = untreated.get(system) ?? sums(sample, stratum, S, (r, i) => (state[r] === FITTED ? weight[i] : 0));
    untreated.set(system, others);
    for (let p = 0; p < places; p++) {
      const k = rows.termOf[p];
      if (k < 0 || !(own.w[p] > 0)) continue;
      const share = own.w[p] / total[k];
      const beside = model ? besides(sample, others, p, S) : undefined;
      for (let s = 0; s < S; s++)
        out[s * K + first + k] += own.squares[s * places + p] / (total[k] * total[k]) + share * share * (beside?.[s] ?? 0);
    }
    first += terms.length;
  }
  return out;
}

/** Weights by cohort and period, and their squares by stratum too. */
interface Sums {
  readonly w: Float64Array;
  readonly squares: Float64Array;
}

function sums(
  { units, cohort, cohorts, atom, ordinals }: UntreatedSample,
  stratum: Int32Array,
  strata: number,
  weightOf: (r: number, i: number, place: number) => number,
): Sums {
  const T = ordinals.length;
  const places = cohorts.length * T;
  const found = { w: new Float64Array(places), squares: new Float64Array(strata * places) };
  for (let i = 0; i < units; i++) {
    if (atom[i] < 0) continue;
    for (let t = 0, r = i * T, p = cohort[i] * T; t < T; t++, r++, p++) {
      const w = weightOf(r, i, p);
      if (w === 0) continue;
      found.w[p] += w;
      found.squares[stratum[atom[i]] * places + p] += w * w;
    }
  }
  return found;
}

/** By stratum: squared shares of the rows of a place's period that are of other cohorts. */
function besides({ cohorts, ordinals }: UntreatedSample, { w, squares }: Sums, place: number, strata: number): Float64Array {
  const T = ordinals.length;
  const places = cohorts.length * T;
  const out = new Float64Array(strata);
  let total = 0;
  for (let p = place % T; p < places; p += T) {
    if (p === place) continue;
    total += w[p];
    for (let s = 0; s < strata; s++) out[s] += squares[s * places + p];
  }
  return total > 0 ? out.map((v) => v / (total * total)) : out;
}
