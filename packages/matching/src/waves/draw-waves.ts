import { BLOCK, stream } from "@kontrafakt/numerics";

/**
 * Draws for each unit the one wave to which it is offered as a control, with chances in proportion to `shares`. The draw
 * knows nothing of the unit but its row, and its seed is fixed: another study seed gives the same match.
 */
export function drawWaves(units: number, shares: Int32Array): Int32Array {
  const total = shares.reduce((a, b) => a + b, 0);
  const wave = new Int32Array(units);
  for (let block = 0; block * BLOCK < units; block++) {
    const draw = stream(0, "matching/draw-waves", block);
    for (let i = block * BLOCK; i < Math.min(units, (block + 1) * BLOCK); i++) {
      let ticket = draw.uniform() * total;
      let w = 0;
      while (w + 1 < shares.length && ticket >= shares[w]) ticket -= shares[w++];
      wave[i] = w;
    }
  }
  return wave;
}
