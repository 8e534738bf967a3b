import { type Context, fail } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { messages } from "../messages.js";
import type { MatchingOptions, MatchingOptionsInput } from "../options/matching-options.js";
import { parseOptions } from "../parse-options.js";
import { clusterMates } from "./cluster-mates.js";
import { comparisonOf } from "./comparison-of.js";
import { excluded } from "./excluded.js";
import { countLost, type Lost, lostColumns, REASONS } from "./lost.js";
import { matchProblems } from "./match-problems.js";
import type { Matched } from "./matched.js";
import { methods } from "./methods.js";
import { offered } from "./offered.js";
import { peak, peakProblems } from "./peak.js";
import { refuse } from "./refuse.js";
import { refuseSamplingWeights } from "./refuse-sampling-weights.js";
import { riskSet, type Variable, wavesOf } from "./risk-set.js";
import { unknown } from "./score-variables.js";
import { scoredRows } from "./scored-rows.js";
import { strataScore } from "./strata-score.js";
import { waveBalance } from "./wave-balance.js";
import type { WaveScore } from "./wave-score.js";

/**
 * Compares the starters of each wave with people at risk of starting then, on covariates and on history before time zero (the start
 * less anticipation), by the option `method`: nearest neighbours, strata or weights among the people offered to the wave (option
 * `share`). A later starter can be a control until its own referral. A starter with whom nobody can be compared is listed in `unmatched`.
 * `candidates` are for `chooseMatch`, which tries them too.
 *
 * @returns the comparison, its balance, who was lost and why
 * @throws KontrafaktError for an option that names nothing in the panel, and where nothing can be matched: no starters or
 *   one, no history observed, no controls, nobody within the caliper
 */
export function matchWaves(panel: Panel, input: MatchingOptionsInput = {}, context?: Context): Matched {
  return matchSpecification(panel, parseOptions(input), context);
}

/** The same with options that are parsed; `candidates` are not looked at. */
export function matchSpecification(panel: Panel, options: MatchingOptions, context?: Context): Matched {
  const { windows, outcomes } = options.history;
  const exclude = excluded(panel, options.exclude);
  for (const name of outcomes ?? [])
    if (!panel.measures.some((m) => m.name === name)) unknown("history.outcomes", name, panel.measures);

  const waves = wavesOf(panel);
  const progress = (done: number): void => {
    context?.signal?.throwIfAborted();
    context?.progress?.({ step: "match", done, total: waves.length });
  };
  progress(0);
  const nearestPeriod = windows.reduce((least, [from]) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const candidates = riskSet(panel, waves, options.anticipation, options.history.gap + nearestPeriod);
  const scored = scoredRows(panel, candidates.atRisk, options);
  const lost: Lost[] = [...candidates.lost, ...scored.lost];
  const mates = clusterMates(panel, exclude);
  const { rows } = scored;
  const eligible = Uint8Array.from(rows.unit, (i, r) =>
    rows.treated[r] === 0 && mates.firstStart[i] > waves[rows.wave[r]] ? 1 : 0,
  );
  refuse(panel, scored, eligible, lost, { ...options, exclude: exclude.map((c) => c.name) });

  refuseSamplingWeights(panel, rows);
  const { samplingWeight } = panel;
  const weights = samplingWeight && Float64Array.from(rows.unit, (i) => samplingWeight[i]);
  const score = strataScore(rows, scored.variables, options, weights);
  const found = peak(panel, rows, options);
  const caliper =
    options.caliper === null || options.method !== "nearest" ? Number.POSITIVE_INFINITY : options.caliper * score.sd;
  const available = offered(rows, eligible, panel.units, options.share);
  const sets = methods[options.method]({
    panel,
    rows,
    variables: scored.variables,
    score,
    offered: available,
    caliper,
    options,
    seed: context?.seed ?? 0,
    progress,
  });
  lost.push(...sets.unmatched);
  if (sets.row.length === 0)
    fail("matching/nobody-matched", { option: "matching.caliper" }, { caliper: options.caliper }, messages);

  const starters = Int32Array.from(waves, (g) => panel.firstTreated.reduce((n, own) => n + (own === g ? 1 : 0), 0));
  const comparison = comparisonOf(panel, { rows, score, sets, mates }, options);
  const balance = waveBalance(panel, {
    rows,
    sets,
    variables: scored.observed,
    asked: asked(scored.observed, score, options),
    starters,
    lost,
    score: score.linear,
    options,
  });
  const unmatched = lost.filter((l) => l.treated === 1);
  const leftOut = lost.filter((l) => l.treated === 0);
  return {
    kind: "matched",
    comparison,
    balance,
    unmatched: { ...lostColumns(unmatched, waves), reasons: REASONS },
    atRisk: {
      unit: rows.unit,
      wave: rows.wave.map((w) => waves[w]),
      treated: rows.treated,
      score: score.linear,
      probability: score.probability,
      eligible,
      offered: available,
    },
    options,
    notAtRisk: countLost(leftOut, waves),
    leftOut: lostColumns(leftOut, waves),
    caliperWidth: sets.caliper ?? caliper,
    exclude: exclude.map((c) => c.name),
    peak: found,
    problems: [
      ...scored.problems,
      ...score.problems,
      ...sets.problems,
      ...peakProblems(found),
      ...matchProblems(panel, comparison, balance, unmatched.length, sets.problems),
    ],
  };
}

/**
 * What the groups must be alike in for the balance to pass: what the score holds or had to leave out because it separates, and under
 * strata of every variable all that is compared, whatever formula the score has. Constants say nothing.
 */
function asked(observed: readonly Variable[], { used, separating }: WaveScore, { method, exact }: MatchingOptions): Uint8Array {
  const all = method === "coarsened" || (method === "exact" && exact.length === 0);
  return Uint8Array.from(observed, (_, j) => (j >= used.length ? Number(all) : Math.max(used[j], separating[j])));
}
