import type { OutcomeResult } from "@kontrafakt/study";
import { type Chart, slug } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { mainAverage } from "../narrative/estimator-text.js";
import { forest, forestPoint } from "./forest.js";
import { chart, type EventAxes } from "./theme.js";

/**
 * The matched mean effect above, with its interval as a band across, and below it the estimators that the study sets beside it. Undefined
 * where there are none with a figure.
 */
export function estimatorsChart(outcome: OutcomeResult, { index, valueUnit }: EventAxes, speaker: Speaker): Chart | undefined {
  const { words } = speaker;
  const others = (outcome.beside ?? []).filter((beside) => finite(mainAverage(beside)?.estimate) !== null);
  if (others.length === 0) return undefined;
  const label = speaker.text(outcome.label);
  return chart(
    speaker,
    {
      name: `estimators-${slug(outcome.name, index)}`,
      title: words.estimators.chart(label),
      description: words.estimators.chartDescription(label),
    },
    forest(
      forestPoint(words.table.matchedComparison, outcome.mean),
      others.map((beside) => forestPoint(beside.name, mainAverage(beside))),
      valueUnit,
    ),
  );
}
