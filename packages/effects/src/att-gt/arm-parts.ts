import type { ArmPart, GroupShares, Influence } from "../effects-value.js";
import { rowProduct } from "../row-product.js";
import { stratumDegrees } from "../strata-degrees.js";

/** Most numbers of covariances by arm that effects carry (160 MB). */
export const MOST_BY_ARM = 2e7;

/** The covariance by stratum of influence rows that are not kept; undefined where it would be too large, or nothing is said of strata. */
export function armParts(
  { atoms, rows, stratum, degrees, modelled, whole }: Influence,
  K: number,
  shares?: GroupShares,
): readonly ArmPart[] | undefined {
  if (!degrees) return undefined;
  const G = shares?.groups.length ?? 0;
  const members: number[][] = Array.from(degrees, () => []);
  for (let a = 0; a < atoms; a++) members[stratum[a]].push(a);
  const parts: ArmPart[] = [];
  let room = MOST_BY_ARM;
  for (const [s, own] of members.entries()) {
    const has = (k: number) => (modelled !== undefined && modelled[s * K + k] > 0) || own.some((a) => rows[a * K + k] !== 0);
    const terms = Int32Array.from({ length: K }, (_, k) => k).filter(has);
    const k = terms.length;
    room -= k * k;
    if (room < 0) return undefined;
    const W = k + G;
    const both = new Float64Array(own.length * W);
    own.forEach((a, i) => {
      for (let j = 0; j < k; j++) both[i * W + j] = rows[a * K + terms[j]];
      for (let g = 0; g < G; g++) both[i * W + k + g] = shares!.rows[a * G + g];
    });
    const all = rowProduct(both, own.length, W);
    const block = (from: number, n: number, first: number, m: number) =>
      Float64Array.from({ length: n * m }, (_, at) => all[(from + Math.floor(at / m)) * W + first + (at % m)]);
    parts.push({
      terms,
      covariance: block(0, k, 0, k),
      degrees: stratumDegrees({ degrees, whole }, s, own.length),
      ...(modelled && { modelled: Float64Array.from(terms, (k) => modelled[s * K + k]) }),
      ...(shares && { shares: { covariance: block(k, G, k, G), cross: block(0, k, k, G) } }),
    });
  }
  return parts;
}
