import { fail } from "@kontrafakt/base";
import { type Balance, type Matched, makesWeights } from "@kontrafakt/matching";
import {
  breakEvenShare,
  type Chart,
  charts,
  type LanguageCode,
  lovePlot,
  payersChart,
  savingsByYear,
  speak,
} from "@kontrafakt/report";
import type { Savings } from "@kontrafakt/savings";
import type { Evaluation, Results } from "@kontrafakt/study";
import { messages } from "./messages.js";

/**
 * The charts of a value as named Vega-Lite specs that carry their data: a love plot of a balance or of what was matched, years, payers and break-even of
 * savings, every chart of the report of results.
 */
export function chart(
  value: Results | Evaluation | Matched | Balance | Savings,
  language: LanguageCode = "en",
): readonly Chart[] {
  const speaker = speak(language);
  switch (value.kind) {
    case "results":
      return charts(value, language);
    case "evaluation":
      return charts(value.results, language);
    case "matched":
      return [lovePlot(value.balance, speak(language, makesWeights(value.options.method)))];
    case "balance":
      return [lovePlot(value, speaker)];
    case "savings":
      return [savingsByYear(value, speaker), payersChart(value, speaker), breakEvenShare(value, speaker)];
    default:
      return fail("kontrafakt/no-chart", {}, { kind: String((value as { kind?: unknown } | undefined)?.kind) }, messages);
  }
}
