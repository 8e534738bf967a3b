import { type Context, fail } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { clusterMates } from "./cluster-mates.js";
import { comparisonOf } from "./comparison-of.js";
import { countLost, type Lost, REASONS } from "./lost.js";
import { matchProblems } from "./match-problems.js";
import { matchWithinWaves } from "./match-within-waves.js";
import type { Matched } from "./matched.js";
import { messages } from "./messages.js";
import type { MatchingOptionsInput } from "./options/matching-options.js";
import { parseOptions } from "./parse-options.js";
import { refuse } from "./refuse.js";
import { riskSet, wavesOf } from "./risk-set.js";
import { unknown } from "./score-variables.js";
import { scoredRows } from "./scored-rows.js";
import { waveBalance } from "./wave-balance.js";
import { waveScore } from "./wave-score.js";

/**
 * Matches the starters of each wave to people at risk of starting then, on a logit score of covariates and of history before
 * time zero (the start less anticipation): nearest neighbours within the caliper among people offered to the wave (option
 * `share`), each control in one set. A later starter can be a control until its own referral. A set keeps the controls it finds; a starter without any is
 * listed in `unmatched`.
 *
 * @returns the comparison, its balance, who was lost and why
 * @throws KontrafaktError for an option that names nothing in the panel, and where nothing can be matched: no starters or
 *   one, no history observed, no controls, nobody within the caliper
 */
export function matchWaves(panel: Panel, input: MatchingOptionsInput = {}, context?: Context): Matched {
  const options = parseOptions(input);
  const { windows, outcomes } = options.history;
  const exclude = options.exclude.map(
    (name) => panel.clusterings.find((c) => c.name === name) ?? unknown("exclude", name, panel.clusterings),
  );
  for (const name of outcomes ?? [])
    if (!panel.measures.some((m) => m.name === name)) unknown("history.outcomes", name, panel.measures);

  const waves = wavesOf(panel);
  const progress = (done: number): void => {
    context?.signal?.throwIfAborted();
    context?.progress?.({ step: "match", done, total: waves.length });
  };
  progress(0);
  const nearestPeriod = windows.reduce((least, [from]) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const candidates = riskSet(panel, waves, options.anticipation, nearestPeriod);
  const scored = scoredRows(panel, candidates.atRisk, options);
  const lost: Lost[] = [...candidates.lost, ...scored.lost];
  const mates = clusterMates(panel, exclude);
  const { rows } = scored;
  const eligible = Uint8Array.from(rows.unit, (i, r) =>
    rows.treated[r] === 0 && mates.firstStart[i] > waves[rows.wave[r]] ? 1 : 0,
  );
  refuse(panel, scored, eligible, lost, options);

  const score = waveScore(rows, scored.variables);
  const caliper = options.caliper === null ? Number.POSITIVE_INFINITY : options.caliper * score.sd;
  const sets = matchWithinWaves(rows, { score: score.linear, eligible, caliper, options, units: panel.units }, progress);
  lost.push(...sets.unmatched);
  if (sets.row.length === 0)
    fail("matching/nobody-matched", { option: "matching.caliper" }, { caliper: options.caliper }, messages);

  const starters = Int32Array.from(waves, (g) => panel.firstTreated.reduce((n, own) => n + (own === g ? 1 : 0), 0));
  const comparison = comparisonOf(panel, { rows, score, sets, mates }, options);
  const balance = waveBalance(panel, {
    rows: rows,
    sets,
    variables: scored.observed,
    used: score.used,
    starters,
    options,
  });
  const unmatched = lost.filter((l) => l.treated === 1);
  return {
    kind: "matched",
    comparison,
    balance,
    unmatched: {
      unit: Int32Array.from(unmatched, (l) => l.unit),
      wave: Int32Array.from(unmatched, (l) => waves[l.wave]),
      reason: Int32Array.from(unmatched, (l) => REASONS.indexOf(l.reason)),
      reasons: REASONS,
    },
    atRisk: {
      unit: rows.unit,
      wave: rows.wave.map((w) => waves[w]),
      treated: rows.treated,
      score: score.linear,
      probability: score.probability,
      eligible,
    },
    notAtRisk: countLost(
      lost.filter((l) => l.treated === 0),
      waves,
    ),
    caliperWidth: caliper,
    problems: [...scored.problems, ...score.problems, ...matchProblems(panel, comparison, balance, unmatched.length)],
  };
}
