import type { ScoreOverlap } from "./balance-value.js";

/** Intervals wanted; their width is the nearest below of 1, 2 or 5 times a power of ten. */
const INTERVALS = 14;

/**
 * Distribution of the score in equal intervals whose edges are multiples of a round width, over the middle 98% of everybody;
 * whoever lies beyond is in the outermost ones. Undefined where the score does not vary.
 *
 * @param after weight of each row after matching; 0 = not matched
 */
export function scoreOverlap(
  score: Float64Array,
  treated: Uint8Array,
  before: Float64Array,
  after: Float64Array,
): ScoreOverlap | undefined {
  const known = score.filter((s, i) => before[i] > 0 && Number.isFinite(s)).sort();
  if (known.length === 0) return undefined;
  const low = known[Math.floor(0.01 * (known.length - 1))];
  const high = known[Math.ceil(0.99 * (known.length - 1))];
  if (!(high > low)) return undefined;
  const { width, edge } = roundWidth((high - low) / INTERVALS);
  const first = Math.floor(low / width);
  const count = Math.max(1, Math.ceil(high / width) - first);
  const share = [0, 1, 2, 3].map(() => new Float64Array(count));
  const people = [0, 1, 2, 3].map(() => new Int32Array(count));
  for (let i = 0; i < score.length; i++) {
    if (Number.isNaN(score[i])) continue;
    const k = Math.min(count - 1, Math.max(0, Math.floor(score[i] / width) - first));
    const add = (group: number, weight: number): void => {
      if (!(weight > 0)) return;
      share[group][k] += weight;
      people[group][k]++;
    };
    add(treated[i] === 1 ? 0 : 1, before[i]);
    add(treated[i] === 1 ? 2 : 3, after[i]);
  }
  const shares = share.map((weights) => {
    const total = weights.reduce((a, b) => a + b, 0);
    return Array.from(weights, (w) => w / total);
  });
  return {
    edges: Array.from({ length: count + 1 }, (_, k) => edge(first + k)),
    starters: shares[0],
    others: shares[1],
    matched: shares[2],
    controls: shares[3],
    people: people.map((n) => Array.from(n)),
  };
}

/** The width that is 1, 2 or 5 times a power of ten and not above `size`; `edge(m)` is its m-fold, with no more digits than it needs. */
function roundWidth(size: number): { width: number; edge: (multiple: number) => number } {
  let power = 1;
  let parts = 1;
  while (power * 10 <= size) power *= 10;
  while (1 / parts > size) parts *= 10;
  const unit = power / parts;
  const digit = size >= 5 * unit ? 5 : size >= 2 * unit ? 2 : 1;
  return { width: digit * unit, edge: (multiple) => (multiple * digit * power) / parts };
}
