import type { InfluenceOf } from "./cell-influence.js";
import { clusterMean } from "./cluster-mean.js";
import type { WaveDesign } from "./wave-design.js";
import type { EventFit } from "./wave-event.js";

/**
 * Influence by atom where matched sets are independent: each set's deviation from its cell with the CR2 factor of a mean, less the gap in
 * covariates times the set's part in the slopes, all of it times √(N/(N − p)) for p slopes over the N sets at the event time. Degrees of
 * freedom: Bell & McCaffrey's, a set counting by the weight of its treated. Source: Abadie & Spiess 2022, doi:10.1080/01621459.2020.1840383.
 */
export function setInfluence(design: WaveDesign, fit: EventFit, asDid: boolean): InfluenceOf {
  const { atoms, setStart, members } = design;
  const atom = Int32Array.from(fit.sets, (s) => atoms.ofRow[members[setStart[s]]]);
  const p = fit.slopes.length;
  const slopeFactor = asDid ? 1 : Math.sqrt(fit.sets.length / (fit.sets.length - p));
  const slopes = new Float64Array(fit.sets.length * p);
  fit.position.forEach((i, j) => {
    for (let k = 0; k < p; k++) slopes[i * p + k] += fit.slopeInfluence[j * p + k];
  });
  return (c) => {
    const cell = fit.cells[c];
    const sizes = new Map<number, number>();
    for (let i = cell.firstTreated; i < cell.lastTreated; i++) {
      const a = atom[fit.treatedPosition[i]];
      sizes.set(a, (sizes.get(a) ?? 0) + fit.treatedWeight[i]);
    }
    if (sizes.size < 2) return undefined;
    const mean = clusterMean([...sizes.values()]);
    const factor = new Map([...sizes.keys()].map((a, i) => [a, asDid ? 1 : mean.factors[i]]));
    const column = new Float64Array(atoms.count);
    for (let i = cell.from; i < cell.to; i++)
      column[atom[i]] += (fit.deviation[i] / cell.total) * factor.get(atom[i])! * slopeFactor;
    for (let i = 0; i < fit.sets.length; i++) {
      for (let k = 0; k < p; k++) column[atom[i]] -= cell.gap[k] * slopes[i * p + k] * slopeFactor;
    }
    return { column, df: mean.df };
  };
}
