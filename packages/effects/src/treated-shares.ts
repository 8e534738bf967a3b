import type { WaveDesign } from "./wave-design.js";

/** How the starters lie over what is taken as independent. */
export interface TreatedShares {
  readonly treatedClusters: number;
  /** The largest share of one in the weight of the treated. */
  readonly largestShare: number;
}

/** Starters by atom; by cluster where clusters and sets cross. */
export function treatedShares({ atoms, role, weight }: WaveDesign): TreatedShares {
  const first = atoms.crossed?.crossing?.of[0];
  const mass = new Map<number, number>();
  let all = 0;
  role.forEach((played, r) => {
    if (played !== 1 || !(weight[r] > 0)) return;
    const a = atoms.ofRow[r];
    const key = first ? first[a] : a;
    mass.set(key, (mass.get(key) ?? 0) + weight[r]);
    all += weight[r];
  });
  let largest = 0;
  for (const own of mass.values()) largest = Math.max(largest, own);
  return { treatedClusters: mass.size, largestShare: largest / all };
}
