import type { MeasureOptions } from "../options/measure-options.js";
import type { Place } from "./place-stretch.js";

export type Combine = NonNullable<MeasureOptions["combine"]>;

/** Values of units × periods in the making. */
export interface Combiner {
  /**
   * Adds a reading; those of a person come in the order of their first day. NaN is a cell without a usable value.
   * False where the period has a value of the person already and nothing says what to do with two.
   * @param stretch tells stretches apart, so that two readings of one month cover it once
   */
  add(unit: number, place: Place, value: number, stretch: number): boolean;
  /** Units × periods, NaN where nothing is known, and how many sums lacked a part of their period. */
  finish(): { readonly values: Float64Array; readonly partial: number };
}

/**
 * @param starts first day of each period and of the one after the last
 * @param parts readings are stretches with a length, not points in time: a sum needs all of its period
 * @param zero a cell without any reading is 0 rather than missing, in the periods for which this is 1
 */
export function createCombiner(
  units: number,
  starts: Int32Array,
  combine: Combine | undefined,
  parts: boolean,
  zero?: Uint8Array,
): Combiner {
  const periods = starts.length - 1;
  const cells = units * periods;
  const values = new Float64Array(cells).fill(Number.NaN);
  const count = new Uint32Array(combine === "mean" ? cells : 0);
  const sums = combine === "sum";
  const covered = new Int32Array(sums && parts ? cells : 0);
  const latest = new Int32Array(sums && parts ? cells : 0).fill(-1);
  // 1 where a reading stood but could not be used: not "no row", and no part of a sum.
  const unusable = new Uint8Array(cells);
  return {
    add(unit, { t, share, days }, value, stretch) {
      const cell = unit * periods + t;
      if (Number.isNaN(value)) {
        unusable[cell] = 1;
        return true;
      }
      const before = values[cell];
      const empty = Number.isNaN(before);
      if (!empty && combine === undefined) return false;
      if (sums && parts && latest[cell] !== stretch) {
        latest[cell] = stretch;
        covered[cell] += days;
      }
      if (empty) values[cell] = share === 1 ? value : share * value;
      else if (sums) values[cell] = before + share * value;
      else if (combine === "mean") values[cell] = before + value;
      else if (combine === "last") values[cell] = value;
      else if (combine === "min") values[cell] = Math.min(before, value);
      else if (combine === "max") values[cell] = Math.max(before, value);
      if (combine === "mean") count[cell]++;
      return true;
    },
    finish() {
      let partial = 0;
      for (let unit = 0, cell = 0; unit < units; unit++) {
        for (let t = 0; t < periods; t++, cell++) {
          if (count.length > 0 && count[cell] > 1) values[cell] /= count[cell];
          if (Number.isNaN(values[cell])) {
            if (zero !== undefined && zero[t] === 1 && unusable[cell] === 0) values[cell] = 0;
            continue;
          }
          if (!sums) continue;
          const short = parts && zero === undefined && covered[cell] < starts[t + 1] - starts[t];
          if (!short && unusable[cell] === 0) continue;
          values[cell] = Number.NaN;
          partial++;
        }
      }
      return { values, partial };
    },
  };
}
