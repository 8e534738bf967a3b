import type { MatchedResults } from "@kontrafakt/study";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { chart, colour, rowAxis, rowLabels } from "./theme.js";

/** The length of a count's bar: what it is told near, nothing where it is few. */
function length(count: MatchedResults["flow"]["people"][number]["people"]): number {
  const near = typeof count === "string" ? /^[≈≥](\d+)$/.exec(count) : null;
  return near ? Number(near[1]) : (finite(count) ?? 0);
}

/** People left after each step. Few have no bar, only their text. */
export function peopleFlow(flow: MatchedResults["flow"]["people"], label: (code: string) => string, speaker: Speaker): Chart {
  const { words } = speaker;
  const rows = flow.map((step, i) => ({
    key: `r${i}`,
    label: label(step.code),
    people: length(step.people),
    text: `${speaker.count(step.people)} (${speaker.count(step.treated)})`,
  }));
  return chart(
    speaker,
    {
      name: "people-flow",
      title: words.chart.flow,
      description: words.describe.flow,
      subtitle: `${words.table.people} (${words.table.treated.toLowerCase()})`,
    },
    {
      width: 330,
      height: { step: 32 },
      layer: [
        rowLabels(rows),
        {
          data: { values: rows },
          mark: { type: "bar", height: 18, color: colour.band },
          encoding: {
            y: rowAxis(rows),
            x: { field: "people", type: "quantitative", axis: { title: words.chart.people, tickCount: 5, format: ",d" } },
          },
        },
        {
          data: { values: rows },
          mark: { type: "text", align: "left", baseline: "middle", dx: 6 },
          encoding: { y: rowAxis(rows), x: { field: "people", type: "quantitative" }, text: { field: "text" } },
        },
      ],
    },
  );
}
