import { NEVER, type Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { shownCells } from "./shown-cells.js";
import type { WaveFit } from "./wave-effects.js";

/** Totals that simpler comparisons would have given for the same people and periods. Not estimates of effect. */
export interface Naive {
  readonly kind: "naive";
  readonly outcome: string;
  readonly unit: string;
  /** Σ over treated person-periods from the start on: outcome less own base. Where the treated weigh unequally, n_gt times their weighted mean. */
  readonly beforeAfter: number;
  /** Σ n_gt (mean of the treated − mean of everyone never treated and observed then). */
  readonly treatedVersusRest: number;
}

/** What before–after, and the treated against everyone else, would have said in the periods of `total`. */
export function naive(panel: Panel, comparison: Comparison, fit: WaveFit, outcome: string): Naive {
  const { design } = fit;
  const o = design.outcomes.findIndex((one) => one.name === outcome);
  const { base, unit } = design.outcomes[o];
  const values = panel.measures.find((m) => m.name === outcome)!.values;
  const T = design.periods.length;
  const never = neverMeans(panel, values);
  let beforeAfter = 0;
  let treatedVersusRest = 0;
  for (const { members, cell } of shownCells(fit, outcome, 0)) {
    const each = (cell.lastTreated - cell.firstTreated) / cell.total;
    for (let j = cell.firstTreated; j < cell.lastTreated; j++) {
      const r = members.treated[j];
      const share = each * members.treatedWeight[j];
      const y = values[comparison.unit[r] * T + cell.time];
      beforeAfter += share * (y - base[r]);
      treatedVersusRest += share * (y - never[cell.time]);
    }
  }
  return { kind: "naive", outcome, unit, beforeAfter, treatedVersusRest };
}

function neverMeans(panel: Panel, values: Float64Array): Float64Array {
  const T = panel.periods.ordinals.length;
  const sum = new Float64Array(T);
  const n = new Int32Array(T);
  for (let i = 0; i < panel.units; i++) {
    if (panel.firstTreated[i] !== NEVER) continue;
    for (let t = 0; t < T; t++) {
      const y = values[i * T + t];
      if (panel.observed[i * T + t] !== 1 || Number.isNaN(y)) continue;
      sum[t] += y;
      n[t]++;
    }
  }
  return sum.map((s, t) => s / n[t]);
}
