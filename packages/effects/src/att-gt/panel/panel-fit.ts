import type { Panel } from "@kontrafakt/cohort";
import type { Effects, Fit } from "../../effects-value.js";
import { sampleFit } from "../../moments/sample-fit.js";
import type { AttGtOptions } from "../../options/att-gt-options.js";
import { armStrata } from "../arm-strata.js";
import type { AttGtCell } from "../att-gt-cells.js";
import { armsOf, attGtFit, MOST_INFLUENCE, sharesOf } from "../att-gt-fit.js";
import type { AttGtSample } from "../att-gt-sample.js";
import { cellSquares } from "../cell-squares.js";
import { collectCells } from "../collect-cells.js";
import { constantCells } from "../constant-cells.js";
import { leaveOneOut } from "../leave-one-out.js";
import { panelSource } from "./panel-source.js";

/**
 * Group-time effects of a panel. Without covariates, on units that have every value, all come from sums by cohort over one pass of the data; their
 * influence is then written out only where it is not too large to carry.
 * @param large without small-sample factors
 */
export function panelFit(
  panel: Panel,
  sample: AttGtSample,
  cells: readonly AttGtCell[],
  options: AttGtOptions,
  estimator: string,
  large = false,
): Fit {
  const source = panelSource(panel, sample, cells, options);
  const squares = sample.covariates.length === 0 && { leastSquares: (c: Float64Array) => cellSquares(source, options, c) };
  if (!sample.complete || sample.covariates.length > 0 || sample.atoms < 2)
    return { ...attGtFit(source, options, estimator, options.compat === "none" && !large), ...squares };
  const fit = sampleFit({
    sample,
    cells,
    stride: panel.periods.ordinals.length,
    unit: panel.periods.unit,
    cluster: options.cluster,
    control: options.control,
    compat: large ? "did" : options.compat,
    estimator,
    use: source.use(),
    problems: sample.problems,
  });
  const withInfluence = (found: Effects): Effects => {
    const effects = { ...found, problems: [...found.problems, ...constantCells(found, source.keys, source.outcomes)] };
    const levels = effects.terms.length > source.keys.length;
    if (effects.basis.kind !== "moments" || sample.atoms * effects.terms.length > MOST_INFLUENCE) return effects;
    const byArm = options.compat === "none" && !large;
    const { atoms } = sample;
    const strata = armStrata(source.shares!, atoms);
    const rows = collectCells(source, options, levels ? "levels" : "estimates", undefined, byArm).influence!;
    const shares = sharesOf(source.shares!, atoms, byArm ? Math.sqrt(atoms / (atoms - 1)) : 1);
    const arms = byArm ? armsOf(strata, true) : { stratum: source.stratum, treated: strata.treated };
    return { ...effects, basis: { kind: "influence", atoms, rows, ...arms, shares } };
  };
  return {
    effects: withInfluence(fit.effects),
    refit: fit.refit,
    withLevels: () => withInfluence(fit.withLevels!()),
    leaveOneOut: () => leaveOneOut(source, options),
    ...squares,
  };
}
