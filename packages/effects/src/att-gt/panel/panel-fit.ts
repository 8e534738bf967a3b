import type { Panel } from "@kontrafakt/cohort";
import type { Effects, Fit } from "../../effects-value.js";
import { sampleFit } from "../../moments/sample-fit.js";
import type { AttGtOptions } from "../../options/att-gt-options.js";
import type { AttGtCell } from "../att-gt-cells.js";
import { attGtFit, MOST_INFLUENCE, sharesOf } from "../att-gt-fit.js";
import type { AttGtSample } from "../att-gt-sample.js";
import { collectCells } from "../collect-cells.js";
import { constantCells } from "../constant-cells.js";
import { panelSource } from "./panel-source.js";

/**
 * Group-time effects of a panel. Without covariates, on units that have every value, all come from sums by cohort over one pass of the data; their
 * influence is then written out only where it is not too large to carry.
 */
export function panelFit(
  panel: Panel,
  sample: AttGtSample,
  cells: readonly AttGtCell[],
  options: AttGtOptions,
  estimator: string,
): Fit {
  const source = panelSource(panel, sample, cells, options);
  if (!sample.complete || sample.covariates.length > 0 || sample.atoms < 2) return attGtFit(source, options, estimator);
  const fit = sampleFit({
    sample,
    cells,
    stride: panel.periods.ordinals.length,
    unit: panel.periods.unit,
    control: options.control,
    compat: options.compat,
    estimator,
    use: source.use(),
    problems: sample.problems,
  });
  const withInfluence = (found: Effects): Effects => {
    const effects = { ...found, problems: [...found.problems, ...constantCells(found, source.keys, source.outcomes)] };
    const levels = effects.terms.length > source.keys.length;
    if (effects.basis.kind !== "moments" || sample.atoms * effects.terms.length > MOST_INFLUENCE) return effects;
    const rows = collectCells(source, options, levels ? "levels" : "estimates").influence!;
    const factor = options.compat === "did" ? 1 : Math.sqrt(sample.atoms / (sample.atoms - 1));
    for (let c = 0; c < rows.length; c++) rows[c] *= factor;
    const { atoms } = sample;
    const shares = sharesOf(source.shares!, atoms, factor);
    return { ...effects, basis: { kind: "influence", atoms, rows, stratum: source.stratum, shares } };
  };
  return { effects: withInfluence(fit.effects), refit: fit.refit, withLevels: () => withInfluence(fit.withLevels!()) };
}
