import { positivePart } from "@kontrafakt/numerics";
import { columnProduct } from "./column-product.js";
import type { Crossing } from "./effects-value.js";

/** Influence of K terms: by atom with the factors of the first clustering, by set, and by atom with the factors of both. */
export interface CrossedColumns {
  readonly columns: readonly Float64Array[];
  readonly bySet: readonly Float64Array[];
  readonly byBoth: readonly Float64Array[];
}

/**
 * V₁ + V₂ − V₁₂ by cluster, by set and by cluster and set, K × K. Where that is not positive semi-definite, its negative eigenvalues are set
 * to 0; a term's variance is never below that by set (nor, with `both`, below that by cluster): what is lacking is added to it.
 * Source: Cameron, Gelbach & Miller 2011, doi:10.1198/jbes.2010.07136, §2.3.
 * @param together terms whose combinations must not have a negative variance: eigenvalues are those of their block; all if absent
 * @returns also how many terms had their variance raised, and whether eigenvalues were set to 0
 */
export function crossedCovariance(
  { columns, bySet, byBoth }: CrossedColumns,
  crossing: Crossing,
  both: boolean,
  together: readonly (readonly number[])[] = [[...columns.keys()]],
) {
  const K = columns.length;
  const [clusters, sets] = crossing.groups;
  const first = columnProduct(
    columns.map((column) => {
      const sum = new Float64Array(clusters);
      column.forEach((v, a) => {
        sum[crossing.of[0][a]] += v;
      });
      return sum;
    }),
    clusters,
  );
  const second = columnProduct(bySet, sets);
  const third = columnProduct(byBoth, crossing.of[0].length);
  const covariance = first.map((v, i) => v + second[i] - third[i]);
  let fixed = false;
  for (const own of together) {
    const n = own.length;
    const block = Float64Array.from({ length: n * n }, (_, c) => covariance[own[Math.floor(c / n)] * K + own[c % n]]);
    const positive = positivePart(block, n);
    if (!positive) continue;
    fixed = true;
    own.forEach((j, i) => {
      for (let h = 0; h < n; h++) covariance[j * K + own[h]] = positive[i * n + h];
    });
  }
  let raised = 0;
  for (let k = 0; k < K; k++) {
    const at = k * K + k;
    const least = both ? Math.max(first[at], second[at]) : second[at];
    if (covariance[at] >= least) continue;
    covariance[at] = least;
    raised++;
  }
  return { covariance, raised, fixed };
}
