import { type PeriodUnit, periodsPerYear, yearOfPeriod } from "@kontrafakt/base";
import { coarse } from "@kontrafakt/cohort";
import type { Effects } from "@kontrafakt/effects";
import type { StudyFacts } from "@kontrafakt/savings";
import type { Tally } from "./disclosure/tally.js";

/**
 * Years that starters were observed in each calendar year, by outcome: what a gap to the claim is split with, also from results.json, where
 * effects are sums over a year. Told to a step not below the fewest people that may be counted: with every digit they would tell for how
 * long a single person was not observed.
 *
 * @param effects cells that may be told; only those from the start on count
 */
export function personYearsTold(
  { terms }: Pick<Effects, "terms">,
  unit: PeriodUnit,
  smallCell: (outcome: string) => number,
  tally: Tally,
): NonNullable<StudyFacts["personYears"]> {
  const found = new Map<string, { readonly outcome: string; readonly year: number; periods: number }>();
  for (const { kind, scale, outcome, group, time, n } of terms) {
    if (kind !== "cell" || scale !== "difference" || group === undefined || time === undefined || time < group) continue;
    const year = yearOfPeriod(time, unit);
    const key = JSON.stringify([outcome, year]);
    const sum = found.get(key) ?? { outcome, year, periods: 0 };
    sum.periods += n;
    found.set(key, sum);
  }
  return [...found.values()].map(({ outcome, year, periods }) => {
    const value = periods / periodsPerYear(unit);
    const step = smallCell(outcome);
    if (step <= 1) return { outcome, year, value };
    tally.add("coarse");
    return { outcome, year, value: coarse(value, step) };
  });
}
