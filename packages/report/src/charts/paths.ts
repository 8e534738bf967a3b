import type { OutcomeResult } from "@kontrafakt/study";
import { type Chart, slug } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { chart, colour, type EventAxes, eventLabels, once } from "./theme.js";

/** Average paths of starters, matched comparison and the rest by time from the start. */
export function pathsChart(outcome: OutcomeResult, axes: EventAxes, speaker: Speaker): Chart {
  const { words } = speaker;
  const { index, eventUnit, valueUnit } = axes;
  const label = speaker.text(outcome.label);
  const domain = [words.chart.treated, words.chart.comparison, words.chart.rest];
  const series = [outcome.paths.treated, outcome.paths.comparison, outcome.paths.rest];
  const values = series.flatMap((path, s) =>
    outcome.paths.event.map((event, i) => ({ event, value: finite(path[i]), group: domain[s] })).filter((d) => d.value !== null),
  );
  const legend = { title: null, symbolType: "stroke", symbolSize: 500, symbolStrokeWidth: 2.6, labelOffset: 8 };
  return chart(
    speaker,
    { name: `paths-${slug(outcome.name, index)}`, title: words.chart.paths(label), description: words.describe.paths(label) },
    {
      width: 560,
      height: 240,
      layer: [
        {
          data: once,
          mark: { type: "rule", color: colour.soft, strokeDash: [4, 4] },
          encoding: { x: { datum: 0 } },
        },
        {
          data: once,
          mark: { type: "text", align: "left", baseline: "bottom", dx: 0, dy: -3, color: colour.soft, text: words.chart.start },
          encoding: { x: { datum: 0 }, y: { value: 0 } },
        },
        {
          data: { values },
          mark: { type: "line", strokeWidth: 2.4, point: { size: 26, filled: true } },
          encoding: {
            x: {
              field: "event",
              type: "quantitative",
              scale: { nice: false },
              axis: { title: words.chart.eventAxis(eventUnit), grid: false, ...eventLabels },
            },
            y: { field: "value", type: "quantitative", scale: { zero: true }, axis: { title: valueUnit, tickCount: 6 } },
            color: {
              field: "group",
              type: "nominal",
              scale: { domain, range: [colour.treated, colour.comparison, colour.rest] },
              legend,
            },
            strokeDash: {
              field: "group",
              type: "nominal",
              scale: {
                domain,
                range: [
                  [1, 0],
                  [7, 3],
                  [2, 3],
                ],
              },
              legend,
            },
          },
        },
      ],
    },
  );
}
