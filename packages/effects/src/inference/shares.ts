/** Statistics nearer than this, relative, are equal. */
const TIE = 1e-9;

/**
 * p-values of an observed statistic among drawn ones; two-sided by size. The observed one is never among them, also where all weights there are were
 * gone through: `inclusive` adds it, so that no p is 0.
 */
export function shares(drawn: Float64Array, observed: number, pValue: "inclusive" | "strict") {
  const inclusive = pValue === "inclusive";
  const slack = (inclusive ? -TIE : TIE) * Math.abs(observed);
  const reaches = (value: number, bar: number) => (inclusive ? value >= bar + slack : value > bar + slack);
  let both = 0;
  let above = 0;
  let below = 0;
  for (const value of drawn) {
    if (reaches(Math.abs(value), Math.abs(observed))) both++;
    if (reaches(value, observed)) above++;
    if (reaches(-value, -observed)) below++;
  }
  const n = drawn.length;
  const p = (count: number) => (inclusive ? (1 + count) / (n + 1) : count / n);
  return { p: p(both), pAbove: p(above), pBelow: p(below) };
}
