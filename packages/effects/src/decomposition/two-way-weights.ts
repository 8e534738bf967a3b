import { fail, type Problem } from "@kontrafakt/base";
import { ALWAYS, type Panel } from "@kontrafakt/cohort";
import { leastSquares } from "@kontrafakt/numerics";
import type { Effects } from "../effects-value.js";
import { messages } from "../messages.js";
import { parseOptions } from "../options/parse-options.js";
import { type TwoWayWeightsOptionsInput, twoWayWeightsOptions } from "../options/two-way-weights-options.js";
import { measureNamed, treatedFrom, unitWeights } from "./balanced-groups.js";
import { type ComparedWeights, comparedWith } from "./compared-weights.js";
import { type NegativeWeights, negativeWeights } from "./negative-weights.js";
import { type ReversalSd, reversalSd } from "./reversal-sd.js";
import { twoWayNet } from "./two-way-net.js";
import { usedRows } from "./used-rows.js";
import type { WeightedCell } from "./weighted-cell.js";

/** How two-way fixed effects weigh the effects of treated cells. */
export interface TwoWayWeights {
  readonly kind: "two-way-weights";
  readonly outcome: string;
  readonly unit: string;
  readonly cells: readonly WeightedCell[];
  readonly negative: NegativeWeights;
  /** The two-way fixed effects estimate. */
  readonly estimate: number;
  readonly reversal: ReversalSd;
  /** Effects of the same cells from another estimator, by these weights and by people. */
  readonly compared?: ComparedWeights;
  readonly problems: readonly Problem[];
}

/**
 * Weights of two-way fixed effects on the effects of treated cells (group by start, period), panel balanced or not. Under parallel trends the
 * estimate's expectation is Σ weight × ATT(g, t). Units seen in one period only say nothing and are left out. Sampling weights are the panel's.
 * Source: de Chaisemartin & D'Haultfœuille 2020, doi:10.1257/aer.20181169, Theorem 1 and Corollary 1, with unit effects.
 * @param cells effects with cells of the same outcome (attGt, imputation), for what the weights do to them
 * @throws KontrafaktError on unknown names, or where treatment does not vary once unit and period effects are taken out
 */
export function twoWayWeights(panel: Panel, input: TwoWayWeightsOptionsInput, cells?: Effects): TwoWayWeights {
  const { outcome, covariates } = parseOptions(twoWayWeightsOptions, input);
  const measure = measureNamed(panel, outcome, "outcome");
  const controls = [...new Set(covariates)].map((name) => measureNamed(panel, name, "covariates").values);
  const T = panel.periods.ordinals.length;
  const { units } = panel;
  const from = treatedFrom(panel);
  const weight = unitWeights(panel);
  const used = usedRows(panel, weight, [measure.values, ...controls]);
  const net = twoWayNet({ units, periods: T, used, weight });
  const treatment = new Float64Array(units * T);
  for (let i = 0; i < units; i++) treatment.fill(1, i * T + from[i], (i + 1) * T);
  const residual = netOf(net(treatment), controls.map(net), used, weight, T);
  const y = net(measure.values);
  let product = 0;
  let square = 0;
  let spread = 0;
  let people = 0;
  // By index of the first treated period and of the period.
  const n = new Int32Array(T * T);
  const part = new Float64Array(T * T);
  const mass = new Float64Array(T * T);
  for (let i = 0; i < units; i++) {
    for (let t = 0; t < T; t++) {
      const at = i * T + t;
      if (used[at] !== 1) continue;
      product += weight[i] * residual[at] * y[at];
      spread += weight[i];
      if (t < from[i]) continue;
      const cell = from[i] * T + t;
      square += weight[i] * residual[at];
      people += weight[i];
      n[cell]++;
      part[cell] += weight[i] * residual[at];
      mass[cell] += weight[i];
    }
  }
  if (!(square > 1e-10 * spread)) fail("effects/two-way-no-variation", {}, {}, messages);
  const { ordinals } = panel.periods;
  const weighted = Array.from(n.keys())
    .filter((c) => n[c] > 0)
    .map((c): WeightedCell => {
      const first = Math.floor(c / T);
      const group = first === 0 ? ALWAYS : ordinals[first];
      return { group, time: ordinals[c % T], n: n[c], weight: part[c] / square, share: mass[c] / people };
    });
  const estimate = product / square;
  const problems: Problem[] = [];
  const compared = cells && comparedWith(cells, outcome, weighted, panel.periods.ordinals, problems);
  return {
    kind: "two-way-weights",
    outcome,
    unit: measure.unit,
    cells: weighted,
    negative: negativeWeights(weighted.map((c) => c.weight)),
    estimate,
    reversal: reversalSd(estimate, weighted),
    ...(compared && { compared }),
    problems,
  };
}

/** What weighted least squares on x leaves of d. */
function netOf(d: Float64Array, x: readonly Float64Array[], used: Uint8Array, weight: Float64Array, T: number): Float64Array {
  const k = x.length;
  if (k === 0) return d;
  const columns = new Float64Array(d.length * k);
  const weights = new Float64Array(d.length);
  for (let at = 0; at < d.length; at++) {
    weights[at] = used[at] === 1 ? weight[Math.floor(at / T)] : 0;
    for (let j = 0; j < k; j++) columns[at * k + j] = x[j][at];
  }
  return leastSquares({ x: columns, y: d, weights, n: d.length, k }).residuals;
}
