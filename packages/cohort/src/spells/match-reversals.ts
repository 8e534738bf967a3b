type Key = (row: number) => number;

export interface Reversals {
  /** What a reversal and its booking have in common: whose, what, days, payer. The first is small and dense (a unit). */
  readonly keys: readonly Key[];
  readonly amount: Key;
}

/**
 * Finds the booking that each negative row reverses: equal in every key, with the opposite amount, the first not yet reversed.
 *
 * @param negatives rows with a negative amount, ascending
 * @param bookings rows that may have been reversed, ascending
 * @returns the booking of each negative row, −1 where there is none
 */
export function matchReversals(negatives: Int32Array, bookings: Int32Array, { keys, amount }: Reversals): Int32Array {
  const found = new Int32Array(negatives.length).fill(-1);
  const whose = new Set(Array.from(negatives, keys[0]));
  const waiting = new Map<string, number[]>();
  const id = (row: number, size: number) => [...keys.map((key) => key(row)), size].join();
  negatives.forEach((row, k) => {
    const at = id(row, -amount(row));
    const same = waiting.get(at);
    if (same === undefined) waiting.set(at, [k]);
    else same.push(k);
  });
  for (const row of bookings) {
    if (!whose.has(keys[0](row)) || !(amount(row) > 0)) continue;
    const k = waiting.get(id(row, amount(row)))?.shift();
    if (k !== undefined) found[k] = row;
  }
  return found;
}
