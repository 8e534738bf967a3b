/** In standard errors: values further out are not looked at, nor nearer ones told from the estimate. */
const FAR = 1 << 20;
const STEP = 1.09;
const PRECISION = 1e-7;

/**
 * How far from the estimate the outermost value lies that a test does not refuse; Infinity where even 2^20 standard errors are not refused. The
 * set of such values may have holes and the p-value steps: looked at from far out inwards, each time 9% nearer, then halved to 1e-7 standard errors.
 * @param accepts whether the test does not refuse a value that far from the estimate
 */
export function outermost(accepts: (distance: number) => boolean, se: number): number {
  if (accepts(se * FAR)) return Number.POSITIVE_INFINITY;
  let high = se * FAR;
  while (high > se / FAR && !accepts(high / STEP)) high /= STEP;
  let low = high > se / FAR ? high / STEP : 0;
  while (high - low > PRECISION * se) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (accepts(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
