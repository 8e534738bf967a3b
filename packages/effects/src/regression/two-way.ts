import { problem } from "@kontrafakt/base";
import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { negativeWeights } from "../decomposition/negative-weights.js";
import type { Fit } from "../effects-value.js";
import { oneTreatedCluster } from "../inference/one-treated-cluster.js";
import { parseOptions } from "../options/parse-options.js";
import { type TwoWayOptions, type TwoWayOptionsInput, twoWayOptions } from "../options/two-way-options.js";
import { cellWeights } from "./cell-weights.js";
import { fitRegression } from "./fit-regression.js";
import { regressionGroups } from "./regression-groups.js";
import type { TermPlan } from "./term-plan.js";

/**
 * Two-way fixed effects: y = unit + period + θ·treated + covariates. One term of kind `static`.
 * θ is an average of the effects of groups and periods whose weights depend on the panel and may be negative where starts are staggered
 * (Goodman-Bacon 2021, doi:10.1016/j.jeconom.2021.03.014; de Chaisemartin & D'Haultfœuille 2020, doi:10.1257/aer.20181169).
 * @throws KontrafaktError on unknown names, or where nobody is treated
 */
export function twoWay(panel: Panel, input: TwoWayOptionsInput = {}): Fit {
  const options = parseOptions(twoWayOptions, input);
  const fit = fitRegression(panel, twoWayPlan(panel, options), options);
  return oneTreatedCluster(fit, options.compat !== "none" || options.inference.covariance === "CR0");
}

function twoWayPlan(panel: Panel, { anticipation, effects, decompose }: TwoWayOptions): TermPlan {
  const { ordinals } = panel.periods;
  const { group, always, problems } = regressionGroups(panel, anticipation, effects);
  const starts = (g: number, t: number) => g === ALWAYS || (g !== NEVER && ordinals[t] >= g - anticipation);
  // Groups as two-way fixed effects tell them: by the first period they are treated in.
  const from = group.map((g) => {
    let t = 0;
    while (t < ordinals.length && !starts(g, t)) t++;
    return t;
  });
  if (always > 0) problems.push(problem("effects/always-as-controls", "warning", {}, { count: always }));
  return {
    estimator: "two-way fixed effects",
    group,
    out: new Uint8Array(panel.units),
    periods: ordinals.length,
    anticipation,
    problems,
    neverOnly: false,
    terms: (groups) => ({
      labels: groups.length > 0 ? [{ kind: "static" }] : [],
      at: (g, t) => (starts(g, t) ? 0 : -1),
      problems: [],
    }),
    ...(decompose && {
      inspect(outcome, first) {
        const { cells, of, sum } = negativeWeights(cellWeights(first, from, ordinals.length));
        if (cells === 0) return [];
        const rounded = Math.round(sum * 1e4) / 1e4;
        return [problem("effects/two-way-weights-negative", "warning", {}, { outcome, cells, of, sum: rounded })];
      },
    }),
  };
}
