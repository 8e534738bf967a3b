import type { sharesByAtom } from "../cluster-shares.js";
import { effectiveSize } from "../effective-size.js";
import { armMean } from "./arm-mean.js";
import type { CellRows, Prepared } from "./cell-rows.js";

/**
 * Small-sample factor of each row's influence, by side of the comparison: treated and controls, of cross-sections in each of the two
 * periods. `armMean` of the side's weights by cluster, times √(N/(N − p)) where p slopes are fitted to its rows, N their effective number.
 * @param atom cluster of each row
 * @param squares where given, filled with each row's squared share in its side
 */
export function rowFactors(
  { n, d, w, post, k }: CellRows,
  atom: Int32Array,
  { sum, controls, dropped }: Prepared,
  tally: ReturnType<typeof sharesByAtom>,
  squares?: Float64Array,
): Float64Array {
  const out = new Float64Array(n).fill(1);
  const own = new Float64Array(n);
  const slopes = k - 1 - dropped.length;
  for (const treated of [1, 0]) {
    for (const later of post ? [1, 0] : [1]) {
      own.fill(0);
      tally.clear();
      let rows = 0;
      let fitted = false;
      const odds = treated === 0 && later === 1;
      for (let i = 0; i < n; i++) {
        if (d[i] !== treated || (post && post[i] !== later)) continue;
        fitted ||= slopes > 0 && sum.regressions.some(({ weights }) => weights[i] > 0);
        own[i] = odds ? controls[i] : w[i];
        if (!(own[i] > 0)) continue;
        tally.add(atom[i], own[i]);
        rows++;
      }
      if (rows === 0) continue;
      const shares = tally.shares();
      const { factors } = armMean(shares.sum, shares.squares, tally.count() === rows);
      const N = fitted ? effectiveSize(own) : 0;
      const more = fitted && N > slopes ? Math.sqrt(N / (N - slopes)) : 1;
      // Rows that count for nothing in the mean, as trimmed controls, still move the slopes.
      const single = tally.count() === rows ? factors[0] : 1;
      for (let i = 0; i < n; i++) {
        if (d[i] !== treated || (post && post[i] !== later)) continue;
        out[i] = more * (own[i] > 0 ? factors[tally.place(atom[i])] : single);
      }
      if (!squares) continue;
      const total = own.reduce((a, b) => a + b, 0);
      own.forEach((v, i) => {
        if (v > 0) squares[i] = (v / total) * (v / total);
      });
    }
  }
  return out;
}
