import { fail } from "@kontrafakt/base";
import type { Bacon, Effects, Fit, Inference } from "@kontrafakt/effects";
import { type Balance, type Matched, makesWeights } from "@kontrafakt/matching";
import {
  baconChart,
  type Chart,
  charts,
  type LanguageCode,
  lovePlot,
  methodsChart,
  savingsCharts,
  speak,
  verificationCharts,
} from "@kontrafakt/report";
import type { Savings, Verification } from "@kontrafakt/savings";
import type { AnyEvaluation, AnyResults } from "@kontrafakt/study";
import { effectsCharts } from "./effects-charts.js";
import { messages } from "./messages.js";

/**
 * The charts of a value as named Vega-Lite specs that carry their data: a love plot of a balance or of what was matched, effects by time from
 * the start or one below the other, a figure by one or several methods of inference, the comparisons in a two-way fixed effects estimate, years, payers, break-even and uncertainty of savings, the way from the expected saving to lower spending, every
 * chart of the report of results.
 */
export function chart(
  input:
    | AnyResults
    | AnyEvaluation
    | Matched
    | Balance
    | Effects
    | Fit
    | Inference
    | readonly Inference[]
    | Bacon
    | Savings
    | Verification,
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
      return savingsCharts(value, speaker);
    case "verification":
      return verificationCharts(value, speaker);
    default:
      return fail("kontrafakt/no-chart", {}, { kind: String((value as { kind?: unknown } | undefined)?.kind) }, messages);
  }
}

/** Figures by several methods. */
function isList(input: Parameters<typeof chart>[0]): input is readonly Inference[] {
  return Array.isArray(input);
}
