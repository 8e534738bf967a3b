import type { Savings } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { chart, colour } from "./theme.js";

/** Share of draws that have paid back by each year. */
export function breakEvenShare(savings: Savings, speaker: Speaker): Chart {
  const { words } = speaker;
  const values = savings.breakEven.share.map((s) => ({
    year: String(s.year),
    share: finite(s.share),
    text: speaker.percent(s.share),
  }));
  const x = { field: "year", type: "ordinal", axis: { title: words.chart.year, labelAngle: 0 } };
  return chart(
    speaker,
    { name: "break-even-share", title: words.chart.breakEvenShare, description: words.describe.breakEvenShare },
    {
      width: 420,
      height: 190,
      layer: [
        {
          data: { values },
          mark: { type: "bar", color: colour.band, width: { band: 0.6 } },
          encoding: {
            x,
            y: {
              field: "share",
              type: "quantitative",
              scale: { domain: [0, 1] },
              axis: { title: words.chart.shareAxis, format: ".0%", tickCount: 5 },
            },
          },
        },
        {
          data: { values },
          mark: { type: "text", baseline: "bottom", dy: -4 },
          encoding: { x, y: { field: "share", type: "quantitative" }, text: { field: "text" } },
        },
      ],
    },
  );
}
