import { numberAt, type Rows, refuse } from "./rows.js";

/** Whether effects were measured against a comparison group, or are assumed. */
export type EffectBasis = "measured" | "assumed";

/**
 * The part of a change that counts: (1 − deadweight)(1 − displacement)(1 − attribution). Deadweight and attribution are refused where effects
 * are measured: the comparison group has them already.
 */
export function countsAt(rows: Rows, i: number, effects: EffectBasis): number {
  let counts = 1;
  for (const key of ["deadweight", "displacement", "attribution"] as const) {
    const share = numberAt(rows, key, i);
    if (Number.isNaN(share)) continue;
    if (!(0 <= share && share <= 1)) refuse(rows, i, key, "savings/share-outside", { found: share });
    else if (share > 0 && key !== "displacement" && effects === "measured") {
      refuse(rows, i, key, "savings/deadweight-measured", { found: share });
    }
    counts *= 1 - share;
  }
  return counts;
}
