import type { RiskSet } from "./risk-set.js";

/**
 * rows × waves: for control row r of wave w and each later wave k the estimated probability Π (1 − ê_j), w < j ≤ k, that
 * the person has not started by k, with ê_j the fitted probability as a row of wave j (0 where not at risk then).
 * 1 for treated rows and for waves up to the row's own.
 */
export function uncensored(
  comparison: { readonly unit: Int32Array; readonly waveIndex: Int32Array; readonly role: Uint8Array },
  rows: RiskSet,
  probability: Float64Array,
  units: number,
): Float64Array {
  const waves = rows.waves.length;
  const stay = new Float64Array(units * waves).fill(1);
  for (let r = 0; r < rows.unit.length; r++) stay[rows.unit[r] * waves + rows.wave[r]] = 1 - probability[r];
  const out = new Float64Array(comparison.unit.length * waves).fill(1);
  for (let r = 0; r < comparison.unit.length; r++) {
    if (comparison.role[r] === 1) continue;
    let product = 1;
    for (let k = comparison.waveIndex[r] + 1; k < waves; k++) {
      product *= stay[comparison.unit[r] * waves + k];
      out[r * waves + k] = product;
    }
  }
  return out;
}
