import type { Balance } from "@kontrafakt/matching";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { chart, colour, rowAxis, rowLabels, zeroLine } from "./theme.js";

/** Standardised differences of every covariate before and after matching, the largest before at the top (a love plot). */
export function lovePlot(
  balance: Balance,
  speaker: Speaker,
  label: (row: Balance["rows"][number]) => string = (r) => r.covariate,
): Chart {
  const { words } = speaker;
  const sorted = [...balance.rows].sort((a, b) => Math.abs(finite(b.smdBefore) ?? 0) - Math.abs(finite(a.smdBefore) ?? 0));
  const rows = sorted.map((row, i) => ({ key: `r${i}`, label: label(row), row }));
  const points = rows.flatMap(({ key, row }) => [
    { key, group: words.chart.before, smd: finite(row.smdBefore) },
    { key, group: words.chart.after, smd: finite(row.smdAfter) },
  ]);
  const over = balance.rows.filter((r) => Math.abs(r.smdAfter) > balance.threshold).length;
  const limit = speaker.number(balance.threshold);
  const extent = Math.max(0.2, ...points.map((p) => Math.abs(p.smd ?? 0)));
  const domain = [words.chart.before, words.chart.after];
  return chart(
    speaker,
    {
      name: "love-plot",
      title: words.chart.love,
      description: words.describe.love(speaker.number(rows.length, 0), speaker.number(over, 0), limit),
    },
    {
      width: 440,
      height: { step: 21 },
      layer: [
        {
          data: { values: [{ from: -balance.threshold, to: balance.threshold }] },
          mark: { type: "rect", color: colour.band, opacity: 0.16 },
          encoding: { x: { field: "from", type: "quantitative" }, x2: { field: "to" } },
        },
        zeroLine("x"),
        rowLabels(rows),
        {
          data: { values: points.filter((p) => p.smd !== null) },
          mark: { type: "point", size: 64, strokeWidth: 1.8, opacity: 1 },
          encoding: {
            y: rowAxis(rows),
            x: {
              field: "smd",
              type: "quantitative",
              scale: { domain: [-extent, extent], nice: true },
              axis: { title: `${words.chart.smd}; ${words.chart.limit.toLowerCase()} ±${limit}`, grid: true, tickCount: 8 },
            },
            shape: {
              field: "group",
              type: "nominal",
              sort: domain,
              scale: { domain, range: ["circle", "diamond"] },
              legend: { title: null },
            },
            stroke: {
              field: "group",
              type: "nominal",
              scale: { domain, range: [colour.comparison, colour.treated] },
              legend: { title: null },
            },
            fill: {
              field: "group",
              type: "nominal",
              scale: { domain, range: ["#ffffff", colour.treated] },
              legend: { title: null },
            },
          },
        },
      ],
    },
  );
}
