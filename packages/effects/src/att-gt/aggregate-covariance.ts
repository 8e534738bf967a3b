import { combinedArms, termDegrees } from "../arm-part-degrees.js";
import type { ArmPart, Effects, GroupShares, Influence, ShareMoments } from "../effects-value.js";
import { rowProduct } from "../row-product.js";
import { combinedStrata } from "../strata-degrees.js";
import type { Line } from "./aggregate-lines.js";
import { armDegrees } from "./arm-degrees.js";

/** Degrees of freedom by the working model (`modelled`) are those of the cells at the weights found: shares of groups are not among what it tells of. */
export function fromInfluence(
  basis: Influence,
  shares: GroupShares,
  K: number,
  lines: readonly Line[],
): Pick<Effects, "covariance" | "basis" | "df"> {
  const R = lines.length;
  const rows = new Float64Array(basis.atoms * R);
  lines.forEach(({ cell, share }, r) => {
    add(rows, R, r, basis.rows, K, cell);
    add(rows, R, r, shares.rows, shares.groups.length, share);
  });
  const { shares: _, ...kept } = basis;
  const cells = lines.map(({ cell }) => cell);
  const own: Influence = { ...kept, rows, ...(kept.modelled && { modelled: combinedStrata(kept.modelled, K, cells) }) };
  return { covariance: rowProduct(rows, basis.atoms, R), df: armDegrees(own, R), basis: own };
}

/** CΣC' + CXS' + SX'C' + SPS' with C the weights of cells, S those of shares, P the shares' covariance and X that with the cells. */
export function fromMoments(
  sigma: Float64Array,
  shares: ShareMoments,
  arms: readonly ArmPart[] | undefined,
  { fewest, atoms }: { readonly fewest: number; readonly atoms: number },
  lines: readonly Line[],
): Pick<Effects, "covariance" | "basis" | "df"> {
  const R = lines.length;
  const G = shares.groups.length;
  const K = shares.cross.length / G;
  const used = lines.map(({ cell }) => [...cell.keys()].filter((k) => cell[k] !== 0));
  const covariance = new Float64Array(R * R);
  const left = new Float64Array(K);
  const right = new Float64Array(G);
  for (let r = 0; r < R; r++) {
    const { cell, share } = lines[r];
    left.fill(0);
    right.fill(0);
    for (const k of used[r]) {
      for (let j = 0; j < K; j++) left[j] += cell[k] * sigma[k * K + j];
      for (let g = 0; g < G; g++) right[g] += cell[k] * shares.cross[k * G + g];
    }
    for (let g = 0; g < G; g++) {
      if (share[g] === 0) continue;
      for (let j = 0; j < K; j++) left[j] += share[g] * shares.cross[j * G + g];
      for (let h = 0; h < G; h++) right[h] += share[g] * shares.covariance[g * G + h];
    }
    for (let q = 0; q <= r; q++) {
      let v = 0;
      for (const k of used[q]) v += lines[q].cell[k] * left[k];
      for (let g = 0; g < G; g++) v += lines[q].share[g] * right[g];
      covariance[r * R + q] = v;
      covariance[q * R + r] = v;
    }
  }
  if (!arms) return { covariance, df: new Float64Array(R).fill(fewest), basis: { kind: "moments" } };
  const made = combinedArms(
    arms,
    lines.map(({ cell }) => cell),
    lines.map(({ share }) => share),
  );
  const df = termDegrees(made, R).map((own) => (Number.isNaN(own) ? atoms - 1 : own));
  return { covariance, df, basis: { kind: "moments", arms: made } };
}

/** Adds Σ_k weights[k] · from[a, k] to column r of `to` for every atom a. */
function add(to: Float64Array, R: number, r: number, from: Float64Array, K: number, weights: Float64Array): void {
  const atoms = to.length / R;
  for (let k = 0; k < K; k++) {
    const weight = weights[k];
    if (weight === 0) continue;
    for (let a = 0; a < atoms; a++) to[a * R + r] += weight * from[a * K + k];
  }
}
