/** First row after `from` of another level. Small, so that it is compiled once and loops over runs stay cheap. */
export function runEnd(of: Int32Array, from: number): number {
  const level = of[from];
  let r = from + 1;
  while (r < of.length && of[r] === level) r++;
  return r;
}
