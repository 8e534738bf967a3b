import type { Params } from "@kontrafakt/base";
import { patternUnit } from "../shapes/period-pattern.js";
import type { CohortOptions } from "./cohort-shape.js";

type Add = (path: readonly (string | number)[], code: string, params: Params) => void;

/** Rules of `comparisonCells`: outcomes of the study, one figure each, and groups only where there are any. */
export function comparisonProblems({ comparisonCells, outcomes }: CohortOptions, add: Add): void {
  if (comparisonCells === undefined) return;
  const path = ["comparisonCells", "outcomes"];
  const known = Object.keys(outcomes).join(", ");
  const { pattern } = comparisonCells;
  if (pattern !== undefined && patternUnit(pattern) === undefined)
    add(["comparisonCells", "pattern"], "pattern-unusable", { found: pattern });
  if (Object.keys(comparisonCells.outcomes).length === 0) add(path, "comparison-outcomes", { known });
  for (const [outcome, { mean, total, named }] of Object.entries(comparisonCells.outcomes)) {
    if (!Object.hasOwn(outcomes, outcome)) add([...path, outcome], "comparison-outcome-unknown", { outcome, known });
    if ((mean === undefined) === (total === undefined)) add([...path, outcome], "comparison-mean", { outcome });
    if (named !== undefined && comparisonCells.outcome === undefined) add([...path, outcome], "cell-named", { outcome });
  }
  if (comparisonCells.leaveOut.length > 0 && comparisonCells.group === undefined)
    add(["comparisonCells", "group"], "leave-out-of-what", {});
}
