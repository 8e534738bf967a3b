import { type Problem, problem } from "@kontrafakt/base";
import type { Inference, InferenceMethod } from "./inference-value.js";
import type { MethodOptions } from "./method.js";
import { invertLines, LINE, type Lines, pValues, twoSided } from "./studentised-line.js";

interface Stated {
  readonly method: InferenceMethod;
  readonly variant: string;
  readonly estimate: number;
  readonly clusters: number;
  readonly treatedClusters?: number;
  /** What to know of it beside what the lines tell. */
  readonly doubts?: readonly Problem[];
}

/** Test of 0 and interval from the lines of assignments, under the sharp null. */
export function fromLines(lines: Lines, { doubts = [], ...stated }: Stated, { level, pValue }: MethodOptions): Inference {
  const strict = pValue === "strict";
  const p = pValues(lines, 0, strict);
  const limits = invertLines(lines, level, strict);
  const problems = [...doubts, ...(Number.isNaN(limits.lower) ? [problem("effects/nothing-to-take-off", "note", {}, {})] : [])];
  return {
    kind: "inference",
    ...stated,
    p: twoSided(p),
    pAbove: p.above,
    pBelow: p.below,
    ...limits,
    level,
    draws: lines.drawn.length / LINE,
    exact: lines.exact,
    null: "sharp",
    ...(problems.length > 0 && { problems }),
  };
}
