import { KEPT } from "./wild-block.js";
import type { WildDraws } from "./wild-draws.js";

/** Statistics nearer than this, relative, are equal. */
const TIE = 1e-9;

/** Which statistics count as at least as extreme as the observed. */
export type Side = "both" | "above" | "below";

/**
 * p-value of the test that c'β is the estimate less `delta`. Inclusive: ties count, and beside random draws the observed statistic itself does.
 * @param squares Σ of squares of the observed statistic's standard error, without the factor that draws have not either
 */
export function wildShare(
  { kept, draws, exact }: WildDraws,
  squares: number,
  delta: number,
  side: Side,
  pValue: "inclusive" | "strict",
): number {
  const inclusive = pValue === "inclusive";
  // t* against t, both times the two standard errors; squared where both sides count.
  const slack = inclusive ? -TIE : TIE;
  const root = Math.sqrt(squares);
  const edge = delta * delta * (1 + slack) * (1 + slack);
  let count = 0;
  for (let d = 0, at = 0; d < draws; d++, at += KEPT) {
    const moved = kept[at] + delta * kept[at + 1];
    const variance = kept[at + 2] + delta * (2 * kept[at + 3] + delta * kept[at + 4]);
    if (side === "both") {
      const own = moved * moved * squares;
      const other = edge * Math.max(0, variance);
      if (inclusive ? own >= other : own > other) count++;
      continue;
    }
    const sign = side === "above" ? 1 : -1;
    const own = sign * moved * root;
    const observed = sign * delta * Math.sqrt(Math.max(0, variance));
    const other = observed + slack * Math.abs(observed);
    if (inclusive ? own >= other : own > other) count++;
  }
  return inclusive && !exact ? (1 + count) / (draws + 1) : count / draws;
}
