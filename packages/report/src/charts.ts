import type { AnyResults } from "@kontrafakt/study";
import type { Chart } from "./chart.js";
import { designOf } from "./designs/design-of.js";
import type { LanguageCode } from "./language.js";

/** Every chart as a named Vega-Lite spec, in the order of the report. */
export function charts(results: AnyResults, language: LanguageCode): readonly Chart[] {
  return designOf(results, language).charts();
}
