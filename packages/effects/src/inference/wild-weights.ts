import type { Stream } from "@kontrafakt/numerics";

export type WildWeights = "rademacher" | "webb" | "mammen";

/** Points of the weights, each as likely as the next; Mammen's two are not. */
const points: Readonly<Record<"rademacher" | "webb", readonly number[]>> = {
  rademacher: [1, -1],
  webb: [1, -1, Math.sqrt(0.5), -Math.sqrt(0.5), Math.sqrt(1.5), -Math.sqrt(1.5)],
};
const root = Math.sqrt(5);
const mammen = { low: (1 - root) / 2, high: (1 + root) / 2, share: (root + 1) / (2 * root) };
/** Signs taken from one random whole number. */
const SIGNS = 30;
const PATTERNS = 1 << SIGNS;

/** How many draws there can be; Infinity where they are not equally likely and cannot be counted up. */
export function possibilities(weights: WildWeights, clusters: number): number {
  let all = 1;
  if (weights === "mammen") return Number.POSITIVE_INFINITY;
  for (let g = 0; g < clusters && all <= Number.MAX_SAFE_INTEGER / 8; g++) all *= points[weights].length;
  return all;
}

/** Distinct sizes of a statistic that changes only its sign with the signs of all weights. */
export function distinctSizes(weights: WildWeights, clusters: number): number {
  return possibilities(weights === "mammen" ? "rademacher" : weights, clusters) / (weights === "mammen" ? 1 : 2);
}

/** The draw of this number, counted through; number 0 has all weights 1. */
export function enumerated(weights: "rademacher" | "webb", number: number, into: Float64Array): void {
  const values = points[weights];
  let rest = number;
  for (let g = 0; g < into.length; g++) {
    into[g] = values[rest % values.length];
    rest = Math.floor(rest / values.length);
  }
}

/**
 * Random weights with mean 0 and variance 1. Rademacher: ±1. Webb: ±√½, ±1, ±√1½ (Webb 2023, doi:10.1111/caje.12661). Mammen: two points with
 * third moment 1 (Mammen 1993, doi:10.1214/aos/1176349025).
 */
export function drawn(weights: WildWeights, random: Stream, into: Float64Array): void {
  const n = into.length;
  if (weights === "rademacher") {
    for (let g = 0; g < n; g += SIGNS) {
      let bits = random.integer(PATTERNS);
      for (let j = g; j < Math.min(n, g + SIGNS); j++, bits >>= 1) into[j] = (bits & 1) === 0 ? 1 : -1;
    }
  } else if (weights === "webb") {
    for (let g = 0; g < n; g++) into[g] = points.webb[random.integer(6)];
  } else {
    for (let g = 0; g < n; g++) into[g] = random.uniform() < mammen.share ? mammen.low : mammen.high;
  }
}
