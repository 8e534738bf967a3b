import type { ClusterMates } from "./cluster-mates.js";
import type { RiskSet } from "./risk-set.js";

/**
 * rows × waves: for control row r of wave w and each later wave k the estimated probability Π (1 − ê_j), w < j ≤ k, that
 * neither the person nor anybody in its excluded clusters has started by k, with ê_j the fitted probability as a row of wave
 * j (0 where not at risk then). 1 for treated rows and for waves up to the row's own.
 */
export function uncensored(
  comparison: { readonly unit: Int32Array; readonly waveIndex: Int32Array; readonly role: Uint8Array },
  rows: RiskSet,
  probability: Float64Array,
  mates: ClusterMates,
): Float64Array {
  const waves = rows.waves.length;
  const stay = new Float64Array(mates.firstStart.length * waves).fill(1);
  for (let r = 0; r < rows.unit.length; r++) stay[rows.unit[r] * waves + rows.wave[r]] = 1 - probability[r];
  const out = new Float64Array(comparison.unit.length * waves).fill(1);
  for (let r = 0; r < comparison.unit.length; r++) {
    if (comparison.role[r] === 1) continue;
    const people = [comparison.unit[r], ...mates.of(comparison.unit[r])];
    let product = 1;
    for (let k = comparison.waveIndex[r] + 1; k < waves; k++) {
      for (const i of people) product *= stay[i * waves + k];
      out[r * waves + k] = product;
    }
  }
  return out;
}
