import { fail } from "@kontrafakt/base";
import type { Balance } from "@kontrafakt/matching";
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
 * The charts of a value as named Vega-Lite specs that carry their data: a love plot of a balance, years, payers and break-even of
 * savings, every chart of the report of results.
 */
export function chart(value: Results | Evaluation | Balance | Savings, language: LanguageCode = "en"): readonly Chart[] {
  const speaker = speak(language);
  switch (value.kind) {
    case "results":
      return charts(value, language);
    case "evaluation":
      return charts(value.results, language);
    case "balance":
      return [lovePlot(value, speaker)];
    case "savings":
      return [savingsByYear(value, speaker), payersChart(value, speaker), breakEvenShare(value, speaker)];
    default:
      return fail("kontrafakt/no-chart", {}, { kind: String((value as { kind?: unknown } | undefined)?.kind) }, messages);
  }
}
