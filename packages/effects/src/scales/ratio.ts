import { fail, type Problem, problem } from "@kontrafakt/base";
import { tQuantile } from "@kontrafakt/numerics";
import type { Effects } from "../effects-value.js";
import { linearCombination } from "../linear-combination.js";
import { messages } from "../messages.js";
import { type FiellerSet, fieller } from "./fieller.js";
import { levelPairs } from "./level-pairs.js";

/** An effect as a share of what would have been without it. */
export interface Ratio {
  readonly kind: "ratio";
  /** effect / counterfactual mean: −0.2 is a fifth less. NaN where the counterfactual mean is not positive. */
  readonly ratio: number;
  /** In the outcome's unit. */
  readonly effect: number;
  readonly treatedMean: number;
  /** Treated mean less effect. */
  readonly counterfactualMean: number;
  /** Standard errors: of the ratio by the delta method, and of the counterfactual mean. */
  readonly se: number;
  readonly counterfactualSe: number;
  /** Of the effect's combination. */
  readonly df: number;
  readonly level: number;
  /** Delta-method limits: t quantile times the standard error. */
  readonly lower: number;
  readonly upper: number;
  /** Limits without linearising, which say so where the counterfactual mean may be 0. */
  readonly fieller: FiellerSet;
  readonly problems: readonly Problem[];
}

/**
 * θ/μ₀ for θ = Σ c_k ATT_k, μ₁ = Σ c_k × treated mean_k and μ₀ = μ₁ − θ, from the joint covariance of effects and treated means.
 * The weights c are taken as given.
 * @param effects as `Fit.withLevels()` gives them: difference terms, and of each a treated mean with the same labels
 * @param c one value a difference term, in their order; for a mean they sum to 1
 * Source: delta method, and Fieller 1954, doi:10.1111/j.2517-6161.1954.tb00159.x.
 * @throws KontrafaktError where a difference with weight has no treated mean
 */
export function ratio(effects: Effects, c: Float64Array, level = 0.95): Ratio {
  const { terms } = effects;
  const pairs = levelPairs(terms);
  if (c.length !== pairs.length)
    fail("effects/length", {}, { what: "a combination", given: c.length, needed: pairs.length }, messages);
  if (!(level > 0 && level < 1)) fail("effects/ratio-level", { option: "level" }, { level }, messages);
  const onEffect = new Float64Array(terms.length);
  const without = new Float64Array(terms.length);
  pairs.forEach(({ difference, treated }, j) => {
    if (c[j] === 0) return;
    if (treated < 0) fail("effects/ratio-without-levels", {}, { outcome: terms[difference].outcome }, messages);
    onEffect[difference] = c[j];
    without[difference] = -c[j];
    without[treated] = c[j];
  });
  const { estimate: effect, se: effectSe, df } = linearCombination(effects, onEffect);
  const { estimate: counterfactualMean, se: counterfactualSe } = linearCombination(effects, without);
  const cross = covarianceOf(effects, onEffect, without);
  const first = pairs[c.findIndex((v) => v !== 0)];
  const outcome = first ? terms[first.difference].outcome : "";
  const problems: Problem[] = [];
  const quantile = df > 0 ? tQuantile((1 + level) / 2, df) : Number.NaN;
  const variances = { variance: effectSe * effectSe, cross, denominatorVariance: counterfactualSe * counterfactualSe };
  let set = fieller({ numerator: effect, denominator: counterfactualMean, ...variances, quantile });
  let value = effect / counterfactualMean;
  if (Number.isNaN(value + effectSe + counterfactualSe + quantile))
    problems.push(problem("effects/ratio-undefined", "warning", {}, { outcome }));
  else if (counterfactualMean <= 0) {
    const mean = Number(counterfactualMean.toPrecision(3));
    problems.push(problem("effects/ratio-not-positive", "warning", {}, { outcome, mean }));
    value = Number.NaN;
    set = { shape: "everything", lower: Number.NaN, upper: Number.NaN };
  } else if (set.shape !== "between") problems.push(problem("effects/ratio-unbounded", "warning", {}, { outcome }));
  const gradient = onEffect.map((v, k) => (v - value * without[k]) / counterfactualMean);
  const se = Number.isNaN(value) ? value : Math.sqrt(Math.max(0, covarianceOf(effects, gradient, gradient)));
  return {
    kind: "ratio",
    ratio: value,
    effect,
    treatedMean: effect + counterfactualMean,
    counterfactualMean,
    se,
    counterfactualSe,
    df,
    level,
    lower: value - quantile * se,
    upper: value + quantile * se,
    fieller: set,
    problems,
  };
}

/** a'Σb; terms with weight 0 are not looked at. */
function covarianceOf({ covariance, terms }: Effects, a: Float64Array, b: Float64Array): number {
  const K = terms.length;
  let sum = 0;
  for (let j = 0; j < K; j++) {
    if (a[j] === 0) continue;
    for (let k = 0; k < K; k++) if (b[k] !== 0) sum += a[j] * b[k] * covariance[j * K + k];
  }
  return sum;
}
