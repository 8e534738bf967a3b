import { type Problem, problem } from "@kontrafakt/base";
import { coarse, type DisclosureRules } from "@kontrafakt/cohort";
import { type Effects, type Ratio, relativeEffects, type Term } from "@kontrafakt/effects";
import type { Tally } from "./disclosure/tally.js";
import type { Relative } from "./results.js";

/** What a share obeys. */
export interface RelativeRules {
  readonly level: number;
  readonly rules: DisclosureRules;
  readonly tally: Tally;
}

/**
 * The mean effect per treated person-period as a share of what would have been. Where counts of people are withheld, the level is told in
 * the steps of other levels, and the share in steps no finer, since share and effect together tell the level.
 *
 * @param levels as `withLevels` gives them
 * @returns no share where what would have been is not above 0, the estimator has no mean over all periods, or how level and effect go
 *   together is not known
 */
export function relativeResult(
  levels: Effects,
  outcome: string,
  { level, rules, tally }: RelativeRules,
): { readonly relative?: Relative; readonly problems: readonly Problem[] } {
  const isWhole = ({ kind, event, scale, outcome: of }: Term) =>
    of === outcome &&
    scale === "difference" &&
    (kind === "simple" || kind === "static" || (kind === "cell" && (event as number) >= 0));
  // A share rests on a difference between effect and level, which the largest standard errors of each do not bound.
  if (levels.bounded) return { problems: [problem("study/share-without-limits", "note", {}, { outcome })] };
  if (!levels.terms.some((t, k) => isWhole(t) && !Number.isNaN(levels.estimate[k]))) return { problems: [] };
  const [found] = relativeEffects(levels, outcome, { by: "simple", level }).effects;
  if (found === undefined) return { problems: [] };
  const { ratio, personPeriods } = found;
  const step = rules.smallCell <= 1 ? 0 : 1 / Math.max(1, personPeriods - rules.smallCell);
  const problems = ratio.problems.map((p) => withoutDigits(p, step));
  if (!(ratio.counterfactualMean > 0) || Number.isNaN(ratio.se)) return { problems };
  if (step === 0) return { relative: shareTold(ratio, 0, 0), problems };
  tally.add("coarse");
  const share = Math.max((Math.abs(ratio.ratio) * step) / ratio.counterfactualMean, ratio.se / 20);
  return { relative: shareTold(ratio, step, share), problems };
}

/** What would have been, where a problem tells it, to the steps in which it is told elsewhere. */
function withoutDigits(p: Problem, step: number): Problem {
  const { mean } = p.params;
  return step > 0 && typeof mean === "number" ? { ...p, params: { ...p.params, mean: coarse(mean, step) } } : p;
}

/** A ratio to steps of the level and of the share; 0 for every digit. */
function shareTold({ ratio, counterfactualMean, se, lower, upper, fieller }: Ratio, step: number, share: number): Relative {
  const limit = (x: number) => (Number.isFinite(x) ? coarse(x, share) : null);
  return {
    ratio: coarse(ratio, share),
    counterfactual: coarse(counterfactualMean, step),
    se: coarse(se, share),
    lower: coarse(lower, share),
    upper: coarse(upper, share),
    fieller: { shape: fieller.shape, lower: limit(fieller.lower), upper: limit(fieller.upper) },
  };
}
