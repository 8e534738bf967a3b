import { type Problem, problem } from "@kontrafakt/base";
import { logit } from "@kontrafakt/numerics";
import type { RiskSet, Variable } from "./risk-set.js";

export interface WaveScore {
  /** Linear predictor of each row, wave intercept included. */
  readonly linear: Float64Array;
  /** Fitted probability of starting in that wave. */
  readonly probability: Float64Array;
  /** Pooled within-group SD of the linear predictor less its wave intercept: √((s₁² + s₀²) / 2). */
  readonly sd: number;
  /** 1 for each variable that is balanced by the score: in it, or collinear with those in it. */
  readonly used: Uint8Array;
  readonly problems: Problem[];
}

/**
 * Pooled logit of starting: one intercept a wave, slopes shared across waves, since a wave has few starters.
 * Columns are standardised. A constant or collinear variable is left out with a note; one that separates starters from
 * others is left out with a warning (of several that do so together, the last, and then it is tried again). Equal variables in a wave give bitwise equal scores.
 * Caliper scale: Rosenbaum & Rubin (1985), Austin (2011), the pooled within-group SD of the linear score; the SD over
 * everybody is wide when the score has a long tail of people who would never start.
 */
export function waveScore(rows: RiskSet, variables: readonly Variable[]): WaveScore {
  const n = rows.unit.length;
  const problems: Problem[] = [];
  const used = new Uint8Array(variables.length);
  const standardised = variables.map((v) => standardise(v.values));
  let included = variables
    .map((_, j) => j)
    .filter((j) => {
      if (standardised[j]) return true;
      problems.push(problem("matching/constant-variable", "note", {}, { variable: variables[j].name }));
      return false;
    });
  const y = Float64Array.from(rows.treated);
  const intercepts = rows.waves.length;
  for (;;) {
    const k = intercepts + included.length;
    const x = new Float64Array(n * k);
    for (let r = 0; r < n; r++) {
      x[r * k + rows.wave[r]] = 1;
      for (let a = 0; a < included.length; a++) x[r * k + intercepts + a] = (standardised[included[a]] as Float64Array)[r];
    }
    const fit = logit({ x, y, n, k });
    const separated = fit.separated.filter((c) => c >= intercepts).map((c) => included[c - intercepts]);
    if (separated.length > 0) {
      const alone = separated.filter((j) => separates(variables[j].values, rows.treated));
      const out = alone.length > 0 ? alone : separated.slice(-1);
      for (const j of out) problems.push(problem("matching/separation", "warning", {}, { variable: variables[j].name }));
      included = included.filter((j) => !out.includes(j));
      continue;
    }
    for (const j of included) used[j] = 1;
    for (const c of fit.dropped) {
      if (c < intercepts) continue;
      problems.push(problem("matching/collinear", "note", {}, { variable: variables[included[c - intercepts]].name }));
    }
    if (!fit.converged) {
      problems.push(problem("matching/score-not-converged", "warning", {}, { iterations: fit.iterations }));
    }
    const within = fit.linear.map((eta, r) => eta - fit.coefficients[rows.wave[r]]);
    const sd = Math.sqrt((variance(within, rows.treated, 1) + variance(within, rows.treated, 0)) / 2);
    return { linear: fit.linear, probability: fit.probability, sd, used, problems };
  }
}

/** Whether a threshold on the variable tells starters from others, but for ties at the threshold. */
function separates(values: Float64Array, treated: Uint8Array): boolean {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  values.forEach((v, r) => {
    low[treated[r]] = Math.min(low[treated[r]], v);
    high[treated[r]] = Math.max(high[treated[r]], v);
  });
  return high[1] <= low[0] || low[1] >= high[0];
}

/** (x − mean) / SD; undefined for a constant. */
function standardise(values: Float64Array): Float64Array | undefined {
  let total = 0;
  for (const v of values) total += v;
  const mean = total / values.length;
  let spread = 0;
  for (const v of values) spread += (v - mean) * (v - mean);
  const sd = Math.sqrt(spread / values.length);
  const first = values[0];
  if (!(sd > 0) || values.every((v) => v === first)) return undefined;
  return values.map((v) => (v - mean) / sd);
}

function variance(values: Float64Array, treated: Uint8Array, arm: number): number {
  let n = 0;
  let total = 0;
  for (let r = 0; r < values.length; r++) {
    if (treated[r] !== arm) continue;
    n++;
    total += values[r];
  }
  let spread = 0;
  for (let r = 0; r < values.length; r++) if (treated[r] === arm) spread += (values[r] - total / n) * (values[r] - total / n);
  return n > 1 ? spread / (n - 1) : 0;
}
