import { NEVER, type Panel } from "@kontrafakt/cohort";
import type { Comparison } from "../comparison.js";
import type { MatchingOptions } from "../options/matching-options.js";
import { uncensored } from "./censoring.js";
import type { ClusterMates } from "./cluster-mates.js";
import type { MatchedSets } from "./method.js";
import type { RiskSet } from "./risk-set.js";
import type { WaveScore } from "./wave-score.js";

interface Parts {
  readonly rows: RiskSet;
  readonly score: WaveScore;
  readonly sets: MatchedSets;
  readonly mates: ClusterMates;
}

/**
 * Matched sets as a comparison. Under "never" a control counts until its own referral or that of the first in its excluded
 * clusters, with the estimated chance of lasting so long; under "waiting" to the end.
 */
export function comparisonOf(panel: Panel, { rows, score, sets, mates }: Parts, options: MatchingOptions): Comparison {
  const { anticipation, estimand } = options;
  const unit = sets.row.map((r) => rows.unit[r]);
  const waveIndex = sets.row.map((r) => rows.wave[r]);
  const wave = waveIndex.map((w) => rows.waves[w]);
  const censored = estimand === "never";
  return {
    kind: "comparison",
    unit,
    wave,
    set: sets.set,
    role: sets.role,
    weight: sets.weight,
    start: wave.slice(),
    until: unit.map((i, k) => {
      const first = Math.min(panel.firstTreated[i], mates.firstStart[i]);
      return censored && sets.role[k] === 0 && first !== NEVER ? first - anticipation : NEVER;
    }),
    score: Float64Array.from(sets.row, (r) => score.linear[r]),
    waves: rows.waves,
    uncensored: censored
      ? uncensored({ unit, waveIndex, role: sets.role }, rows, score.probability, mates)
      : new Float64Array(unit.length * rows.waves.length).fill(1),
    independence: sets.independence,
    ...(sets.estimation && { estimation: sets.estimation }),
    anticipation,
    gap: options.history.gap,
    historyUsed: options.history.windows.reduce((most, [, to]) => Math.max(most, options.history.gap + to), 0),
  };
}
