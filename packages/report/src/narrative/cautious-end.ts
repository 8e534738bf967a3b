import type { MatchedResults, OutcomeResult } from "@kontrafakt/study";
import type { Speaker } from "../language.js";

type Interval = OutcomeResult["mean"];

/** Amount and limits of the primary figure in the bracket's other end, told in the same unit as the declared figure. */
export function bracketAmount({ savings, verification }: MatchedResults, figure: Interval, speaker: Speaker): string {
  const among = [verification.evaluated.estimate, figure.estimate, verification.claim];
  const range = speaker.moneyRange(figure.lower, figure.upper, savings.currency, among);
  return `${speaker.money(figure.estimate, savings.currency)} (${range})`;
}

/** One sentence for the first screen: the primary figure with the base before the peak at referral; nothing where there is none. */
export function cautiousEnd(results: MatchedResults, speaker: Speaker): string | undefined {
  const evaluated = results.bracket?.evaluated;
  if (evaluated === undefined) return undefined;
  const say = speaker.words.matching;
  const amount = bracketAmount(results, evaluated, speaker);
  const leavesOpen = results.verification.evaluated.lower > 0 && !(evaluated.lower > 0);
  return leavesOpen ? say.cautiousOpen(amount) : say.cautious(amount);
}
