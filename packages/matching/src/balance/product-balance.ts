import type { ProductBalance } from "./balance-value.js";

export interface ProductColumn {
  readonly covariate: string;
  readonly values: Float64Array;
  readonly binary: boolean;
}

export interface ProductInput {
  readonly columns: readonly ProductColumn[];
  readonly treated: Uint8Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Standard deviation from the two variances before matching; see `standardDeviation`. */
  readonly sd: (treated: number, control: number) => number;
  /** How differences of 0/1 products are shown: over √(p(1 − p)), or as they are. */
  readonly binary: "std" | "raw";
  readonly threshold: number;
}

/**
 * Balance of what equal means can hide: squares of the covariates that are not 0/1, and products of each pair, as cobalt's
 * `int = TRUE` and `poly = 2` make them. A product that does not vary before matching (of two levels of one category) is not
 * counted. One product at a time: O(rows × columns²) time, no memory of its own.
 */
export function productBalance(input: ProductInput): ProductBalance {
  const { columns, threshold } = input;
  const count = [0, 0];
  let overBefore = 0;
  let overAfter = 0;
  let largest = 0;
  let worst: ProductBalance["worst"] = null;
  columns.forEach((a, j) => {
    for (const b of columns.slice(j)) {
      if (a === b && a.binary) continue;
      const found = difference(a, b, input);
      if (!found) continue;
      count[a === b ? 0 : 1]++;
      if (!(Math.abs(found.before) <= threshold)) overBefore++;
      if (!(Math.abs(found.after) <= threshold)) overAfter++;
      if (Math.abs(found.after) > largest) {
        largest = Math.abs(found.after);
        worst = { covariates: [a.covariate, b.covariate], smdAfter: found.after };
      }
    }
  });
  return { squares: count[0], interactions: count[1], overBefore, overAfter, worst };
}

function difference(
  one: ProductColumn,
  other: ProductColumn,
  input: ProductInput,
): { before: number; after: number } | undefined {
  const { treated, before, after } = input;
  const binary = one.binary && other.binary;
  const x = one.values;
  const y = other.values;
  const weight = new Float64Array(4);
  const first = new Float64Array(4);
  for (let i = 0; i < x.length; i++) {
    const product = x[i] * y[i];
    if (Number.isNaN(product)) continue;
    const arm = treated[i];
    const b = before[i];
    const c = after[i];
    weight[arm] += b;
    first[arm] += b * product;
    weight[arm + 2] += c;
    first[arm + 2] += c * product;
  }
  const mean = first.map((sum, k) => sum / weight[k]);
  const variance = binary ? [mean[0] * (1 - mean[0]), mean[1] * (1 - mean[1])] : spread(x, y, mean, weight, input);
  if (!(variance[0] > 0 || variance[1] > 0)) return undefined;
  const sd = binary && input.binary === "raw" ? 1 : input.sd(variance[1], variance[0]);
  return { before: (mean[1] - mean[0]) / sd, after: (mean[3] - mean[2]) / sd };
}

/** Reliability-weighted variances of the product before matching, as `moments` has them. */
function spread(
  x: Float64Array,
  y: Float64Array,
  mean: Float64Array,
  total: Float64Array,
  { treated, before }: ProductInput,
): [number, number] {
  const squares = new Float64Array(2);
  const weights = new Float64Array(2);
  for (let i = 0; i < x.length; i++) {
    const product = x[i] * y[i];
    if (Number.isNaN(product)) continue;
    const arm = treated[i];
    const b = before[i];
    const away = product - mean[arm];
    squares[arm] += b * away * away;
    weights[arm] += b * b;
  }
  const of = (arm: number): number => (squares[arm] * total[arm]) / (total[arm] * total[arm] - weights[arm]);
  return [of(0), of(1)];
}
