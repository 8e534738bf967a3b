import { fail, type PeriodUnit } from "@kontrafakt/base";
import type { CrossSections, Data, Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import type { Fit } from "../effects-value.js";
import { panelArmValues } from "../inference/panel-arm-values.js";
import { withCovariance } from "../inference/with-covariance.js";
import { messages } from "../messages.js";
import { attGtMoments } from "../moments/att-gt-moments.js";
import { type AttGtOptions, type AttGtOptionsInput, attGtOptions } from "../options/att-gt-options.js";
import { parseOptions } from "../options/parse-options.js";
import { attGtCells } from "./att-gt-cells.js";
import { attGtFit } from "./att-gt-fit.js";
import { attGtSample } from "./att-gt-sample.js";
import { comparisonSource } from "./comparison/comparison-source.js";
import { estimatedTerms } from "./comparison/estimated-terms.js";
import { type SectionSample, sectionSample, sectionsOfPanel } from "./cross-section/section-sample.js";
import { sectionSource } from "./cross-section/section-source.js";
import { panelFit } from "./panel/panel-fit.js";

/**
 * Group-time average treatment effects ATT(g, t), for one or more outcomes with their joint covariance.
 *
 * `data` is a panel, repeated cross-sections (doubly robust methods are then the locally efficient ones, and a row stands where a unit
 * would), or sums by cohort. With a `comparison` (of a panel) the cells of wave g use its rows of wave g alone, with their weights: aggregates of
 * these are `events`, `total` and `mean`, as after `waveEffects`.
 *
 * A cell that cannot be estimated is NaN (with a comparison it has no term), and a problem says why; the base of a universal base is 0 with variance 0. Shares of groups, on
 * which `aggregate` rests, are those of all units that stay, also where under `incomplete: pairwise` a cell rests on fewer of them.
 * Clusters are drawn independently. Each side of a cell has its own small-sample factor, CR2's of a mean (c/(c − 1) for c people), and √(N/(N − p))
 * where p slopes are fitted to it; degrees of freedom are Satterthwaite's over the cohorts, for any combination (`armStrata`): weighed by their
 * variances where each unit is a cluster, else by what people independent and alike would put into the variance (Bell & McCaffrey 2002), since few clusters
 * tell their variance badly; or neither, as `compat: did` has it. With a comparison the arms are those of each wave. Influence is carried along up to 4 million numbers, the joint
 * covariance beyond. `refit` takes one weight a cluster and multiplies it to the sampling weights; it takes no assignment.
 * Source: Callaway & Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001; Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003.
 * @throws KontrafaktError on unknown names, on incomplete units (unless an option says what to do), on options that these data cannot
 * follow, or where nobody is treated or a control
 */
export function attGt(data: Data, input: AttGtOptionsInput = {}, comparison?: Comparison): Fit {
  const options = parseOptions(attGtOptions, input);
  if (comparison) {
    if (data.kind !== "panel") return fail("effects/comparison-needs-panel", {}, { data: data.kind }, messages);
    const estimator = `attGt, ${options.method}, comparison by wave`;
    const source = comparisonSource(data, comparison, options);
    const fit = (byArm: boolean) => estimatedTerms(attGtFit(source, options, estimator, byArm));
    return withCovariance(fit(options.compat === "none"), options.inference, options.compat, () => fit(false));
  }
  if (data.kind === "cohort-moments") return attGtMoments(data, input);
  const fit = (large: boolean) => fitOf(data, options, large);
  return withCovariance(fit(false), options.inference, options.compat, () => fit(true));
}

/** @param large without small-sample factors */
function fitOf(data: Panel | CrossSections, options: AttGtOptions, large: boolean): Fit {
  if (data.kind === "cross-sections") return sections(sectionSample(data, options), options, data.periods.unit, large);
  if (options.incomplete === "crossSection") return sections(sectionsOfPanel(data, options), options, data.periods.unit, large);
  const sample = attGtSample(data, options);
  const cells = attGtCells(sample.groups, sample.periods, options, data.periods.unit);
  const fit = panelFit(data, sample, cells, options, label(options), large);
  if (sample.covariates.length > 0) return fit;
  return { ...fit, armValues: (c, by) => panelArmValues(data, sample, cells, options, fit.effects, c, by) };
}

function sections(sample: SectionSample, options: AttGtOptions, unit: PeriodUnit, large: boolean): Fit {
  const cells = attGtCells(sample.groups, sample.periods, options, unit);
  return attGtFit(
    sectionSource(sample, cells, options),
    options,
    `${label(options)}, cross-sections`,
    options.compat === "none" && !large,
  );
}

function label({ method, control, base }: AttGtOptions): string {
  return `attGt, ${method}, ${control === "never" ? "never" : "not yet"} treated, ${base} base`;
}
