import type { OutcomeResult } from "@kontrafakt/study";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { panels } from "./panels.js";
import { chart } from "./theme.js";

/** Total effect by before–after, by starters versus the rest, and by the matched comparison. */
export function naiveChart(outcomes: readonly OutcomeResult[], speaker: Speaker): Chart {
  const { words } = speaker;
  return chart(
    speaker,
    { name: "simpler-comparisons", title: words.chart.naive, description: words.describe.naive },
    panels(
      outcomes.map((o) => ({
        title: speaker.text(o.label),
        axis: `${words.chart.total} (${speaker.unit(o.unit)})`,
        points: [
          { label: words.chart.beforeAfter, value: finite(o.naive.beforeAfter) },
          { label: words.chart.versusRest, value: finite(o.naive.treatedVersusRest) },
          {
            label: words.chart.matched,
            value: finite(o.total.estimate),
            lower: finite(o.total.lower),
            upper: finite(o.total.upper),
            strong: true,
          },
        ],
      })),
    ),
  );
}
