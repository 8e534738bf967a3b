/** Position of each period ordinal. */
export function periodIndex(ordinals: Int32Array): ReadonlyMap<number, number> {
  return new Map(Array.from(ordinals, (ordinal, index) => [ordinal, index]));
}
