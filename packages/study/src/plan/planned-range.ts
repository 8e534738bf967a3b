import { type PlannedStarters, quantileOf } from "@kontrafakt/savings";

/** Starters as planned, with the range that holds 95% of what is counted on. */
export function plannedRange({ year, starters, distribution }: PlannedStarters) {
  return { year, starters, low: quantileOf(distribution, 0.025), high: quantileOf(distribution, 0.975) };
}
