import type { Balance } from "@kontrafakt/matching";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { chart, colour } from "./theme.js";

/** Distribution of the score among starters and the comparison, before and after matching. Undefined where it is not told. */
export function scoreOverlapChart({ scores }: Balance, speaker: Speaker): Chart | undefined {
  const { words } = speaker;
  if (!scores || scores.edges.length < 3) return undefined;
  const { edges } = scores;
  const domain = [words.balance.starters, words.balance.others];
  // Each interval as a step from its lower edge; the last edge closes the line.
  const steps = (shares: readonly number[], group: string) =>
    shares.every((s) => finite(s) === null)
      ? []
      : edges.map((edge, k) => {
          const c = Math.min(k, shares.length - 1);
          return { edge, group, density: (finite(shares[c]) ?? 0) / (edges[c + 1] - edges[c]) };
        });
  const panels = [
    { title: words.chart.before, values: [...steps(scores.starters, domain[0]), ...steps(scores.others, domain[1])] },
    { title: words.chart.after, values: [...steps(scores.matched, domain[0]), ...steps(scores.controls, domain[1])] },
  ];
  const legend = { title: null, symbolType: "square" };
  const range = [colour.treated, colour.comparison];
  return chart(
    speaker,
    {
      name: "score-overlap",
      title: words.balance.scores,
      description: words.balance.scoresDescription(speaker.number(edges.length - 1, 0)),
    },
    {
      spacing: 34,
      vconcat: panels.map(({ title, values }, i) => ({
        width: 520,
        height: 120,
        title: { text: title, fontSize: 13, offset: 4 },
        data: { values },
        mark: { type: "area", interpolate: "step-after", line: { strokeWidth: 2.2 }, opacity: 0.28 },
        encoding: {
          x: {
            field: "edge",
            type: "quantitative",
            scale: { domain: [edges[0], edges[edges.length - 1]], nice: false },
            axis: { title: i === 0 ? null : words.balance.scoreAxis, grid: false, tickCount: 8 },
          },
          y: { field: "density", type: "quantitative", stack: null, axis: { title: words.balance.density, tickCount: 4 } },
          color: { field: "group", type: "nominal", sort: domain, scale: { domain, range }, legend },
        },
      })),
      resolve: { scale: { y: "shared", x: "shared" } },
    },
  );
}
