/** How far apart cells' effects would have to be for a two-way fixed effects estimate to mislead, in the outcome's unit. */
export interface ReversalSd {
  /** Smallest standard deviation of the effects over treated person-periods with which their mean may be 0. Infinity where weights are even. */
  readonly meanZero: number;
  /** Smallest with which every effect may have the other sign. Infinity where no weight is negative. */
  readonly allOpposite: number;
}

/**
 * With p_c the share and w_c the weight over the share of a cell: |β| / sd(w), and |β| / √(T_s + S_s²/(1 − P_s)) over the cells from the sth
 * largest w on, s the first with w_(s) < −S_s/(1 − P_s).
 * Source: de Chaisemartin & D'Haultfœuille 2020, doi:10.1257/aer.20181169, Corollary 1.
 */
export function reversalSd(estimate: number, cells: readonly { readonly weight: number; readonly share: number }[]): ReversalSd {
  const sorted = cells.map((c) => ({ p: c.share, w: c.weight / c.share })).sort((a, b) => b.w - a.w);
  const size = Math.abs(estimate);
  const variance = sorted.reduce((sum, { p, w }) => sum + p * (w - 1) * (w - 1), 0);
  const meanZero = variance > 1e-24 ? size / Math.sqrt(variance) : Number.POSITIVE_INFINITY;
  let P = 0;
  let S = 0;
  let T = 0;
  let allOpposite = Number.POSITIVE_INFINITY;
  // From the smallest weight up: sums over the cells from the ith largest on.
  const negative = sorted.length > 0 && sorted[sorted.length - 1].w < -1e-12;
  for (let i = sorted.length - 1; negative && i > 0; i--) {
    const { p, w } = sorted[i];
    P += p;
    S += p * w;
    T += p * w * w;
    if (w < -S / (1 - P)) allOpposite = size / Math.sqrt(T + (S * S) / (1 - P));
  }
  return { meanZero, allOpposite };
}
