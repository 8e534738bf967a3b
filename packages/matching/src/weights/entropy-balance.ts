import { independentColumns, informationInverse } from "@kontrafakt/numerics";
import { checkWeightsInput } from "./check-weights-input.js";
import { type IndexEquation, indexEstimation } from "./index-estimation.js";
import { outOfRange, type Reach, separatingColumns } from "./infeasible-columns.js";
import { maximise } from "./maximise.js";
import { tilt } from "./row-loss.js";
import type { Target, Weights, WeightsInput } from "./weights-value.js";

export interface EntropyBalanceInput extends WeightsInput {
  /** Default att. */
  readonly target?: Exclude<Target, "ato">;
}

/**
 * Entropy balancing: the weights closest to the sampling weights (in Kullback–Leibler divergence) whose weighted sums of every column equal the
 * target's (Hainmueller 2012). att: others to the treated; atc: treated to the others; ate: both arms to everybody. Higher moments are columns that the
 * caller adds. Weights of an arm that is weighted sum to the target's sampling weights (WeightIt scales them to average 1 in each arm).
 *
 * The target's means are estimated too, and their part is in `estimation`, on the rows of the target; WeightIt takes them as given.
 * @throws KontrafaktError for arrays of the wrong length, values that are not finite, and an arm without rows
 */
export function entropyBalance(input: EntropyBalanceInput): Weights {
  const { treated, n, k, target = "att" } = input;
  const base = checkWeightsInput(input);
  const weight = base.slice();
  const arms = target === "ate" ? [0, 1] : [target === "att" ? 0 : 1];
  const wanted = base.map((b, i) => (target === "ate" || treated[i] === (target === "att" ? 1 : 0) ? b : 0));
  const solved = arms.map((arm) => {
    const donor = base.map((b, i) => (treated[i] === arm ? b : 0));
    const one = balanceArm(input, wanted, donor);
    for (let i = 0; i < n; i++) if (donor[i] > 0) weight[i] = one.second[i];
    return one;
  });
  const coefficients = new Float64Array(arms.length * k);
  solved.forEach((one, a) => {
    coefficients.set(one.coefficients, a * k);
  });
  // What is out of reach by itself in one arm goes before what is so only together.
  const alone = solved.filter((one) => one.infeasible.length > 0 && !one.jointly);
  const blamed = (alone.length > 0 ? alone : solved).flatMap((one) => one.infeasible);
  const converged = solved.every((one) => one.converged);
  const equations = solved.flatMap((one) => one.equation ?? []);
  return {
    weight,
    coefficients,
    dropped: [...new Set(solved.flatMap((one) => one.dropped))].sort((a, b) => a - b),
    infeasible: [...new Set(blamed)],
    jointly: alone.length === 0 && blamed.length > 0,
    converged,
    iterations: solved.reduce((most, one) => Math.max(most, one.iterations), 0),
    ...(converged && equations.length === arms.length && { estimation: indexEstimation(equations) }),
  };
}

/** Donors' weights d exp(x'b) with the sums of the target. */
export function balanceArm(
  { x, n, k, tolerance = 1e-7, maxIterations = 60 }: WeightsInput,
  target: Float64Array,
  donor: Float64Array,
  start?: Float64Array,
) {
  // Collinear among donors: redundant if the target agrees, else out of reach.
  const among = donor.map((d) => (d > 0 ? 1 : 0));
  const inPlay = target.map((t, i) => (t > 0 ? 1 : among[i]));
  const columns = (weights: Float64Array) => independentColumns({ x, y: inPlay, weights, n, k }, tolerance);
  const left = columns(inPlay);
  const within = new Set(columns(among));
  const beyond = left.filter((j) => !within.has(j));
  const reach = { x, n, k, donor, target };
  const outside = [...new Set([...outOfRange(reach, left), ...beyond])].sort((a, b) => a - b);
  const kept = left.filter((j) => !outside.includes(j));
  const from = start ?? everySixteenth(reach, kept, maxIterations);
  const fit = maximise({ x, n, k, kept, loss: tilt(target, donor), start: from, maxIterations });
  const joint = outside.length > 0 || fit.converged ? [] : firstNamed([fit.step, fit.coefficients]);
  const infeasible = outside.length > 0 ? outside : joint;
  const converged = fit.converged && infeasible.length === 0;
  const equation: IndexEquation | undefined = converged
    ? {
        x,
        n,
        k,
        part: fit.first,
        inverse: informationInverse(x, n, k, kept, fit.state.information, () => fit.second),
        slope: fit.second,
      }
    : undefined;
  const dropped = Array.from({ length: k }, (_, j) => j).filter((j) => !left.includes(j));
  return { ...fit, converged, dropped, infeasible, jointly: joint.length > 0, equation };

  function firstNamed(directions: readonly Float64Array[]): number[] {
    for (const direction of directions) {
      const named = separatingColumns(reach, direction);
      if (named.length > 0) return named;
    }
    return [];
  }
}

/** From so many rows for each column on, the start is the maximum over every sixteenth row. */
const MANY = 1_000;
const EVERY = 16;

/** Undefined with few rows, and where those few have no maximum. */
function everySixteenth({ x, n, k, target, donor }: Reach, kept: readonly number[], maxIterations: number) {
  if (n < MANY * k) return undefined;
  const rows = Math.floor(n / EVERY);
  const few = new Float64Array(rows * k);
  for (let i = 0, to = 0; i < rows; i++) for (let j = 0; j < k; j++, to++) few[to] = x[i * EVERY * k + j];
  const take = (values: Float64Array): Float64Array => Float64Array.from({ length: rows }, (_, i) => values[i * EVERY]);
  const [some, those] = [take(target), take(donor)];
  if (!some.some((s) => s > 0) || !those.some((d) => d > 0)) return undefined;
  const fit = maximise({ x: few, n: rows, k, kept, loss: tilt(some, those), maxIterations });
  return fit.converged ? fit.coefficients : undefined;
}
