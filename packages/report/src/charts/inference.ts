import { type Chart, slug } from "../chart.js";
import { NO_NUMBER } from "../format.js";
import { type InferenceGroup, methodName } from "../inference-rows.js";
import type { Speaker } from "../language.js";
import { forest, forestPoint } from "./forest.js";
import { chart } from "./theme.js";

/** A figure as each of several methods has it. */
export interface FigureByMethod {
  readonly method: string;
  readonly variant: string;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** A figure by several methods, the first above with its interval as a band. Limits as each method has them. */
export function methodsChart([first, ...others]: readonly FigureByMethod[], speaker: Speaker): Chart {
  const { inference: say, table: t } = speaker.words;
  const point = (f: FigureByMethod) => forestPoint(methodName(f.method, f.variant, speaker), f);
  const body =
    first === undefined
      ? forest(forestPoint(NO_NUMBER, undefined), [], t.estimate)
      : forest(point(first), others.map(point), t.estimate);
  return chart(speaker, { name: "inference-methods", title: say.byMethod, description: say.byMethodDescription }, body);
}

/** "Total effect (days)": a unit by itself would be a user's word alone. */
function axisTitle({ what, unit }: InferenceGroup, { words }: Speaker): string {
  if (what === "money") return words.millions(unit);
  return `${what === "total" ? words.table.total : words.table.mean} (${unit})`;
}

/** A figure with its interval by the default above, and by each other method below. Undefined where no other is asked for. */
export function inferenceChart(group: InferenceGroup, index: number, speaker: Speaker): Chart | undefined {
  const { words } = speaker;
  const { beside } = group.inference;
  if (beside.length === 0) return undefined;
  const what = group.estimator === undefined ? group.label : `${group.label}, ${group.estimator}`;
  const scale = group.what === "money" ? 1e6 : 1;
  return chart(
    speaker,
    {
      name: `inference-${slug(group.key, index)}`,
      title: words.inference.chart(what),
      description: words.inference.chartDescription(what),
    },
    forest(
      forestPoint(words.inference.main, group.main, scale),
      beside.map((b) => forestPoint(methodName(b.method, b.variant, speaker), b, scale)),
      axisTitle(group, speaker),
    ),
  );
}
