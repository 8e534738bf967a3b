import type { Savings } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { MONEY_LEVEL } from "../levels.js";
import { assumedYears, findFigure, observedYears } from "../savings-lines.js";
import { chart, colour, zeroLine } from "./theme.js";

/**
 * Gross saving by year with pointwise limits and a band, beside the programme's cost. What is assumed after the window has lighter bars with a
 * dashed edge and a name of its own.
 */
export function savingsByYear(savings: Savings, speaker: Speaker): Chart {
  const { words } = speaker;
  const million = (value: unknown) => {
    const x = finite(value);
    return x === null ? null : x / 1e6;
  };
  const [observed, later] = [observedYears(savings), assumedYears(savings)];
  const names = { gross: words.chart.gross, assumed: words.later.grossAssumed, cost: words.chart.cost };
  const bar = (year: number, kind: keyof typeof names, basis: "observed" | "assumed") => {
    const figure = findFigure(savings, { measure: kind === "cost" ? "cost" : "gross", year, basis });
    const limits = kind === "cost" ? undefined : figure;
    return {
      year: String(year),
      kind: names[kind],
      // A year that is both has its assumed bar beside the observed one; other assumed bars stand in the observed bar's place.
      place: kind === "gross" || (kind === "assumed" && !observed.includes(year)) ? "a" : kind === "assumed" ? "b" : "c",
      value: million(figure?.estimate),
      lower: million(limits?.lower),
      upper: million(limits?.upper),
      low: million(limits?.bandLower),
      high: million(limits?.bandUpper),
    };
  };
  const isPaid = (year: number) =>
    (million(findFigure(savings, { measure: "cost", year, basis: "assumed" })?.estimate) ?? 0) !== 0;
  const values = [
    ...observed.flatMap((year) => [bar(year, "gross", "observed"), bar(year, "cost", "observed")]),
    ...later.flatMap((year) => [bar(year, "assumed", "assumed"), ...(isPaid(year) ? [bar(year, "cost", "assumed")] : [])]),
  ].filter((d) => d.value !== null);
  const kinds = later.length === 0 ? (["gross", "cost"] as const) : (["gross", "assumed", "cost"] as const);
  const domain = kinds.map((kind) => names[kind]);
  const looks = {
    gross: { fill: colour.band, stroke: colour.band, dash: [1, 0] },
    assumed: { fill: "#e4f2fb", stroke: colour.treated, dash: [4, 3] },
    cost: { fill: colour.cost, stroke: colour.cost, dash: [1, 0] },
  };
  const x = {
    field: "year",
    type: "ordinal",
    sort: [...new Set([...observed, ...later])].sort((a, b) => a - b).map(String),
    axis: { title: words.chart.year, labelAngle: 0, ticks: false },
    scale: { paddingInner: 0.35 },
  };
  const places = [...new Set(values.map((v) => v.place))].sort();
  const xOffset = { field: "place", type: "nominal", sort: places, scale: { domain: places } };
  const look = (range: readonly unknown[]) => ({
    field: "kind",
    type: "nominal",
    scale: { domain, range },
    legend: { title: null },
  });
  const limits = `${words.chart.pointwise(speaker.percent(MONEY_LEVEL))} (│) · ${words.chart.band(speaker.percent(MONEY_LEVEL))} (┆)`;
  return chart(
    speaker,
    {
      name: "savings-by-year",
      title: words.chart.savings,
      description: words.describe.savings,
      subtitle: later.length === 0 ? limits : [limits, words.later.assumedYears(speaker.years(later))],
    },
    {
      width: 560,
      height: 270,
      layer: [
        {
          data: { values },
          mark: { type: "bar", strokeWidth: 1.4 },
          encoding: {
            x,
            xOffset,
            y: { field: "value", type: "quantitative", axis: { title: words.millions(savings.currency), tickCount: 7 } },
            fill: look(kinds.map((kind) => looks[kind].fill)),
            stroke: look(kinds.map((kind) => looks[kind].stroke)),
            strokeDash: look(kinds.map((kind) => looks[kind].dash)),
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
