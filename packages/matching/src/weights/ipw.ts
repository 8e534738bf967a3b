import { checkWeightsInput } from "./check-weights-input.js";
import { cutAtQuantile } from "./cut-at-quantile.js";
import { indexEstimation } from "./index-estimation.js";
import { separatedAlone } from "./infeasible-columns.js";
import { type ScoreFit, type ScoreModel, scoreFit } from "./score-fit.js";
import type { Target, Weights, WeightsInput } from "./weights-value.js";

export interface Trim {
  /** Rows whose fitted probability lies outside these limits get weight 0, and the score is fitted again to the others (Crump et al. 2009). */
  readonly probability?: readonly [number, number];
  /** Weights of an arm that is weighted are cut at this quantile of them (type 7). */
  readonly weight?: number;
}

export interface IpwInput extends WeightsInput, ScoreModel {
  /** Default att. */
  readonly target?: Target;
  readonly trim?: Trim;
}

/**
 * Inverse probability weights from a score: 1 and p / (1 − p) (att), (1 − p) / p and 1 (atc), 1 / p and 1 / (1 − p) (ate), 1 − p and p (ato), times
 * sampling weights, not normalised. Trimmed weights are given without `estimation`: they are not smooth in the score.
 * @throws KontrafaktError for arrays of the wrong length, values that are not finite, an arm without rows, or one that trimming leaves without
 */
export function ipw(input: IpwInput): Weights {
  const { x, treated, n, k, target = "att", trim = {} } = input;
  const base = checkWeightsInput(input);
  let fit = scoreFit(input, base);
  let used = base;
  let trimmed: Uint8Array | undefined;
  if (trim.probability) {
    const [low, high] = trim.probability;
    trimmed = Uint8Array.from(fit.probability, (p) => (p >= low && p <= high ? 0 : 1));
    used = base.map((b, i) => (trimmed?.[i] === 1 ? 0 : b));
    checkWeightsInput({ ...input, base: used });
    fit = scoreFit(input, used);
  }
  const weight = new Float64Array(n);
  const slope = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const { value, derivative } = weightOf(target, treated[i] === 1, fit, i);
    weight[i] = used[i] === 0 ? 0 : used[i] * value;
    slope[i] = used[i] === 0 ? 0 : used[i] * derivative;
  }
  if (trim.weight !== undefined) cutAtQuantile(weight, treated, used, target, trim.weight);
  const held = trim.probability !== undefined || trim.weight !== undefined;
  return {
    weight,
    coefficients: fit.coefficients,
    probability: fit.probability,
    dropped: fit.dropped,
    ...separatedAlone(input, fit.separated, fit.coefficients),
    converged: fit.converged,
    iterations: fit.iterations,
    ...(trimmed && { trimmed }),
    ...(fit.converged && !held && { estimation: indexEstimation([{ x, n, k, part: fit.part, inverse: fit.inverse, slope }]) }),
  };
}

/** The weight, and its derivative by the linear predictor. */
function weightOf(
  target: Target,
  treated: boolean,
  { probability, complement, density }: ScoreFit,
  i: number,
): { value: number; derivative: number } {
  const own = treated ? probability[i] : complement[i];
  const other = treated ? complement[i] : probability[i];
  const rise = treated ? density[i] : -density[i];
  if (target === "ato") return { value: other, derivative: -rise };
  if (target === "ate") return { value: 1 / own, derivative: -rise / (own * own) };
  if (treated === (target === "att")) return { value: 1, derivative: 0 };
  return { value: other / own, derivative: -rise / (own * own) };
}
