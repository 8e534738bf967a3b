/**
 * Whether a quantile of people's values may be told: at least `threshold` people must lie on either side of it. A minimum or maximum
 * (0 or 1) is one person's value and never may (Hundepool et al. 2012, Statistical Disclosure Control, ch. 4.1: extremes).
 */
export function publishableQuantile(people: number, probability: number, threshold: number): boolean {
  if (threshold <= 1) return true;
  return Math.floor(people * probability) >= threshold && Math.floor(people * (1 - probability)) >= threshold;
}
