import { type ArmSums, addSome, addWhole, emptySums, type SumsShape, settle } from "./moment-sums.js";

/** A block of units to be summed; structured-cloneable. */
export interface MomentsBlock extends SumsShape {
  /** One array an outcome: rows × periods of a panel, or one value a row of cross-sections. */
  readonly values: readonly Float64Array[];
  readonly periods: number;
  /** Panel: 1 where under observation, rows × periods. */
  readonly observed?: Uint8Array;
  /** Cross-sections: period of each row. */
  readonly period?: Int32Array;
  readonly weight?: Float64Array;
  /** Arm (or cluster within arm) of each row, −1 left out. */
  readonly arm: Int32Array;
  readonly shift: Float64Array;
  /** Leave out whoever lacks a variable. */
  readonly dropIncomplete: boolean;
}

/** Sums of one block, in the order of its rows. */
export function momentsBlock(block: MomentsBlock): ArmSums[] {
  const { values, periods: T, observed, period, weight, arm, shift, variables: V, dropIncomplete } = block;
  const sums = emptySums(block);
  const z = new Float64Array(V);
  const zero = shift.map((s) => 0 - s);
  const known = new Int32Array(V);
  const K = values.length;
  const full = period === undefined ? V : K;
  for (let i = 0; i < arm.length; i++) {
    const a = arm[i];
    const w = weight === undefined ? 1 : weight[i];
    if (a < 0 || w === 0) continue;
    let count = 0;
    const first = period === undefined ? 0 : period[i];
    const last = period === undefined ? T : first + 1;
    for (let k = 0; k < K; k++) {
      for (let t = first; t < last; t++) {
        const at = period === undefined ? i * T + t : i;
        const y = values[k][at];
        if (Number.isNaN(y) || (observed !== undefined && observed[at] !== 1)) continue;
        const v = k * T + t;
        z[v] = y - shift[v];
        known[count++] = v;
      }
    }
    if (count === V) addWhole(sums[a], block, z, w, zero);
    else if (count > 0 && (count === full || !dropIncomplete)) addSome(sums[a], block, known, count, z, w, zero);
  }
  settle(sums, block);
  return sums;
}
