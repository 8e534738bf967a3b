import { BLOCK, stream } from "@kontrafakt/numerics";

/**
 * What each unit would add to θ₀ and X in each cohort, for one mean effect: the weights of the cohorts' means do not depend on who is in which,
 * so that a draw costs one pass over the units.
 */
export interface EfficientParts {
  /** units × cohorts: A_θg y_i and A_0g y_i. */
  readonly effect: Float64Array;
  readonly before: Float64Array;
  /** Cohort of each unit. */
  readonly cohort: Int32Array;
  readonly sizes: Int32Array;
  /** β is chosen anew in each draw, or is 1. */
  readonly efficient: boolean;
}

export interface EfficientTestBlock extends EfficientParts {
  readonly observed: number;
  readonly seed: number;
  readonly block: number;
  readonly count: number;
}

/** How many of a block's shuffles of start dates give a statistic at least as far from 0. */
export function efficientTestBlock(input: EfficientTestBlock): number {
  const random = stream(input.seed, "effects/efficient-test", input.block);
  const cohort = input.cohort.slice();
  const limit = Math.abs(input.observed) - 1e-9 * Math.max(1, Math.abs(input.observed));
  let reached = 0;
  for (let d = 0; d < Math.min(input.count, BLOCK); d++) {
    for (let i = cohort.length - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      const kept = cohort[i];
      cohort[i] = cohort[j];
      cohort[j] = kept;
    }
    if (Math.abs(studentisedEffect(input, cohort).statistic) >= limit) reached++;
  }
  return reached;
}

/** θ̂ over Neyman's standard error of an assignment; 0 where nothing varies and nothing differs. */
export function studentisedEffect(
  { effect, before, sizes, efficient }: EfficientParts,
  cohort: Int32Array,
): { readonly estimate: number; readonly statistic: number } {
  const G = sizes.length;
  const sums = new Float64Array(5 * G);
  for (let i = 0; i < cohort.length; i++) {
    const g = cohort[i];
    const a = effect[i * G + g];
    const x = before[i * G + g];
    const at = 5 * g;
    sums[at] += a;
    sums[at + 1] += x;
    sums[at + 2] += a * a;
    sums[at + 3] += x * x;
    sums[at + 4] += a * x;
  }
  let [theta, base, vTheta, vBase, cross] = [0, 0, 0, 0, 0];
  for (let g = 0; g < G; g++) {
    const n = sizes[g];
    const [a, x, aa, xx, ax] = sums.subarray(5 * g, 5 * g + 5);
    const over = n * (n - 1);
    theta += a / n;
    base += x / n;
    vTheta += Math.max(0, aa - (a * a) / n) / over;
    vBase += Math.max(0, xx - (x * x) / n) / over;
    cross += (ax - (a * x) / n) / over;
  }
  const beta = !efficient ? 1 : vBase > 0 ? cross / vBase : 0;
  const estimate = theta - beta * base;
  const variance = vTheta - 2 * beta * cross + beta * beta * vBase;
  if (variance > 1e-14 * vTheta) return { estimate, statistic: estimate / Math.sqrt(variance) };
  return { estimate, statistic: estimate === 0 ? 0 : estimate > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY };
}
