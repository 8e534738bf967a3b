import type { OutcomeResult } from "@kontrafakt/study";
import { type Chart, slug } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { chart, colour, type EventAxes, eventLabels, once, shorten } from "./theme.js";

/** Average paths of starters, matched comparison and the rest by time from the start, and published averages of others where there are any. */
export function pathsChart(outcome: OutcomeResult, axes: EventAxes, speaker: Speaker): Chart {
  const { words } = speaker;
  const { index, eventUnit, valueUnit } = axes;
  const label = speaker.text(outcome.label);
  const { others } = outcome;
  const theirs = others && shorten(speaker.text(others.label));
  const description = theirs === undefined ? words.describe.paths(label) : words.describe.pathsOthers(label, theirs);
  const own = [words.chart.treated, words.chart.comparison, words.chart.rest];
  const domain = [...own, ...(theirs === undefined ? [] : [words.chart.others(theirs)])];
  const series = [outcome.paths.treated, outcome.paths.comparison, outcome.paths.rest, ...(others ? [others.values] : [])];
  const values = series.flatMap((path, s) =>
    // A point that is not told breaks the line: nothing is drawn where nothing is known.
    outcome.paths.event.map((event, i) => ({ event, value: finite(path[i]), group: domain[s] })),
  );
  const legend = { title: null, symbolType: "stroke", symbolSize: 500, symbolStrokeWidth: 2.6, labelOffset: 8 };
  return chart(
    speaker,
    { name: `paths-${slug(outcome.name, index)}`, title: words.chart.paths(label), description },
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
              scale: { domain, range: [colour.treated, colour.comparison, colour.rest, colour.others].slice(0, domain.length) },
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
                  [8, 3, 2, 3],
                ].slice(0, domain.length),
              },
              legend,
            },
          },
        },
      ],
    },
  );
}
