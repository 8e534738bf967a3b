import { type Problem, problem } from "@kontrafakt/base";
import { type BinaryFit, type BinaryInput, firthLogit, logit, probit } from "@kontrafakt/numerics";
import type { ScoreOptions } from "../options/score-options.js";
import { type ScoreDesign, scoreDesign } from "../score/score-design.js";
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
  /** 1 for each variable that was left out because it separates: no score balances it. */
  readonly separating: Uint8Array;
  /** The design it was fitted on. */
  readonly design: ScoreDesign;
  readonly problems: Problem[];
}

export interface WaveScoreSettings extends Partial<Pick<ScoreOptions, "model" | "penalty" | "tolerance">> {
  /** Sampling weight of each row; 1 when left out. */
  readonly weights?: Float64Array;
}

/**
 * Pooled logit or probit of starting: one intercept a wave, slopes shared across waves, since a wave has few starters.
 * Columns are standardised. A constant or collinear variable is left out with a note; one that separates starters from
 * others is left out with a warning (of several that do so together, the last, and then it is tried again), but under Firth's penalty
 * kept. Equal variables in a wave give bitwise equal scores.
 * Caliper scale: Rosenbaum & Rubin (1985), Austin (2011), the pooled within-group SD of the linear score; the SD over
 * everybody is wide when the score has a long tail of people who would never start.
 */
export function waveScore(rows: RiskSet, variables: readonly Variable[], settings: WaveScoreSettings = {}): WaveScore {
  const { model = "logit", penalty = "none", tolerance, weights } = settings;
  const fitted: (input: BinaryInput) => BinaryFit = model === "probit" ? probit : penalty === "firth" ? firthLogit : logit;
  const problems: Problem[] = [];
  const used = new Uint8Array(variables.length);
  const y = Float64Array.from(rows.treated);
  const out = new Set<number>();
  for (;;) {
    const design = scoreDesign(rows, variables, out);
    const { x, n, k, intercepts, variable: included } = design;
    if (out.size === 0) {
      design.constant.forEach((c, j) => {
        if (c === 1) problems.push(problem("matching/constant-variable", "note", {}, { variable: variables[j].name }));
      });
    }
    const fit = fitted({ x, y, weights, n, k, tolerance });
    const separated = fit.separated.filter((c) => c >= intercepts).map((c) => included[c - intercepts]);
    if (separated.length > 0) {
      const alone = separated.filter((j) => separates(variables[j].values, rows.treated));
      for (const j of alone.length > 0 ? alone : separated.slice(-1)) {
        out.add(j);
        problems.push(problem("matching/separation", "warning", {}, { variable: variables[j].name }));
      }
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
    const sd = Math.sqrt((variance(within, rows.treated, 1, weights) + variance(within, rows.treated, 0, weights)) / 2);
    const separating = used.map((_, j) => (out.has(j) ? 1 : 0));
    return { linear: fit.linear, probability: fit.probability, sd, used, separating, design, problems };
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

/** Sample variance in one arm; weighted: Σ w (v − mean)² / (Σ w − Σ w² / Σ w). */
function variance(values: Float64Array, treated: Uint8Array, arm: number, weights?: Float64Array): number {
  let size = 0;
  let squares = 0;
  let total = 0;
  for (let r = 0; r < values.length; r++) {
    if (treated[r] !== arm) continue;
    const weight = weights ? weights[r] : 1;
    size += weight;
    squares += weight * weight;
    total += weight * values[r];
  }
  const mean = total / size;
  let spread = 0;
  for (let r = 0; r < values.length; r++) {
    if (treated[r] === arm) spread += (weights ? weights[r] : 1) * (values[r] - mean) * (values[r] - mean);
  }
  const df = size - squares / size;
  return df > 0 ? spread / df : 0;
}
