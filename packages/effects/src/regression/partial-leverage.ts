import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import type { ClusterCovariance } from "./cluster-leverage.js";
import type { OutcomePart } from "./score-columns.js";

/**
 * CR0 to CR3 of one coefficient at a time, all others taken as known, which with many clusters they are but for a share of one over their number.
 * With x̃ what the other columns leave of the coefficient's own, P_j and q_j the shares of cluster j in Σ w x̃² and Σ w² x̃² (the same without
 * weights), the scores vary as v = q − 2Pq + P² and hang together as −P_i q_j − P_j q_i + P_i P_j: those of a weighted mean (`weightedMean`). Scores are
 * multiplied by √(q/v) for CR2 and 1/(1 − P) for CR3.
 * @param add takes the part of each cluster in each term
 * @returns Satterthwaite's degrees of freedom of each term
 */
export function partialLeverage(
  { columns, bread, place, residual, cell, root }: OutcomePart,
  atom: FixedEffect,
  kind: ClusterCovariance,
  add: (atom: number, term: number, value: number) => void,
): number[] {
  const k = columns.length;
  const n = residual.length;
  const at = cell ? cell.map((r) => atom.of[r]) : atom.of;
  const score = new Float64Array(atom.levels);
  const share = new Float64Array(atom.levels);
  const squares = root ? new Float64Array(atom.levels) : share;
  return Array.from(place, (own, j) => {
    if (own < 0) return Number.NaN;
    const x = k > 1 ? alone(columns, bread.subarray(own * k, (own + 1) * k), n) : columns[0];
    const scale = k > 1 ? 1 : bread[0];
    score.fill(0);
    share.fill(0);
    for (let r = 0; r < n; r++) {
      score[at[r]] += x[r] * residual[r];
      share[at[r]] += x[r] * x[r];
    }
    if (root) {
      squares.fill(0);
      for (let r = 0; r < n; r++) squares[at[r]] += root[r] * root[r] * x[r] * x[r];
    }
    const whole = share.reduce((a, b) => a + b, 0);
    const wholeSquares = squares.reduce((a, b) => a + b, 0);
    let [trace, same, pp, qq, pq] = [0, 0, 0, 0, 0];
    for (let a = 0; a < atom.levels; a++) {
      const P = share[a] / whole;
      const q = squares[a] / wholeSquares;
      const off = P * P - 2 * P * q;
      const v = q + off;
      if (!(v > 1e-10 * q)) continue;
      const f = kind === "CR2" ? q / v : kind === "CR3" ? 1 / ((1 - P) * (1 - P)) : 1;
      trace += f * v;
      same += f * f * (v * v - off * off);
      pp += f * P * P;
      qq += f * q * q;
      pq += f * P * q;
      add(a, j, Math.sqrt(f) * scale * score[a]);
    }
    return (trace * trace) / (same + 2 * pp * qq + pp * pp + 2 * pq * pq - 4 * pq * pp);
  });
}

/** What the other columns leave of one, times its own bread. */
function alone(columns: readonly Float64Array[], line: Float64Array, n: number): Float64Array {
  const x = new Float64Array(n);
  columns.forEach((column, l) => {
    const b = line[l];
    if (b !== 0) for (let r = 0; r < n; r++) x[r] += b * column[r];
  });
  return x;
}
