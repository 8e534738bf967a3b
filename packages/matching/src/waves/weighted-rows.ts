import type { Lost } from "./lost.js";
import type { RiskSet } from "./risk-set.js";

export interface WeightedRows {
  /** Rows and waves that remain; waves without a row of both arms are gone. */
  readonly rows: RiskSet;
  /** Row of the whole risk set. */
  readonly from: Int32Array;
  /** Starters of waves that nobody is left to be compared with. */
  readonly alone: readonly Lost[];
}

/** The rows that are weighted: those kept, of waves in which both starters and controls are. */
export function weightedRows(rows: RiskSet, keep: Uint8Array): WeightedRows {
  const arms = new Int32Array(2 * rows.waves.length);
  for (let r = 0; r < keep.length; r++) arms[2 * rows.wave[r] + rows.treated[r]] += keep[r];
  const both = Array.from(rows.waves, (_, w) => arms[2 * w] > 0 && arms[2 * w + 1] > 0);
  const index = new Int32Array(rows.waves.length);
  let waves = 0;
  both.forEach((b, w) => {
    index[w] = waves;
    if (b) waves++;
  });
  const alone: Lost[] = [];
  const from: number[] = [];
  for (let r = 0; r < keep.length; r++) {
    if (keep[r] === 0) continue;
    if (both[rows.wave[r]]) from.push(r);
    else if (rows.treated[r] === 1) alone.push({ unit: rows.unit[r], wave: rows.wave[r], treated: 1, reason: "no-control-left" });
  }
  const kept = Int32Array.from(from);
  return {
    rows: {
      unit: kept.map((r) => rows.unit[r]),
      wave: kept.map((r) => index[rows.wave[r]]),
      treated: Uint8Array.from(kept, (r) => rows.treated[r]),
      waves: rows.waves.filter((_, w) => both[w]),
    },
    from: kept,
    alone,
  };
}
