import { type Day, dateOf, daysInMonth, NO_DAY } from "@kontrafakt/base";

/** A date on which far more spells begin (or end) than its like. */
export interface MassDate {
  readonly day: Day;
  readonly count: number;
  /** Share of all dates of the file. */
  readonly share: number;
}

/** A smaller heap can be chance, and would identify. */
const FEWEST = 20;
/** How many times the usual number of such a day. */
const TIMES = 3;
/** Standard errors of the difference between two Poisson counts above the usual number. */
const SIGMAS = 5;
/** Where no other year has the day to compare with, 1 January and its like may hold this share: years of budgets and schools begin so. */
const UNCOMPARED = 0.25;

/**
 * Dates that hold at least a share of all dates and stand out from what is usual for such a day: the median of the same day in the file's
 * other years, or the mean of the days of its kind (first of a month, last of a month, others), whichever is more. It must be three times
 * that and five standard errors above it (counts taken as Poisson, the usual number as uncertain as its days are few), so that chance, budget years that begin on 1 January, school years that begin on
 * 1 August and months paid in advance raise no alarm. Days without a like in another year need a quarter of all dates if they are the first
 * or last of a month.
 *
 * @param days `NO_DAY` is passed over
 * @param share least share of all dates, in (0, 1]
 * @returns ascending by day
 */
export function massDates(days: Int32Array, share: number): MassDate[] {
  const { counts, total } = countDays(days);
  const least = Math.max(FEWEST, share * total);
  const suspects = [...counts].filter(([, count]) => count >= least);
  if (suspects.length === 0) return [];
  const [low, high] = span(counts);
  const kinds = dayKinds(counts, low, high);
  return suspects
    .filter(([day, count]) => {
      const alike = sameDayElsewhere(day, counts, low, high);
      const kind = kindOf(day);
      const { dates, days: length } = kinds[kind];
      const mean = length > 1 ? (dates - count) / (length - 1) : 0;
      if (alike.length === 0 && kind !== "other" && count < UNCOMPARED * total) return false;
      const year = median(alike);
      const [usual, from] = year > mean ? [year, alike.length] : [mean, Math.max(1, length - 1)];
      const pooled = (count + from * usual) / (1 + from);
      return count >= TIMES * usual && count - usual > SIGMAS * Math.sqrt(pooled * (1 + 1 / from));
    })
    .map(([day, count]) => ({ day, count, share: count / total }))
    .sort((a, b) => a.day - b.day);
}

/** Rows by day, and of all days. */
function countDays(days: Int32Array): { readonly counts: ReadonlyMap<Day, number>; readonly total: number } {
  let [low, high, total] = [2 ** 31, -(2 ** 31), 0];
  for (let i = 0; i < days.length; i++) {
    if (days[i] === NO_DAY) continue;
    total++;
    if (days[i] < low) low = days[i];
    if (days[i] > high) high = days[i];
  }
  const times = new Int32Array(Math.max(0, high - low + 1));
  for (let i = 0; i < days.length; i++) if (days[i] !== NO_DAY) times[days[i] - low]++;
  const counts = new Map<Day, number>();
  for (let k = 0; k < times.length; k++) if (times[k] > 0) counts.set(low + k, times[k]);
  return { counts, total };
}

type Kind = "first" | "last" | "other";

function kindOf(day: Day): Kind {
  const date = dateOf(day);
  return date.day === 1 ? "first" : date.day === daysInMonth(date.year, date.month) ? "last" : "other";
}

/** Dates and calendar days of each kind between two days. */
function dayKinds(counts: ReadonlyMap<Day, number>, low: Day, high: Day): Record<Kind, { dates: number; days: number }> {
  const kinds = { first: { dates: 0, days: 0 }, last: { dates: 0, days: 0 }, other: { dates: 0, days: 0 } };
  for (let day = low; day <= high; day++) kinds[kindOf(day)].days++;
  for (const [day, count] of counts) if (day >= low && day <= high) kinds[kindOf(day)].dates += count;
  return kinds;
}

/** The 1st and 99th percentile of the dates: a stray date does not stretch the span. */
function span(counts: ReadonlyMap<Day, number>): [Day, Day] {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const at = (share: number) => {
    let sum = 0;
    for (const [day, count] of sorted) {
      sum += count;
      if (sum >= share * total) return day;
    }
    return sorted[sorted.length - 1][0];
  };
  return [at(0.01), at(0.99)];
}

/** Counts of the same day of the year in the other years that the dates span, 0 where it has none. */
function sameDayElsewhere(day: Day, counts: ReadonlyMap<Day, number>, low: Day, high: Day): number[] {
  const { month, day: dayOfMonth, year } = dateOf(day);
  const found: number[] = [];
  const byDate = new Map<number, number>();
  for (const [other, count] of counts) {
    const date = dateOf(other);
    if (date.month === month && date.day === dayOfMonth) byDate.set(date.year, count);
  }
  const [first, last] = [dateOf(low), dateOf(high)];
  const key = 100 * month + dayOfMonth;
  for (let y = first.year; y <= last.year; y++) {
    if (y === year) continue;
    if (y === first.year && key < 100 * first.month + first.day) continue;
    if (y === last.year && key > 100 * last.month + last.day) continue;
    found.push(byDate.get(y) ?? 0);
  }
  return found;
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
