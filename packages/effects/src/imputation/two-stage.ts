import type { Problem } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import type { Fit } from "../effects-value.js";
import { withCovariance } from "../inference/with-covariance.js";
import { parseOptions } from "../options/parse-options.js";
import { type TwoStageOptions, type TwoStageOptionsInput, twoStageOptions } from "../options/two-stage-options.js";
import { type Label, labelled } from "./labelled.js";
import { clusterScale, type ModelPart, modelFit } from "./model-fit.js";
import { oneTreated } from "./one-treated.js";
import { stageEstimate, stagePart } from "./stage.js";
import { IMPUTED, untreatedSample } from "./untreated-sample.js";

/**
 * Two-stage difference-in-differences: effects of unit (or cluster) and period and covariates are learnt from untreated rows; what outcomes
 * have left after them is regressed on treatment indicators (`second`), without a constant. The covariance counts that the first stage is
 * estimated: ψ = (X₂'WX₂)⁻¹[X₂'W v − X₂'WX₁(X₁₀'WX₁₀)⁻¹X₁₀'W u] with u and v the two stages' residuals, summed by cluster.
 * `second: event` also has coefficients before the start, from rows that the first stage fitted: they are drawn towards 0 and no test of
 * pre-trends (`fitted`; `waldPretest` refuses them); the event just before the start (less anticipation) is left out.
 * Each cohort's influence has the small-sample factor of its mean, and degrees of freedom are Satterthwaite's over cohorts (`armStrata`), of
 * named clusters by a working model (`cohortParts`).
 * Source: Gardner 2022, Two-stage differences in differences, arXiv:2207.05943. Sampling weights (the panel's) serve in both stages.
 * @throws KontrafaktError on unknown names, or where there are no untreated or no treated rows to work with
 */
export function twoStage(panel: Panel, input: TwoStageOptionsInput = {}): Fit {
  const options = parseOptions(twoStageOptions, input);
  const sample = untreatedSample(panel, { ...options, unitTrends: false });
  const large = options.compat === "did2s";
  const scale = clusterScale(sample.atoms);
  const problems: Problem[] = [];
  const parts = sample.models.map((model): ModelPart => {
    const counted = model.system.state.map((s) => (s === IMPUTED || (options.second === "event" && s !== 0) ? 1 : 0));
    const rows = labelled(sample, model, counted, (start, time) => labelOf(options, start, time));
    problems.push(...oneTreated(model.name, rows.terms));
    const part = stagePart(sample, model, rows, scale, (_, mean) => mean);
    return { model, part, again: ({ system, values }) => stageEstimate(sample, system, values, rows) };
  });
  const estimator = `twoStage by ${options.second}, effects of ${options.effects.join(" and ") || "none"}`;
  const fit = (plain: boolean) => modelFit(sample, estimator, parts, plain, problems, options.cluster);
  return withCovariance(fit(large), options.inference, options.compat, () => fit(true));
}

/** The second-stage indicator of a row, or none. */
function labelOf({ second, anticipation }: TwoStageOptions, start: number, time: number): Label | null {
  if (start === NEVER) return null;
  const event = time - start;
  if (second === "cell") return { kind: "cell", group: start, time, event };
  if (second === "static") return event >= 0 ? { kind: "static" } : null;
  if (event === -1 - anticipation) return null;
  return { kind: "event", event, ...(event < -anticipation && { fitted: true }) };
}
