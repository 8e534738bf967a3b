import type { Strata } from "./exact-strata.js";

/**
 * Weights that make the arms of every stratum stand for the same people.
 * att: treated 1, a control n₁ₛ / n₀ₛ, each control's share of the treated in its stratum. ate: (n₁ₛ + n₀ₛ) / nₐₛ for arm a.
 * Rows outside strata have weight 0. With `average` each arm's positive weights are scaled to a mean of 1, as MatchIt reports them;
 * without it att controls sum to the treated of their stratum.
 */
export function stratumWeights(strata: Strata, treated: Uint8Array, target: "att" | "ate", average = false): Float64Array {
  const weights = Float64Array.from(strata.of, (s, r) => {
    if (s < 0) return 0;
    const ones = strata.treated[s];
    const zeros = strata.controls[s];
    if (target === "ate") return (ones + zeros) / (treated[r] === 1 ? ones : zeros);
    return treated[r] === 1 ? 1 : ones / zeros;
  });
  if (!average) return weights;
  const total = [0, 0];
  const rows = [0, 0];
  weights.forEach((w, r) => {
    total[treated[r]] += w;
    if (w > 0) rows[treated[r]]++;
  });
  return weights.map((w, r) => (w > 0 ? (w * rows[treated[r]]) / total[treated[r]] : 0));
}
