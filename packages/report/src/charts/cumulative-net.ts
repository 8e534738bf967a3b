import type { Savings } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { MONEY_LEVEL } from "../levels.js";
import { assumedYears, cumulativeNet, observedYears } from "../savings-lines.js";
import { chart, colour, zeroLine } from "./theme.js";

const WIDTH = 560;

/** Cumulative net saving by year with its band and the year of break-even; what is assumed after the window goes on dashed. */
export function cumulativeNetChart(savings: Savings, paybackText: string, speaker: Speaker): Chart {
  const { words } = speaker;
  const million = (value: unknown) => {
    const x = finite(value);
    return x === null ? null : x / 1e6;
  };
  const path = (years: readonly number[], basis: "observed" | "assumed") =>
    years
      .map((year) => {
        const figure = cumulativeNet(savings, year, basis);
        return {
          year: String(year),
          value: million(figure?.estimate),
          low: million(figure?.bandLower ?? figure?.lower),
          high: million(figure?.bandUpper ?? figure?.upper),
        };
      })
      .filter((d) => d.value !== null);
  const values = path(observedYears(savings), "observed");
  const later = path(assumedYears(savings), "assumed");
  // The dashed line sets out from the last observed point; of a year that is both, the point with both is the last of it.
  const onward = [...values.slice(-1), ...later].map((d, order) => ({ ...d, order }));
  const even = values.filter((d) => Number(d.year) === savings.breakEven.year);
  const shown = [...new Set([...values, ...later].map((d) => d.year))];
  // The label stands at the top, beside a rule at its year: to the left where there is room, since the path rises to the right.
  const isEarly = even.length > 0 && ((shown.indexOf(even[0].year) + 0.5) * WIDTH) / shown.length < 190;
  const label = {
    text: words.chart.breakEven(String(savings.breakEven.year)),
    align: isEarly ? "left" : "right",
    baseline: "top",
    dx: isEarly ? 7 : -7,
    fontWeight: 600,
  };
  const x = { field: "year", type: "ordinal", scale: { domain: shown }, axis: { title: words.chart.year, labelAngle: 0 } };
  const y = { field: "value", type: "quantitative", axis: { title: words.millions(savings.currency), tickCount: 7 } };
  const assumed = words.later.assumedYears(speaker.years(later.map((d) => Number(d.year))));
  return chart(
    speaker,
    {
      name: "cumulative-net",
      title: words.chart.cumulative,
      description: words.describe.cumulative(paybackText),
      subtitle: [`${words.chart.band(speaker.percent(MONEY_LEVEL))} (▭)`, ...(later.length === 0 ? [] : [`${assumed} (┄)`])],
    },
    {
      width: WIDTH,
      height: 250,
      layer: [
        {
          data: { values: values.filter((d) => d.low !== null && d.high !== null) },
          mark: { type: "area", color: colour.band, opacity: 0.32 },
          encoding: { x, y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
        },
        {
          data: { values: later.length === 0 ? [] : onward.filter((d) => d.low !== null && d.high !== null) },
          mark: { type: "area", color: colour.limit, opacity: 0.22 },
          encoding: { x, y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
        },
        zeroLine("y"),
        {
          data: { values: later.length === 0 ? [] : onward },
          mark: { type: "line", color: colour.soft, strokeWidth: 2.2, strokeDash: [5, 4] },
          encoding: { x, y, order: { field: "order", type: "quantitative" } },
        },
        {
          data: { values: later },
          mark: { type: "point", size: 50, strokeWidth: 2, color: colour.soft, fill: "#ffffff", opacity: 1 },
          encoding: { x, y },
        },
        {
          data: { values },
          mark: {
            type: "line",
            color: colour.treated,
            strokeWidth: 2.6,
            point: { size: 50, filled: true, color: colour.treated },
          },
          encoding: { x, y },
        },
        {
          data: { values: even },
          mark: { type: "point", shape: "circle", size: 260, strokeWidth: 2.4, color: colour.comparison, fill: null },
          encoding: { x, y: { field: "value", type: "quantitative" } },
        },
        {
          data: { values: even },
          mark: { type: "rule", color: colour.comparison, strokeWidth: 1.2, strokeDash: [2, 3] },
          encoding: { x, y: { value: 0 }, y2: { value: "height" } },
        },
        {
          data: { values: even },
          mark: { type: "text", ...label },
          encoding: { x, y: { value: 2 } },
        },
      ],
    },
  );
}
