import type { OutcomeResult } from "@kontrafakt/study";
import { type Chart, slug } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { mainAverage } from "../narrative/estimator-text.js";
import { chart, colour, type EventAxes, rowAxis, rowLabels, shorten, zeroLine } from "./theme.js";

/**
 * The matched mean effect above, with its interval as a band across, and below it the estimators that the study sets beside it (a forest
 * plot). Undefined where there are none with a figure.
 */
export function estimatorsChart(outcome: OutcomeResult, { index, valueUnit }: EventAxes, speaker: Speaker): Chart | undefined {
  const { words } = speaker;
  const others = (outcome.beside ?? []).flatMap((beside, i) => {
    const mean = mainAverage(beside);
    return finite(mean?.estimate) === null ? [] : [{ key: `r${i + 2}`, label: beside.name, ...limitsOf(mean), main: false }];
  });
  if (others.length === 0) return undefined;
  const main = { key: "r0", label: words.table.matchedComparison, ...limitsOf(outcome.mean), main: true };
  // An empty row sets the matched estimate off.
  const rows = [main, { key: "r1", label: "" }, ...others];
  const points = [main, ...others].filter((p) => p.value !== null);
  const withLimits = points.filter((p) => p.lower !== null && p.upper !== null);
  const shown = (isMain: boolean) => (isMain ? colour.treated : colour.comparison);
  const label = speaker.text(outcome.label);
  return chart(
    speaker,
    {
      name: `estimators-${slug(outcome.name, index)}`,
      title: words.estimators.chart(label),
      description: words.estimators.chartDescription(label),
    },
    {
      width: 400,
      height: { step: 26 },
      layer: [
        ...(main.lower === null || main.upper === null
          ? []
          : [
              {
                data: { values: [{ from: main.lower, to: main.upper }] },
                mark: { type: "rect", color: colour.band, opacity: 0.2 },
                encoding: { x: { field: "from", type: "quantitative" }, x2: { field: "to" } },
              },
            ]),
        zeroLine("x"),
        rowLabels(rows),
        {
          data: { values: withLimits.map((p) => ({ ...p, shade: shown(p.main) })) },
          mark: { type: "rule", strokeWidth: 2.4 },
          encoding: {
            y: rowAxis(rows),
            x: { field: "lower", type: "quantitative" },
            x2: { field: "upper" },
            stroke: { field: "shade", type: "nominal", scale: null, legend: null },
          },
        },
        {
          data: { values: points.map((p) => ({ ...p, shade: shown(p.main), shape: p.main ? "circle" : "diamond" })) },
          mark: { type: "point", filled: true, size: 100, opacity: 1 },
          encoding: {
            y: rowAxis(rows),
            x: {
              field: "value",
              type: "quantitative",
              scale: { zero: true },
              axis: { title: shorten(valueUnit, 70), tickCount: 6, format: ",~f" },
            },
            fill: { field: "shade", type: "nominal", scale: null, legend: null },
            shape: { field: "shape", type: "nominal", scale: null, legend: null },
          },
        },
      ],
    },
  );
}

const limitsOf = (figure: OutcomeResult["mean"] | undefined) => ({
  value: finite(figure?.estimate),
  lower: finite(figure?.lower),
  upper: finite(figure?.upper),
});
