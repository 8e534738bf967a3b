import { type Context, fail, type Problem, periodLabel, problem } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import type { Comparison } from "./comparison.js";
import { uncensored } from "./censoring.js";
import { mayBeControl } from "./exclude-clusters.js";
import { matchWithinWaves } from "./match-within-waves.js";
import type { Matched } from "./matched.js";
import { messages } from "./messages.js";
import { type MatchingOptions, type MatchingOptionsInput, matchingOptions } from "./options/matching-options.js";
import { scoredRows } from "./scored-rows.js";
import { REASONS, type Reason, type RiskSet, riskSet, wavesOf } from "./risk-set.js";
import { unknown } from "./score-variables.js";
import { waveBalance } from "./wave-balance.js";
import { waveScore } from "./wave-score.js";

/**
 * Matches the starters of each wave to people at risk of starting then, on a logit score of covariates and history before
 * time zero (the start less anticipation): nearest neighbours within the caliper, waves in time order, each control in one
 * set. A later starter can be a control until its own referral. Sets keep the controls they find; a starter without any is
 * listed in `unmatched`.
 *
 * @returns the comparison, its balance, who was lost and why
 * @throws KontrafaktError for an option that names nothing in the panel, and where nothing can be matched: no starters, one
 *   starter, no history observed, no controls, nobody within the caliper
 */
export function matchWaves(panel: Panel, input: MatchingOptionsInput, context?: Context): Matched {
  const options = matchingOptions.parse(input);
  const clusterings = options.exclude.map(
    (name) => panel.clusterings.find((c) => c.name === name) ?? unknown("exclude", name, panel.clusterings),
  );
  for (const name of options.history.outcomes ?? []) {
    if (!panel.measures.some((m) => m.name === name)) unknown("history.outcomes", name, panel.measures);
  }
  const label = (g: number): string => periodLabel(g, panel.periods.unit);
  const waves = wavesOf(panel);
  if (waves.length === 0) {
    fail("matching/no-starters", {}, { from: label(panel.periods.ordinals[0]), to: label(panel.periods.ordinals.at(-1) ?? 0) }, messages);
  }
  context?.signal?.throwIfAborted();
  context?.progress?.({ step: "match", done: 0, total: waves.length });

  const windows = options.history.windows;
  const nearest = windows.length > 0 ? Math.min(...windows.map(([from]) => from)) : 0;
  const candidates = riskSet(panel, waves, { anticipation: options.anticipation, nearest });
  const { rows, balanced, score: variables, lost, problems } = scoredRows(panel, candidates, options);
  refuse(rows, lost, problems, options);
  const score = waveScore(rows, variables);
  problems.push(...score.problems);
  const starters = rows.treated.reduce((a, b) => a + b, 0);
  const slopes = score.used.reduce((a, b) => a + b, 0);
  if (slopes >= starters) problems.push(problem("matching/more-variables-than-starters", "warning", {}, { variables: slopes, starters }));

  const may = mayBeControl(panel, clusterings);
  const eligible = Uint8Array.from(rows.unit, (i, r) => (rows.treated[r] === 0 && may[i] === 1 ? 1 : 0));
  if (!eligible.includes(1)) fail("matching/no-controls", {}, { exclude: options.exclude.join(", ") || "none" }, messages);
  const caliperWidth = options.caliper === null ? Number.POSITIVE_INFINITY : options.caliper * score.sd;
  const sets = matchWithinWaves(rows, { score: score.linear, eligible, caliper: caliperWidth, options }, (done) => {
    context?.signal?.throwIfAborted();
    context?.progress?.({ step: "match", done, total: waves.length });
  });
  for (const { row, reason } of sets.unmatched) lost.push({ unit: rows.unit[row], wave: rows.wave[row], treated: 1, reason });
  if (sets.row.length === 0) {
    fail("matching/nobody-matched", { option: "matching.caliper" }, { starters, caliper: options.caliper }, messages);
  }

  const unit = sets.row.map((r) => rows.unit[r]);
  const waveIndex = sets.row.map((r) => rows.wave[r]);
  const wave = waveIndex.map((w) => waves[w]);
  const censored = options.estimand === "never";
  const comparison: Comparison = {
    kind: "comparison",
    unit,
    wave,
    set: sets.set,
    role: sets.role,
    weight: sets.weight,
    start: wave.slice(),
    until: unit.map((i, k) =>
      sets.role[k] === 1 || !censored || panel.firstTreated[i] === NEVER ? NEVER : panel.firstTreated[i] - options.anticipation,
    ),
    score: Float64Array.from(sets.row, (r) => score.linear[r]),
    waves,
    uncensored: censored
      ? uncensored({ unit, waveIndex, role: sets.role }, rows, score.probability, panel.units)
      : new Float64Array(unit.length * waves.length).fill(1),
    anticipation: options.anticipation,
    historyUsed: windows.reduce((most, [, to]) => Math.max(most, to), 0),
  };
  const least = comparison.uncensored.reduce((a, b) => Math.min(a, b), 1);
  if (least < 0.1) problems.push(problem("matching/heavy-censoring-weights", "warning", {}, { largest: Math.round(1 / least) }));

  const startersOf = new Int32Array(waves.length);
  for (const g of panel.firstTreated) if (waves.includes(g)) startersOf[waves.indexOf(g)]++;
  const balance = waveBalance(panel, { rows, sets, variables: balanced, used: score.used, starters: startersOf, options });
  const lostStarters = lost.filter((l) => l.treated === 1);
  if (lostStarters.length > 0) {
    const total = startersOf.reduce((a, b) => a + b, 0);
    problems.push(problem("matching/unmatched-starters", "warning", {}, { unmatched: lostStarters.length, starters: total }));
  }
  if (!balance.passed) {
    const worst = balance.rows.filter((row) => row.matched && !(Math.abs(row.smdAfter) <= balance.threshold));
    problems.push(
      problem("matching/not-balanced", "warning", {}, { variables: worst.map((w) => w.covariate).join(", "), threshold: balance.threshold }),
    );
  }
  return {
    kind: "matched",
    comparison,
    balance,
    unmatched: {
      unit: Int32Array.from(lostStarters, (l) => l.unit),
      wave: Int32Array.from(lostStarters, (l) => waves[l.wave]),
      reason: Int32Array.from(lostStarters, (l) => REASONS.indexOf(l.reason)),
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
    notAtRisk: countByWave(lost.filter((l) => l.treated === 0), waves),
    caliperWidth,
    problems,
  };
}

/** A person who had not started by a wave and dropped out of matching there. */
export interface Lost {
  readonly unit: number;
  /** Index of the wave. */
  readonly wave: number;
  readonly treated: number;
  readonly reason: Reason;
}

function refuse(rows: RiskSet, lost: readonly Lost[], problems: readonly Problem[], options: MatchingOptions): void {
  const starters = rows.treated.reduce((a, b) => a + b, 0);
  if (starters >= 2) {
    return;
  }
}
