import { periodsPerYear, yearOfPeriod } from "@kontrafakt/base";
import { coarse, contributions, type DisclosureRules, type Measure, type Panel, withheldBecause } from "@kontrafakt/cohort";
import type { StudyFacts } from "@kontrafakt/savings";
import type { Tally } from "./disclosure/tally.js";

/** Totals are told to about one in two thousand: far below the 5% that accounts may differ by, without digits to set against other tables. */
const STEPS = 2000;

/**
 * Units of everyone in the data, whole calendar years only, that accounts can be held against: starters, comparison group and the rest.
 * Who is not under observation, or has no value, adds nothing. A total that few people make up, or a few of them dominate, is left out.
 *
 * @param outcomes names of those that may be told
 * @param rules of an outcome
 * @param tally counts what was withheld
 */
export function everyoneTotals(
  panel: Panel,
  outcomes: readonly string[],
  rules: (outcome: string) => DisclosureRules,
  tally: Tally,
): NonNullable<StudyFacts["totals"]> {
  const columns = wholeYears(panel);
  return outcomes.flatMap((outcome) => {
    const measure = panel.measures.find((m) => m.name === outcome);
    if (measure === undefined) return [];
    const own = rules(outcome);
    const yesNo = measure.values.every((v) => v === 0 || v === 1 || Number.isNaN(v));
    return columns.flatMap(({ year, from, until }) => {
      const { sum, people } = yearOf(panel, measure, from, until);
      const reason = withheldBecause(people, own, yesNo && until - from === 1);
      if (reason !== undefined) {
        tally.add(reason);
        return [];
      }
      return [{ outcome, year, units: own.smallCell > 1 ? coarse(sum, Math.abs(sum) / STEPS) : sum }];
    });
  });
}

/** What everyone has in some columns, and who makes it up. */
function yearOf({ units, periods, observed, samplingWeight }: Panel, { values }: Measure, from: number, until: number) {
  const T = periods.ordinals.length;
  const people = contributions();
  let sum = 0;
  for (let i = 0; i < units; i++) {
    let own = 0;
    for (let at = i * T + from; at < i * T + until; at++) {
      if (observed[at] === 1 && !Number.isNaN(values[at])) own += values[at];
    }
    people.add(own);
    sum += own * (samplingWeight?.[i] ?? 1);
  }
  return { sum, people: people.finish() };
}

/** Calendar years all of whose periods are in the panel, as columns [from, until). */
function wholeYears({ periods: { unit, ordinals } }: Panel) {
  const found: { year: number; from: number; until: number }[] = [];
  for (let from = 0, until = 0; from < ordinals.length; from = until) {
    const year = yearOfPeriod(ordinals[from], unit);
    while (until < ordinals.length && yearOfPeriod(ordinals[until], unit) === year) until++;
    if (until - from === periodsPerYear(unit)) found.push({ year, from, until });
  }
  return found;
}
