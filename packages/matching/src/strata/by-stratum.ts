import type { Strata } from "./exact-strata.js";

/** Rows by stratum, in data order within each; the rows of stratum s are `rows[start[s]]` to `rows[start[s + 1] − 1]`. */
export function byStratum({ of, count, treated, controls }: Strata): { rows: Int32Array; start: Int32Array } {
  const start = new Int32Array(count + 1);
  for (let s = 0; s < count; s++) start[s + 1] = start[s] + treated[s] + controls[s];
  const next = start.slice();
  const rows = new Int32Array(start[count]);
  of.forEach((s, r) => {
    if (s >= 0) rows[next[s]++] = r;
  });
  return { rows, start };
}
