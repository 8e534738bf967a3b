import { type Problem, problem } from "@kontrafakt/base";
import type { BlockSystem } from "../fixed-effects/unit-blocks.js";
import { NO_BLOCK_EFFECT, NO_PERIOD_EFFECT, NOT_CONNECTED } from "../fixed-effects/unit-blocks-identified.js";

/** Treated rows left out, by why the untreated do not determine them. */
export function unidentifiedProblems(outcome: string, why: Uint8Array, system: BlockSystem): Problem[] {
  const T = system.periods;
  const found = [
    [NO_BLOCK_EFFECT, system.q === 2 ? "effects/imputation-no-trend" : "effects/imputation-no-level"],
    [NO_PERIOD_EFFECT, "effects/imputation-no-period"],
    [NOT_CONNECTED, "effects/imputation-not-connected"],
  ] as const;
  return found.flatMap(([reason, code]) => {
    let rows = 0;
    const units = new Set<number>();
    const periods = new Set<number>();
    for (let r = 0; r < why.length; r++) {
      if (why[r] !== reason) continue;
      rows++;
      units.add(Math.floor(r / T));
      periods.add(r % T);
    }
    if (rows === 0) return [];
    return [problem(code, "warning", {}, { outcome, rows, units: units.size, periods: periods.size })];
  });
}

/** Covariates that the model cannot tell from its effects. */
export function droppedProblems(outcome: string, system: BlockSystem, names: readonly string[]): Problem[] {
  const lost = system.dropped.filter((j) => j >= system.firstCovariate).map((j) => names[j - system.firstCovariate]);
  return lost.map((covariate) => problem("effects/imputation-collinear", "note", {}, { outcome, covariate }));
}
