import type { FixedEffect } from "./fixed-effect.js";

export interface RowsByLevel {
  /** Rows of level l: positions start[l] .. start[l + 1]. */
  readonly start: Int32Array;
  /** Row at each position; absent where rows already stand by level. */
  readonly row?: Int32Array;
}

export function rowsByLevel({ of, levels }: Pick<FixedEffect, "of" | "levels">): RowsByLevel {
  const start = new Int32Array(levels + 1);
  let sorted = true;
  for (let r = 0; r < of.length; r++) {
    start[of[r] + 1]++;
    if (r > 0 && of[r] < of[r - 1]) sorted = false;
  }
  for (let l = 0; l < levels; l++) start[l + 1] += start[l];
  if (sorted) return { start };
  const next = start.slice(0, levels);
  const row = new Int32Array(of.length);
  for (let r = 0; r < of.length; r++) row[next[of[r]]++] = r;
  return { start, row };
}
