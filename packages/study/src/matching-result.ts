import { coarse } from "@kontrafakt/cohort";
import { type Choice, type Matched, makesWeights } from "@kontrafakt/matching";
import type { FigureRules } from "./disclosure/figure-rules.js";
import type { Tally } from "./disclosure/tally.js";
import { tellApart } from "./disclosure/tell.js";
import type { MatchingResult } from "./results.js";
import { waveTotal } from "./wave-total.js";

/**
 * How the comparison group was found, fit for publishing. Sizes of peaks are told to the nearest twentieth of an SD; of the specifications
 * that were compared, counts of starters that differ by few are told as the same, and differences and effective sizes roughly.
 *
 * @param told outcomes that may be told
 */
export function matchingResult(matched: Matched, told: readonly string[], rules: FigureRules, tally: Tally): MatchingResult {
  const { comparison, peak, options, choice } = matched;
  const { method, weighting } = options;
  const weighted = makesWeights(method);
  return {
    method,
    ...(weighted && { target: weighting.target }),
    independence: comparison.independence,
    weights: weighted ? (comparison.estimation ? "estimated" : "fixed") : "sets",
    exclude: matched.exclude,
    peak: {
      window: peak.window,
      year: peak.year,
      outcomes: peak.outcomes
        .filter(({ outcome }) => told.includes(outcome))
        .map(({ outcome, size, found }) => ({ outcome, size: Math.round(20 * size) / 20, found })),
    },
    ...(choice && { choice: choiceTold(choice, waveTotal(matched.balance, "matched"), rules, tally), used: { ...options } }),
  };
}

function choiceTold(
  { rule, candidates }: Choice,
  matched: number,
  { people }: FigureRules,
  tally: Tally,
): NonNullable<MatchingResult["choice"]> {
  const exactly = people.smallCell <= 1;
  const anchors = [matched];
  const counts = candidates.map(({ starters, failed }) => (failed === undefined ? starters : Number.NaN));
  const starters = tellApart(counts, people, anchors, tally).told;
  const roughly = (value: number, step: number) => (exactly ? value : coarse(value, step));
  return {
    ...rule,
    candidates: candidates.map(({ name, chosen, failed, keeps, over, worst, effectiveControls }, k) => ({
      name,
      chosen,
      ...(failed === undefined
        ? {
            starters: starters[k],
            keeps,
            over,
            worst: roughly(worst, 0.02),
            effectiveControls: roughly(effectiveControls, effectiveControls / 20),
          }
        : { failed }),
    })),
  };
}
