import type { TargetGroup } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import type { Speaker } from "../language.js";
import { chart, colour, shorten } from "./theme.js";

const colours = [colour.treated, colour.cost, colour.others, colour.comparison, colour.band, colour.rest];

/** What the target group cost each payer in each year, without the programme: one bar a year, payers stacked. */
export function targetGroupChart({ path }: TargetGroup, currency: string, speaker: Speaker): Chart {
  const { words } = speaker;
  const payers = [...new Set(path.map((row) => row.payer))];
  // Users' names are data, never category keys: legend labels are looked up by place.
  const domain = payers.map((payer, i) => `${i + 1}. ${shorten(payer, 30)}`);
  const values = path.map(({ year, payer, amount }) => ({
    year: String(year),
    payer: domain[payers.indexOf(payer)],
    value: amount / 1e6,
  }));
  return chart(
    speaker,
    { name: "target-group", title: words.plan.target.path, description: words.plan.target.describe },
    {
      width: 560,
      height: 240,
      data: { values },
      mark: "bar",
      encoding: {
        x: { field: "year", type: "ordinal", axis: { title: words.chart.year, labelAngle: 0, ticks: false } },
        y: { field: "value", type: "quantitative", axis: { title: words.millions(currency), tickCount: 6 } },
        color: {
          field: "payer",
          type: "nominal",
          scale: { domain, range: domain.map((_, i) => colours[i % colours.length]) },
          legend: { title: null },
        },
      },
    },
  );
}
