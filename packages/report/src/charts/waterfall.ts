import type { Savings, Verification } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { MONEY_LEVEL } from "../levels.js";
import { chart, colour, rowAxis, rowLabels, zeroLine } from "./theme.js";

/**
 * What was expected, what was evaluated, what of it can leave a budget, by how much budgets were lowered and how much less was spent. What a step
 * is less than the one before is an empty box with a dashed edge; what is not known says so.
 */
export function waterfallChart({ waterfall }: Verification, { currency }: Pick<Savings, "currency">, speaker: Speaker): Chart {
  const { gap: say, chart: c, millions } = speaker.words;
  const million = (value: unknown) => {
    const x = finite(value);
    return x === null ? null : x / 1e6;
  };
  const shades = {
    assumed: "#ffffff",
    evaluated: colour.band,
    cashable: colour.treated,
    budgetLowered: colour.cost,
    spendingLower: colour.others,
  };
  const rows = waterfall.map(({ step, amount, figure }, i) => ({
    key: `r${i}`,
    label: say.step[step],
    shade: shades[step],
    value: million(amount),
    lower: million(figure?.lower),
    upper: million(figure?.upper),
    text: finite(amount) === null ? say.notKnown : speaker.number((amount as number) / 1e6, 1),
  }));
  const drops = rows.flatMap((row, i) => {
    const before = rows[i - 1]?.value ?? null;
    return before === null || row.value === null ? [] : [{ key: row.key, from: row.value, to: before }];
  });
  const limits = rows.filter((r) => r.lower !== null && r.upper !== null && r.lower < r.upper);
  const x = { type: "quantitative", axis: { title: millions(currency), tickCount: 6 } };
  return chart(
    speaker,
    {
      name: "waterfall",
      title: say.waterfall,
      description: say.waterfallDescription(rows.map((r) => `${r.label} ${r.text}`).join("; ")),
      subtitle: `${c.interval(speaker.percent(MONEY_LEVEL))} (├─┤) · ${say.difference} (┆ ┆)`,
    },
    {
      width: 380,
      height: { step: 40 },
      layer: [
        rowLabels(rows),
        {
          data: { values: drops },
          mark: { type: "bar", height: 12, fill: null, stroke: colour.soft, strokeDash: [3, 3], strokeWidth: 1 },
          encoding: { y: rowAxis(rows), x: { field: "from", ...x }, x2: { field: "to" } },
        },
        {
          data: { values: rows.filter((r) => r.value !== null) },
          mark: { type: "bar", height: 22, stroke: colour.ink, strokeWidth: 1 },
          encoding: {
            y: rowAxis(rows),
            x: { field: "value", ...x },
            fill: { field: "shade", type: "nominal", scale: null, legend: null },
          },
        },
        zeroLine("x"),
        {
          data: { values: limits },
          mark: { type: "rule", color: colour.ink, strokeWidth: 2.4 },
          encoding: { y: rowAxis(rows), x: { field: "lower", type: "quantitative" }, x2: { field: "upper" } },
        },
        ...(["lower", "upper"] as const).map((end) => ({
          data: { values: limits },
          mark: { type: "tick", color: colour.ink, thickness: 2.4, size: 12 },
          encoding: { y: rowAxis(rows), x: { field: end, type: "quantitative" } },
        })),
        {
          data: { values: rows },
          mark: { type: "text", align: "left", baseline: "middle", dx: 10 },
          encoding: { y: rowAxis(rows), x: { value: "width" }, text: { field: "text" } },
        },
      ],
    },
  );
}
