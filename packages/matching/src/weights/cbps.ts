import { exp, informationInverse, logit } from "@kontrafakt/numerics";
import { checkWeightsInput } from "./check-weights-input.js";
import { balanceArm } from "./entropy-balance.js";
import { type IndexEquation, indexEstimation } from "./index-estimation.js";
import { separatedAlone } from "./infeasible-columns.js";
import { maximise } from "./maximise.js";
import { inverseProbabilityLoss } from "./row-loss.js";
import type { Target, Weights, WeightsInput } from "./weights-value.js";

export interface CbpsInput extends WeightsInput {
  /** Default att. */
  readonly target?: Exclude<Target, "ato">;
}

/** An equation in b as one in −b. */
function signed(equation: IndexEquation, sign: number): IndexEquation {
  return sign > 0 ? equation : { ...equation, part: equation.part.map((v) => -v), slope: equation.slope.map((v) => -v) };
}

/**
 * Covariate balancing propensity score, just-identified (Imai & Ratkovic 2014): the logit coefficients at which inverse probability weights
 * make every column's weighted sum equal in both arms. Solved by Newton's method from the maximum likelihood fit: for att and atc the
 * equations are those of entropy balancing (odds are exponential), so the two give the same weights; for ate they are the score of a concave sum.
 * Weights are 1 for the target's arm and the odds for the other (att, atc), 1 / p and 1 / (1 − p) (ate), times sampling weights.
 * @throws KontrafaktError for arrays of the wrong length, values that are not finite, and an arm without rows
 */
export function cbps(input: CbpsInput): Weights {
  const { x, treated, n, k, target = "att", tolerance = 1e-7, maxIterations = 60 } = input;
  const base = checkWeightsInput(input);
  const start = logit({ x, y: Float64Array.from(treated), weights: base, n, k, tolerance });
  const from = start.converged ? start.coefficients : undefined;
  const weight = base.slice();
  if (target !== "ate") {
    const donorArm = target === "att" ? 0 : 1;
    const donor = base.map((b, i) => (treated[i] === donorArm ? b : 0));
    const wanted = base.map((b, i) => (treated[i] === donorArm ? 0 : b));
    const sign = target === "att" ? 1 : -1;
    const fit = balanceArm(
      input,
      wanted,
      donor,
      from?.map((b) => sign * b),
    );
    for (let i = 0; i < n; i++) if (donor[i] > 0) weight[i] = fit.second[i];
    return {
      weight,
      // Odds of being treated for att; the coefficients are those of the score either way.
      coefficients: fit.coefficients.map((b) => sign * b + 0),
      probability: probabilityOf(fit.linear, sign),
      dropped: fit.dropped,
      infeasible: fit.infeasible,
      jointly: fit.jointly,
      converged: fit.converged,
      iterations: fit.iterations,
      ...(fit.equation && { estimation: indexEstimation([signed(fit.equation, sign)]) }),
    };
  }
  const kept = Array.from({ length: k }, (_, j) => j).filter((j) => !start.dropped.includes(j));
  const loss = inverseProbabilityLoss(treated, base);
  const exists = start.separated.length === 0;
  const fit = maximise({ x, n, k, kept, loss, start: from, maxIterations: exists ? maxIterations : 0 });
  const slope = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    weight[i] = Math.abs(fit.first[i]);
    slope[i] = treated[i] === 1 ? -fit.second[i] : fit.second[i];
  }
  const found = fit.converged && exists;
  return {
    weight,
    coefficients: fit.coefficients,
    probability: probabilityOf(fit.linear, 1),
    dropped: start.dropped,
    ...separatedAlone(input, start.separated, start.coefficients),
    converged: found,
    iterations: fit.iterations,
    ...(found && { estimation: indexEstimation([{ x, n, k, part: fit.first, inverse: inverse(), slope }]) }),
  };

  function inverse(): Float64Array {
    return informationInverse(x, n, k, kept, fit.state.information, () => fit.second);
  }
}

function probabilityOf(linear: Float64Array, sign: number): Float64Array {
  return linear.map((eta) => 1 / (1 + exp(-sign * eta)));
}
