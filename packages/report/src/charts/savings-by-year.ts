import type { Savings } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { MONEY_LEVEL } from "../levels.js";
import { findFigure } from "../savings-lines.js";
import { chart, colour, zeroLine } from "./theme.js";

/** Gross saving by year with pointwise limits and a band, beside the programme's cost. */
export function savingsByYear(savings: Savings, speaker: Speaker): Chart {
  const { words } = speaker;
  const domain = [words.chart.gross, words.chart.cost];
  const million = (value: unknown) => {
    const x = finite(value);
    return x === null ? null : x / 1e6;
  };
  const values = savings.years.flatMap((year) => {
    const gross = findFigure(savings, { measure: "gross", year });
    const cost = findFigure(savings, { measure: "cost", year });
    return [
      {
        year: String(year),
        kind: domain[0],
        value: million(gross?.estimate),
        lower: million(gross?.lower),
        upper: million(gross?.upper),
        low: million(gross?.bandLower),
        high: million(gross?.bandUpper),
      },
      { year: String(year), kind: domain[1], value: million(cost?.estimate), lower: null, upper: null, low: null, high: null },
    ].filter((d) => d.value !== null);
  });
  const x = {
    field: "year",
    type: "ordinal",
    axis: { title: words.chart.year, labelAngle: 0, ticks: false },
    scale: { paddingInner: 0.35 },
  };
  const xOffset = { field: "kind", type: "nominal", sort: domain, scale: { domain } };
  return chart(
    speaker,
    {
      name: "savings-by-year",
      title: words.chart.savings,
      description: words.describe.savings,
      subtitle: `${words.chart.pointwise(speaker.percent(MONEY_LEVEL))} (│) · ${words.chart.band(speaker.percent(MONEY_LEVEL))} (┆)`,
    },
    {
      width: 560,
      height: 270,
      layer: [
        {
          data: { values },
          mark: { type: "bar" },
          encoding: {
            x,
            xOffset,
            y: { field: "value", type: "quantitative", axis: { title: words.millions(savings.currency), tickCount: 7 } },
            color: {
              field: "kind",
              type: "nominal",
              scale: { domain, range: [colour.band, colour.cost] },
              legend: { title: null },
            },
          },
        },
        {
          data: { values: values.filter((v) => v.low !== null && v.high !== null) },
          mark: { type: "rule", color: colour.ink, strokeWidth: 1.4, strokeDash: [2, 3] },
          encoding: { x, xOffset, y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
        },
        {
          data: { values: values.filter((v) => v.lower !== null && v.upper !== null) },
          mark: { type: "rule", color: colour.ink, strokeWidth: 2.6 },
          encoding: { x, xOffset, y: { field: "lower", type: "quantitative" }, y2: { field: "upper" } },
        },
        zeroLine("y"),
      ],
    },
  );
}
