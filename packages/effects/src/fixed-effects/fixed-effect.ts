/** One set of fixed effects: which level each row has, numbered densely from 0. */
export interface FixedEffect {
  readonly name: string;
  readonly of: Int32Array;
  readonly levels: number;
}

/** Numbers the keys (0 or more, below `bound`) densely, in the order they come. Keys that are so already are used as they are. */
export function numberedLevels(name: string, keys: Int32Array, bound: number): FixedEffect {
  const number = new Int32Array(bound).fill(-1);
  let levels = 0;
  let same = true;
  for (let r = 0, last = -1; r < keys.length; r++) {
    const key = keys[r];
    if (key === last || number[key] >= 0) continue;
    last = key;
    if (key !== levels) same = false;
    number[key] = levels++;
  }
  if (same) return { name, of: keys, levels };
  const of = new Int32Array(keys.length);
  for (let r = 0; r < keys.length; r++) of[r] = number[keys[r]];
  return { name, of, levels };
}

/** Pairs of levels that occur, as one set of fixed effects. */
export function crossedLevels(name: string, a: FixedEffect, b: FixedEffect): FixedEffect {
  const number = new Map<number, number>();
  const of = a.of.map((level, r) => {
    const key = level * b.levels + b.of[r];
    let found = number.get(key);
    if (found === undefined) {
      found = number.size;
      number.set(key, found);
    }
    return found;
  });
  return { name, of, levels: number.size };
}

/** Whether every level of `inner` lies within one level of `outer`. */
export function nestedIn(inner: { of: Int32Array; levels: number }, outer: { of: Int32Array }): boolean {
  if (inner.of === outer.of) return true;
  const home = new Int32Array(inner.levels).fill(-1);
  for (let r = 0; r < inner.of.length; r++) {
    const level = inner.of[r];
    if (home[level] < 0) home[level] = outer.of[r];
    else if (home[level] !== outer.of[r]) return false;
  }
  return true;
}

/** Effects that others do not already hold: one nested in which another lies adds nothing, of two alike the first stays. */
export function withoutCoarser(effects: readonly FixedEffect[]): FixedEffect[] {
  return effects.filter(
    (coarse, i) =>
      !effects.some((fine, j) => {
        if (j === i || fine.levels < coarse.levels || !nestedIn(fine, coarse)) return false;
        return fine.levels > coarse.levels || j < i;
      }),
  );
}
