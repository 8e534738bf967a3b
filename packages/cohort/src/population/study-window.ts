import { type Day, dateOf, dayFromIso, dayOf, firstDayOfPeriod, NO_DAY, type PeriodUnit, periodOfDay } from "@kontrafakt/base";

/** The periods of a study and the days they hold: period t holds `starts[t]` to `starts[t + 1] − 1`. */
export interface StudyWindow {
  readonly unit: Exclude<PeriodUnit, "ordinal">;
  readonly ordinals: Int32Array;
  readonly starts: Int32Array;
  readonly from: Day;
  readonly to: Day;
  readonly extract: Day;
}

export function studyWindow(options: {
  readonly from: string;
  readonly to: string;
  readonly extract: string;
  readonly period: StudyWindow["unit"];
}): StudyWindow {
  const unit = options.period;
  const from = dayFromIso(options.from);
  const to = dayFromIso(options.to);
  const first = periodOfDay(from, unit);
  const count = periodOfDay(to, unit) - first + 1;
  const ordinals = Int32Array.from({ length: count }, (_, t) => first + t);
  const starts = Int32Array.from({ length: count + 1 }, (_, t) => firstDayOfPeriod(first + t, unit));
  return { unit, ordinals, starts, from, to, extract: dayFromIso(options.extract) };
}

/** The day someone born on a day turns `years`; those born on 29 February do on 1 March in other years. */
export function birthday(born: Day, years: number): Day {
  const { year, month, day } = dateOf(born);
  const date = dayOf(year + years, month, day);
  return date === NO_DAY ? dayOf(year + years, 3, 1) : date;
}
