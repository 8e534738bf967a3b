import { fail } from "@kontrafakt/base";
import { ALWAYS, type Measure, NEVER, type Panel } from "@kontrafakt/cohort";
import { leastSquares } from "@kontrafakt/numerics";
import { messages } from "../messages.js";
import type { BaconComparison, BaconParts, BaconType } from "./bacon-value.js";
import type { BalancedGroups } from "./balanced-groups.js";
import { groupPaths } from "./group-paths.js";

/**
 * With d̃ what covariates leave of treatment, net of unit and period effects: its variation within groups (share Ω of the whole), and
 * between each pair of groups by the difference of their mean paths, n_k n_l Σ_t (d̃_kt − d̃_lt)². Both parts together are the estimate.
 * Source: Goodman-Bacon 2021, doi:10.1016/j.jeconom.2021.03.014, on regressions with controls.
 */
export function baconWithCovariates(
  panel: Panel,
  groups: BalancedGroups,
  outcome: Measure,
  covariates: readonly Measure[],
): BaconParts {
  const T = panel.periods.ordinals.length;
  const { of, from, start, units, mass, weight } = groups;
  const G = mass.length;
  const treatment = new Float64Array(panel.units * T);
  for (let i = 0; i < panel.units; i++) if (of[i] >= 0) treatment.fill(1, i * T + from[of[i]], (i + 1) * T);
  const { d, dropped } = netOf(
    twoWayDemeaned(treatment, T, groups),
    covariates.map((c) => varying(twoWayDemeaned(c.values, T, groups), c.values)),
    T,
    groups,
  );
  const y = twoWayDemeaned(outcome.values, T, groups);
  const dPath = groupPaths(d, T, groups);
  const yPath = groupPaths(y, T, groups);
  let all = 0;
  let product = 0;
  let withinSquare = 0;
  let withinProduct = 0;
  for (let i = 0; i < panel.units; i++) {
    if (of[i] < 0) continue;
    for (let t = 0; t < T; t++) {
      const at = i * T + t;
      const own = d[at] - dPath[of[i] * T + t];
      all += weight[i] * d[at] * d[at];
      product += weight[i] * d[at] * y[at];
      withinSquare += weight[i] * own * own;
      withinProduct += weight[i] * own * y[at];
    }
  }
  const given = groups.mass.reduce((sum, m, k) => sum + (m * from[k] * (T - from[k])) / T, 0);
  if (!(all > 1e-10 * given)) fail("effects/bacon-collinear", { option: "covariates" }, {}, messages);
  const pairs: (BaconComparison & { variance: number })[] = [];
  for (let k = 0; k < G; k++) {
    for (let l = k + 1; l < G; l++) {
      let square = 0;
      let cross = 0;
      for (let t = 0; t < T; t++) {
        const gap = dPath[k * T + t] - dPath[l * T + t];
        square += gap * gap;
        cross += gap * (yPath[k * T + t] - yPath[l * T + t]);
      }
      const type = typeOf(start[k], start[l]);
      const [treated, control] = start[k] === ALWAYS && start[l] !== NEVER ? [l, k] : [k, l];
      pairs.push({
        treated: start[treated],
        control: start[control],
        type,
        weight: 0,
        estimate: square > 0 ? cross / square : 0,
        treatedUnits: units[treated],
        controlUnits: units[control],
        variance: mass[k] * mass[l] * square,
      });
    }
  }
  const total = mass.reduce((a, b) => a + b, 0);
  return {
    comparisons: pairs.map(({ variance, ...pair }) => ({ ...pair, weight: variance / total / all })),
    within: { weight: withinSquare / all, estimate: withinSquare > 0 ? withinProduct / withinSquare : 0 },
    estimate: product / all,
    dropped,
  };
}

/** Groups in the order they start. */
function typeOf(k: number, l: number): BaconType {
  if (k === ALWAYS) return l === NEVER ? "untreated-always" : "treated-always";
  return l === NEVER ? "treated-untreated" : "both-treated";
}

/** Values less their unit and period means; 0 for units that do not count. */
function twoWayDemeaned(values: Float64Array, T: number, { of, weight, mass }: BalancedGroups): Float64Array {
  const out = new Float64Array(values.length);
  const period = new Float64Array(T);
  const all = mass.reduce((a, b) => a + b, 0);
  for (let i = 0; i < of.length; i++) {
    if (of[i] < 0) continue;
    let mean = 0;
    for (let t = 0; t < T; t++) mean += values[i * T + t];
    mean /= T;
    for (let t = 0; t < T; t++) {
      out[i * T + t] = values[i * T + t] - mean;
      period[t] += (weight[i] / all) * out[i * T + t];
    }
  }
  for (let i = 0; i < of.length; i++) if (of[i] >= 0) for (let t = 0; t < T; t++) out[i * T + t] -= period[t];
  return out;
}

/** Zeros where unit and period means leave nothing but rounding. */
function varying(demeaned: Float64Array, values: Float64Array): Float64Array {
  let left = 0;
  let all = 0;
  for (let at = 0; at < values.length; at++) {
    if (demeaned[at] === 0) continue;
    left += demeaned[at] * demeaned[at];
    all += values[at] * values[at];
  }
  return left > 1e-20 * all ? demeaned : new Float64Array(values.length);
}

/** What weighted least squares on x leaves of y. */
function netOf(y: Float64Array, x: readonly Float64Array[], T: number, { of, weight }: BalancedGroups) {
  const n = y.length;
  const k = x.length;
  const columns = new Float64Array(n * k);
  const weights = new Float64Array(n);
  for (let at = 0; at < n; at++) {
    const i = Math.floor(at / T);
    weights[at] = of[i] < 0 ? 0 : weight[i];
    for (let j = 0; j < k; j++) columns[at * k + j] = x[j][at];
  }
  const { residuals, dropped } = leastSquares({ x: columns, y, weights, n, k });
  return { d: residuals, dropped };
}
