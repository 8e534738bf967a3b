import type { Savings } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { MONEY_LEVEL } from "../levels.js";
import { cumulativeNet } from "../savings-lines.js";
import { chart, colour, zeroLine } from "./theme.js";

/** Cumulative net saving by year with its band and the year of break-even. */
export function cumulativeNetChart(savings: Savings, paybackText: string, speaker: Speaker): Chart {
  const { words } = speaker;
  const million = (value: unknown) => {
    const x = finite(value);
    return x === null ? null : x / 1e6;
  };
  const values = savings.years
    .map((year) => {
      const figure = cumulativeNet(savings, year);
      return {
        year: String(year),
        value: million(figure?.estimate),
        low: million(figure?.bandLower ?? figure?.lower),
        high: million(figure?.bandUpper ?? figure?.upper),
      };
    })
    .filter((d) => d.value !== null);
  const even = values.filter((d) => Number(d.year) === savings.breakEven.year);
  const early = even.length > 0 && values.indexOf(even[0]) < values.length / 2;
  const x = { field: "year", type: "ordinal", axis: { title: words.chart.year, labelAngle: 0 } };
  return chart(
    speaker,
    {
      name: "cumulative-net",
      title: words.chart.cumulative,
      description: words.describe.cumulative(paybackText),
      subtitle: `${words.chart.band(speaker.percent(MONEY_LEVEL))} (▭)`,
    },
    {
      width: 560,
      height: 250,
      layer: [
        {
          data: { values: values.filter((d) => d.low !== null && d.high !== null) },
          mark: { type: "area", color: colour.band, opacity: 0.32 },
          encoding: { x, y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
        },
        zeroLine("y"),
        {
          data: { values },
          mark: {
            type: "line",
            color: colour.treated,
            strokeWidth: 2.6,
            point: { size: 50, filled: true, color: colour.treated },
          },
          encoding: {
            x,
            y: { field: "value", type: "quantitative", axis: { title: words.millions(savings.currency), tickCount: 7 } },
          },
        },
        {
          data: { values: even },
          mark: { type: "point", shape: "circle", size: 260, strokeWidth: 2.4, color: colour.comparison, fill: null },
          encoding: { x, y: { field: "value", type: "quantitative" } },
        },
        {
          data: { values: even },
          mark: {
            type: "text",
            text: words.chart.breakEven(String(savings.breakEven.year)),
            align: early ? "left" : "right",
            baseline: "bottom",
            dx: early ? 12 : -12,
            dy: -10,
            fontWeight: 600,
          },
          encoding: { x, y: { field: "value", type: "quantitative" } },
        },
      ],
    },
  );
}
