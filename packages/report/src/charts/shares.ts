import type { Savings } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { upperFirst } from "../upper-first.js";
import { chart, colour, rowAxis, rowLabels } from "./theme.js";

/** Which part of the variance comes from what. */
export function uncertaintyChart(savings: Savings, sentence: string, speaker: Speaker): Chart {
  const { words } = speaker;
  const rows = savings.shares.map((s, i) => {
    const name = words.source[s.source];
    return {
      key: `r${i}`,
      label: upperFirst(name),
      share: finite(s.share),
      text: speaker.percent(s.share),
    };
  });
  return chart(
    speaker,
    { name: "uncertainty", title: words.chart.shares, description: words.describe.shares(sentence) },
    {
      width: 420,
      height: { step: 34 },
      layer: [
        rowLabels(rows),
        {
          data: { values: rows },
          mark: { type: "bar", height: 20, color: colour.band },
          encoding: {
            y: rowAxis(rows),
            x: {
              field: "share",
              type: "quantitative",
              scale: { domain: [0, 1] },
              axis: { title: words.chart.share, format: ".0%", tickCount: 5 },
            },
          },
        },
        {
          data: { values: rows },
          mark: { type: "text", align: "left", baseline: "middle", dx: 6 },
          encoding: { y: rowAxis(rows), x: { field: "share", type: "quantitative" }, text: { field: "text" } },
        },
      ],
    },
  );
}
