import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import type { Outcome } from "../outcome-words.js";
import { panels } from "./panels.js";
import { chart } from "./theme.js";

/** Mean effect on each outcome with its interval; outcomes of one unit share a scale. */
export function outcomeEffects(outcomes: readonly Outcome[], axis: (outcome: Outcome) => string, speaker: Speaker): Chart {
  const { words } = speaker;
  const units = [...new Set(outcomes.map((o) => o.unit))];
  return chart(
    speaker,
    { name: "outcome-effects", title: words.chart.outcomes, description: words.describe.outcomes },
    panels(
      units.map((unit) => {
        const same = outcomes.filter((o) => o.unit === unit);
        return {
          axis: axis(same[0]),
          points: same.map((o) => ({
            label: speaker.text(o.label),
            value: finite(o.mean.estimate),
            lower: finite(o.mean.lower),
            upper: finite(o.mean.upper),
            strong: true,
          })),
        };
      }),
    ),
  );
}
