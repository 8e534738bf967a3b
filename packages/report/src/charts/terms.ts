import { type Chart, slug } from "../chart.js";
import type { Speaker } from "../language.js";
import { type PanelPoint, panels } from "./panels.js";
import { chart } from "./theme.js";

/** Estimates of one outcome with their intervals, one below the other. */
export function termsChart(outcome: string, index: number, axis: string, points: readonly PanelPoint[], speaker: Speaker): Chart {
  const { estimates } = speaker.words.chart;
  return chart(
    speaker,
    {
      name: `estimates-${slug(outcome, index)}`,
      title: estimates(outcome),
      description: speaker.words.describe.estimates(outcome),
    },
    panels([{ axis, points }]),
  );
}
