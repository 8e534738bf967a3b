import { invertPositive } from "@kontrafakt/numerics";
import { jointArmDegrees } from "./arm-part-degrees.js";
import { crossProduct } from "./cross-product.js";
import type { Effects } from "./effects-value.js";
import { stratumDegrees } from "./strata-degrees.js";

/**
 * Degrees of freedom η of a joint test of all terms, the Wishart that varies as the covariance V = ΣV_g does: with
 * A_g = V^−½ V_g V^−½ and ν_g one less than the atoms of stratum g that have a part in any term (or its `degrees`),
 * η = p(p + 1) / Σ_g ((tr A_g)² + tr A_g²) / ν_g. One stratum gives ν. For p = 1 it is Satterthwaite's.
 * By the covariance of arms where that is known instead (`jointArmDegrees`). Without either, of least squares, by a working model (`modelled`), or
 * with a singular V, the fewest degrees of freedom of any term.
 * Source: Zhang 2012; Pustejovsky & Tipton 2018, doi:10.1080/07350015.2016.1247004, §3.2 (HTZ).
 */
export function jointDegreesOfFreedom(effects: Effects): number {
  const p = effects.terms.length;
  const fewest = effects.df.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const { basis } = effects;
  if (basis.kind === "moments" && basis.arms?.every(({ modelled }) => !modelled) && fewest < Number.POSITIVE_INFINITY) {
    const inverse = invertPositive(effects.covariance, effects.terms.length);
    const joint = inverse ? jointArmDegrees(basis.arms, inverse, effects.terms.length) : fewest;
    return joint > 0 ? joint : fewest;
  }
  const inverse = invertPositive(effects.covariance, p);
  if (basis.kind !== "influence" || basis.working || basis.modelled || !inverse || fewest === Number.POSITIVE_INFINITY)
    return fewest;
  const { atoms, rows, stratum } = basis;
  let spread = 0;
  for (const g of new Set(stratum)) {
    const own: number[] = [];
    for (let a = 0; a < atoms; a++) if (stratum[a] === g && rows.subarray(a * p, (a + 1) * p).some((v) => v !== 0)) own.push(a);
    if (own.length === 0) continue;
    const part = new Float64Array(own.length * p);
    own.forEach((a, i) => {
      part.set(rows.subarray(a * p, (a + 1) * p), i * p);
    });
    const a = product(inverse, crossProduct(part, own.length, p), p);
    let trace = 0;
    let square = 0;
    for (let i = 0; i < p; i++) {
      trace += a[i * p + i];
      for (let j = 0; j < p; j++) square += a[i * p + j] * a[j * p + i];
    }
    spread += (trace * trace + square) / stratumDegrees(basis, g, own.length);
  }
  return (p * (p + 1)) / spread;
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) out[i * n + j] += a[i * n + k] * b[k * n + j];
  return out;
}
