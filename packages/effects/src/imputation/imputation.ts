import type { Problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Fit } from "../effects-value.js";
import { type BlockSystem, rankOf } from "../fixed-effects/unit-blocks.js";
import { withCovariance } from "../inference/with-covariance.js";
import { type ImputationOptions, type ImputationOptionsInput, imputationOptions } from "../options/imputation-options.js";
import { parseOptions } from "../options/parse-options.js";
import { labelled } from "./labelled.js";
import { leadEstimate, leadsPart } from "./leads.js";
import { clusterScale, type ModelPart, modelFit } from "./model-fit.js";
import { oneTreated } from "./one-treated.js";
import { squaredMeans, stageEstimate, stagePart } from "./stage.js";
import { IMPUTED, type UntreatedSample, untreatedSample } from "./untreated-sample.js";

/**
 * Imputation: a model of outcomes without treatment (unit or cluster effects, period effects, covariates, trends) is fitted to untreated
 * rows alone; a treated row's effect is its outcome less what the model says. A term is the weighted mean of a cohort's effects in a period.
 * Influence is by cluster, as in the conservative variance of Borusyak, Jaravel & Spiess 2024 (doi:10.1093/restud/rdae007), cohort-period
 * means taken off treated rows' effects: `events`, `total`, `mean` and any other given weights on the cells have exactly the standard
 * error of the paper for that estimand. With `preTrends`, terms of kind event with a negative event follow: coefficients of leads in a regression of their own.
 * Each cohort's influence has the small-sample factor of its mean, and degrees of freedom are Satterthwaite's over cohorts (`armStrata`), of
 * named clusters by a working model (`cohortParts`).
 * Sampling weights are the panel's. Treated rows whose unit or period effect untreated rows do not determine are left out and counted.
 * `refit` multiplies clusters' weights; it takes no assignment. Beyond 4 million values influence rows are not kept, only the covariance.
 * @throws KontrafaktError on unknown names, or where there are no untreated or no treated rows to work with
 */
export function imputation(panel: Panel, input: ImputationOptionsInput = {}): Fit {
  const options = parseOptions(imputationOptions, input);
  const sample = untreatedSample(panel, options);
  const { parts, problems } = imputationParts(sample, options);
  const trends = options.unitTrends ? ", trends" : "";
  const estimator = `imputation, effects of ${options.effects.join(" and ") || "none"}${trends}`;
  const fit = (large: boolean) => modelFit(sample, estimator, parts, large, problems, options.cluster);
  return withCovariance(fit(options.compat !== "none"), options.inference, options.compat, () => fit(true));
}

/** Cells, and leads if asked for, of each outcome. */
export function imputationParts(
  sample: UntreatedSample,
  options: ImputationOptions,
): { parts: ModelPart[]; problems: Problem[] } {
  const { anticipation, preTrends } = options;
  const large = options.compat === "didimputation";
  const scale = clusterScale(sample.atoms);
  const problems: Problem[] = [];
  const parts = sample.models.flatMap((model): ModelPart[] => {
    const { weight, state } = model.system;
    const counted = state.map((s) => (s === IMPUTED ? 1 : 0));
    const rows = labelled(sample, model, counted, (group, time) => ({ kind: "cell", group, time, event: time - group }));
    const part = stagePart(sample, model, rows, scale, (left) => squaredMeans(sample, weight, rows, rows.terms.length, left));
    problems.push(...oneTreated(model.name, rows.terms));
    const cells: ModelPart = { model, part, again: ({ system, values }) => stageEstimate(sample, system, values, rows) };
    if (preTrends === 0) return [cells];
    const scaleOf = (system: BlockSystem) => (large ? fixestFactor(sample, system) : scale);
    const leads = leadsPart(sample, model, preTrends, anticipation, scaleOf);
    problems.push(...leads.problems);
    const { terms } = leads.part;
    return [cells, { model, part: leads.part, again: (m) => leadEstimate(sample, m, terms, preTrends, anticipation) }];
  });
  return { parts, problems };
}

/** The R package fits leads with fixest: G/(G − 1) · (n − 1)/(n − K), effects nested in clusters not counted. */
function fixestFactor({ atoms, nested }: UntreatedSample, system: BlockSystem): number {
  const { rows, width, dropped } = system;
  const K = nested ? width - dropped.length + 1 : rankOf(system);
  return Math.sqrt((atoms / (atoms - 1)) * ((rows - 1) / (rows - K)));
}
