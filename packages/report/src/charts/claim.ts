import type { Savings, Verification } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { MONEY_LEVEL } from "../levels.js";
import { primaryCashable } from "../savings-lines.js";
import { chart, colour, rowAxis, rowLabels, zeroLine } from "./theme.js";

/** Expected saving, evaluated saving with its interval, and the part that can leave a budget. Small enough for a first screen. */
export function claimChart(savings: Savings, verification: Verification, sentence: string, speaker: Speaker): Chart {
  const { words } = speaker;
  const million = (value: unknown) => {
    const x = finite(value);
    return x === null ? null : x / 1e6;
  };
  const { evaluated, primary } = verification;
  const rows = [
    { key: "r0", label: words.chart.expected, value: million(verification.claim), shade: "#ffffff" },
    { key: "r1", label: words.chart.evaluated, value: million(evaluated.estimate), shade: colour.band },
    ...(primary.measure === "gross"
      ? [
          {
            key: "r2",
            label: words.chart.cashable,
            value: million(primaryCashable(savings, verification)?.estimate),
            shade: colour.treated,
          },
        ]
      : []),
  ].filter((r) => r.value !== null);
  const interval = [{ key: "r1", lower: million(evaluated.lower), upper: million(evaluated.upper) }].filter(
    (d) => d.lower !== null && d.upper !== null && rows.some((r) => r.key === d.key),
  );
  return chart(
    speaker,
    {
      name: "claim",
      title: words.chart.claim,
      description: words.describe.claim(sentence),
      subtitle: `${words.chart.interval(speaker.percent(MONEY_LEVEL))} (├─┤)`,
    },
    {
      width: 300,
      height: { step: 40 },
      layer: [
        rowLabels(rows),
        {
          data: { values: rows },
          mark: { type: "bar", height: 22, stroke: colour.ink, strokeWidth: 1 },
          encoding: {
            y: rowAxis(rows),
            x: { field: "value", type: "quantitative", axis: { title: words.millions(savings.currency), tickCount: 6 } },
            fill: { field: "shade", type: "nominal", scale: null, legend: null },
          },
        },
        zeroLine("x"),
        {
          data: { values: [{ claim: million(verification.claim) }] },
          mark: { type: "rule", color: colour.soft, strokeDash: [4, 3] },
          encoding: { x: { field: "claim", type: "quantitative" } },
        },
        {
          data: { values: interval },
          mark: { type: "rule", color: colour.ink, strokeWidth: 2.4 },
          encoding: { y: rowAxis(rows), x: { field: "lower", type: "quantitative" }, x2: { field: "upper" } },
        },
        ...(["lower", "upper"] as const).map((end) => ({
          data: { values: interval },
          mark: { type: "tick", color: colour.ink, thickness: 2.4, size: 12 },
          encoding: { y: rowAxis(rows), x: { field: end, type: "quantitative" } },
        })),
      ],
    },
  );
}
