/** (Σw)² / Σw² of weights (Kish 1965); NaN where there are none. */
export function effectiveSize(weight: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const w of weight) {
    sum += w;
    squares += w * w;
  }
  return (sum * sum) / squares;
}
