import type { Savings } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { MONEY_LEVEL } from "../levels.js";
import { findFigure } from "../savings-lines.js";
import { chart, colour, rowAxis, rowLabels, zeroLine } from "./theme.js";

/** Each payer's cost to the left and gross saving to the right, its net as a point with its interval. */
export function payersChart(savings: Savings, speaker: Speaker): Chart {
  const { words } = speaker;
  const million = (value: unknown) => {
    const x = finite(value);
    return x === null ? null : x / 1e6;
  };
  const rows = savings.payers.map((payer, i) => ({ key: `r${i}`, label: payer }));
  const domain = [words.chart.paid, words.chart.gained];
  const bars = rows.flatMap(({ key, label }) => {
    const cost = million(findFigure(savings, { measure: "cost", payer: label })?.estimate);
    return [
      { key, kind: domain[0], value: cost === null || cost === 0 ? null : -cost },
      { key, kind: domain[1], value: million(findFigure(savings, { measure: "gross", payer: label })?.estimate) },
    ].filter((d) => d.value !== null);
  });
  const nets = rows
    .map(({ key, label }) => {
      const net = findFigure(savings, { measure: "net", payer: label });
      return { key, net: million(net?.estimate), lower: million(net?.lower), upper: million(net?.upper) };
    })
    .filter((d) => d.net !== null);
  return chart(
    speaker,
    {
      name: "payers",
      title: words.chart.payers,
      description: words.describe.payers,
      subtitle: `◆ ${words.chart.net} · ${words.chart.interval(speaker.percent(MONEY_LEVEL))} (─)`,
    },
    {
      width: 460,
      height: { step: 46 },
      layer: [
        rowLabels(rows),
        {
          data: { values: bars },
          mark: { type: "bar", height: 24 },
          encoding: {
            y: rowAxis(rows),
            x: {
              field: "value",
              type: "quantitative",
              stack: false,
              axis: { title: words.millions(savings.currency), tickCount: 8 },
            },
            color: {
              field: "kind",
              type: "nominal",
              scale: { domain, range: [colour.cost, colour.band] },
              legend: { title: null },
            },
          },
        },
        zeroLine("x"),
        {
          data: { values: nets.filter((d) => d.lower !== null && d.upper !== null) },
          mark: { type: "rule", color: colour.net, strokeWidth: 2 },
          encoding: { y: rowAxis(rows), x: { field: "lower", type: "quantitative" }, x2: { field: "upper" } },
        },
        {
          data: { values: nets },
          mark: { type: "point", shape: "diamond", filled: true, size: 110, color: colour.net, opacity: 1 },
          encoding: {
            y: rowAxis(rows),
            x: { field: "net", type: "quantitative" },
          },
        },
      ],
    },
  );
}
