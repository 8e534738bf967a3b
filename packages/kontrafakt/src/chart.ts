import { fail } from "@kontrafakt/base";
import type { Bacon, Effects, Fit, Inference } from "@kontrafakt/effects";
import { type Balance, type Matched, makesWeights } from "@kontrafakt/matching";
import {
  baconChart,
  breakEvenShare,
  type Chart,
  charts,
  type LanguageCode,
  lovePlot,
  methodsChart,
  payersChart,
  savingsByYear,
  speak,
} from "@kontrafakt/report";
import type { Savings } from "@kontrafakt/savings";
import type { Evaluation, Results } from "@kontrafakt/study";
import { effectsCharts } from "./effects-charts.js";
import { messages } from "./messages.js";

/**
 * The charts of a value as named Vega-Lite specs that carry their data: a love plot of a balance or of what was matched, effects by time from
 * the start or one below the other, a figure by one or several methods of inference, the comparisons in a two-way fixed effects estimate, years, payers and break-even of savings, every
 * chart of the report of results.
 */
export function chart(
  input: Results | Evaluation | Matched | Balance | Effects | Fit | Inference | readonly Inference[] | Bacon | Savings,
  language: LanguageCode = "en",
): readonly Chart[] {
  const speaker = speak(language);
  if (isList(input)) return [methodsChart(input, speaker)];
  const value = "refit" in input ? input.effects : input;
  switch (value.kind) {
    case "results":
      return charts(value, language);
    case "evaluation":
      return charts(value.results, language);
    case "matched":
      return [lovePlot(value.balance, speak(language, makesWeights(value.options.method) ? "weighted" : "matched"))];
    case "balance":
      return [lovePlot(value, speaker)];
    case "effects":
      return effectsCharts(value, speaker);
    case "inference":
      return [methodsChart([value], speaker)];
    case "bacon":
      return [baconChart(value, speaker)];
    case "savings":
      return [savingsByYear(value, speaker), payersChart(value, speaker), breakEvenShare(value, speaker)];
    default:
      return fail("kontrafakt/no-chart", {}, { kind: String((value as { kind?: unknown } | undefined)?.kind) }, messages);
  }
}

/** Figures by several methods. */
function isList(input: Parameters<typeof chart>[0]): input is readonly Inference[] {
  return Array.isArray(input);
}
