import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { WaveDesign } from "../wave-design.js";
import type { WaveFit } from "../wave-effects.js";

/**
 * The same fit with all of a wave in one set, within which roles move. That needs its treated to count alike, and its controls.
 * @throws KontrafaktError where they do not
 */
export function pooledWaves(fit: WaveFit): WaveFit {
  const { design } = fit;
  const { waves, waveStart, order, setStart, members, rows, weight, role } = design;
  const G = waves.length;
  const start = new Int32Array(G + 1);
  const pooled = new Int32Array(rows);
  const treatedWeight = new Float64Array(G).fill(1);
  let at = 0;
  let unequal = 0;
  for (let g = 0; g < G; g++) {
    const first = [Number.NaN, Number.NaN];
    let alike = true;
    for (let i = waveStart[g]; i < waveStart[g + 1]; i++) {
      for (let m = setStart[order[i]]; m < setStart[order[i] + 1]; m++) {
        const r = members[m];
        pooled[at++] = r;
        if (Number.isNaN(first[role[r]])) first[role[r]] = weight[r];
        alike &&= Math.abs(weight[r] - first[role[r]]) <= 1e-9 * first[role[r]];
      }
    }
    if (!alike) unequal++;
    if (first[1] > 0) treatedWeight[g] = first[1];
    start[g + 1] = at;
  }
  if (unequal > 0 || design.estimation) fail("effects/roles-of-wave", {}, { waves: design.estimation ? G : unequal }, messages);
  const each = Int32Array.from({ length: G }, (_, g) => g);
  const layout: Partial<WaveDesign> = {
    sets: G,
    order: each,
    waveStart: Int32Array.from({ length: G + 1 }, (_, g) => g),
    setWave: each,
    setStart: start,
    members: pooled,
    treatedWeight,
    // The spread is then that of people within the wave.
    independence: "unit",
  };
  return { ...fit, design: { ...design, ...layout } };
}
