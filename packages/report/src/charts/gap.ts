import type { Savings, Verification } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite, numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { type DivergingRow, diverging } from "./diverging.js";
import { chart } from "./theme.js";

/** Evaluated less expected, split by what differed; the last bar is the whole, which the others add up to. */
export function gapChart({ gap }: Pick<Verification, "gap">, { currency }: Pick<Savings, "currency">, speaker: Speaker): Chart {
  const { gap: say, millions } = speaker.words;
  const row = (label: string, amount: unknown, whole: boolean): DivergingRow => {
    const value = finite(amount);
    const text = speaker.change(numberOf(amount) / 1e6, 1);
    return { label, value: value === null ? null : value / 1e6, text, whole };
  };
  const rows = [
    ...gap.map(({ source, amount }) => row(say.shortSource[source], amount, false)),
    row(
      say.whole,
      gap.reduce((sum, part) => sum + numberOf(part.amount), 0),
      true,
    ),
  ];
  return chart(
    speaker,
    {
      name: "gap",
      title: say.chart,
      description: say.chartDescription(rows.map((r) => `${r.label} ${r.text}`).join("; ")),
    },
    diverging(rows, millions(currency), [say.below, say.above]),
  );
}
