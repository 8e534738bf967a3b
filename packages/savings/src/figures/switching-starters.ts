/** Discounted cost that rises by steps of so many starters. */
export interface SteppedCost {
  readonly step: number;
  readonly cost: number;
}

/** Pieces looked through at most before giving up. */
const PIECES = 100_000;

/**
 * The number of starters at which n/now·(benefit − variable) = fixed + Σ steps begun·cost of one step; the lowest where steps give several.
 * null where none does. Between steps the net rises in a line, and it is at most the line without rounding up to whole steps: so the search
 * begins where that line is 0 and ends where it is with one whole step more of each.
 */
export function switchingStarters(
  now: number,
  benefit: number,
  variable: number,
  fixed: number,
  stepped: readonly SteppedCost[],
): number | null {
  const gain = (benefit - variable) / now;
  const steps = stepped.filter(({ cost }) => cost > 0).map(({ step, cost }) => ({ step, cost: cost / Math.ceil(now / step) }));
  if (!(gain > 0) || (fixed <= 0 && steps.length === 0)) return null;
  if (steps.length === 0) return fixed / gain;
  const slope = gain - steps.reduce((sum, { step, cost }) => sum + cost / step, 0);
  if (!(slope > 0)) return null;
  let low = fixed / slope;
  for (let piece = 0; piece < PIECES; piece++) {
    // Steps begun just above `low`.
    const begun = steps.map(({ step }) => Math.floor(low / step) + 1);
    const end = Math.min(...steps.map(({ step }, i) => begun[i] * step));
    const starters = (fixed + steps.reduce((sum, { cost }, i) => sum + begun[i] * cost, 0)) / gain;
    if (starters <= end) return Math.max(starters, low);
    low = end;
  }
  return null;
}
