import { groupByDay } from "../spells/group-by-day.js";
import type { PeriodStarts } from "../spells/spells.js";
import { emptyIntervals, homeDays, type Intervals, joinedDays, overlaid, pushInterval } from "./stay-intervals.js";

/** Stretches of days that say whose a person is: `home` 1 the evaluating municipality's, 0 another's. `to` counts. */
export interface Stretches {
  readonly unit: Int32Array;
  readonly home: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface ObserveInput {
  readonly units: number;
  readonly starts: PeriodStarts;
  /** First and last day at which each unit may be in the study (age, life). */
  readonly eligibleFrom: Int32Array;
  readonly eligibleTo: Int32Array;
  /** Residence, or undefined where everyone lives at home throughout. Of overlapping stays the later begun holds. */
  readonly stays: Stretches | undefined;
  /** Placements by who was responsible on their first day, which overrides residence; home overrides another. */
  readonly placed?: Stretches | undefined;
  /** Spells of services by who pays, which overrides residence and placements; home overrides another payer. */
  readonly paid: Stretches | undefined;
  /** Least share of a period's days for a unit to be observed in it, in (0, 1]. */
  readonly share: number;
}

/**
 * Who is under observation: units × periods, unit-major, 1 where the municipality was responsible for enough of the days.
 * O(stretches log + units × periods), whatever the length of the window.
 */
export function observe(input: ObserveInput): Uint8Array {
  const { units, starts, eligibleFrom, eligibleTo, share } = input;
  const periods = starts.length - 1;
  const observed = new Uint8Array(units * periods);
  const days = new Int32Array(periods);
  const daysOf = responsibleDays(input);
  for (let u = 0; u < units; u++) {
    const from = Math.max(starts[0], eligibleFrom[u]);
    const to = Math.min(starts[periods] - 1, eligibleTo[u]);
    if (from > to) continue;
    countDays(days, daysOf(u), starts, from, to);
    for (let t = 0; t < periods; t++) {
      if (days[t] > 0 && days[t] >= share * (starts[t + 1] - starts[t])) observed[u * periods + t] = 1;
    }
  }
  return observed;
}

/** The days on which the municipality is responsible for a unit. What it returns holds until the next call. */
export function responsibleDays({
  units,
  stays,
  placed,
  paid,
}: Pick<ObserveInput, "units" | "stays" | "placed" | "paid">): (unit: number) => Intervals {
  const [home, less, plus, joined, spare] = Array.from({ length: 5 }, emptyIntervals);
  const stack: number[] = [];
  const staysOf = stays && byFirstDay(stays, units);
  const overrides = [placed, paid].flatMap((stretches) =>
    stretches === undefined ? [] : [{ stretches, rowsOf: byFirstDay(stretches, units) }],
  );
  return (unit) => {
    if (stays && staysOf) homeDays(home, stays, staysOf(unit), stack);
    else {
      home.count = 0;
      pushInterval(home, -(2 ** 31), 2 ** 31 - 2);
    }
    let result = home;
    for (const { stretches, rowsOf } of overrides) {
      const rows = rowsOf(unit);
      if (rows.length === 0) continue;
      joinedDays(less, stretches, rows, 0);
      joinedDays(plus, stretches, rows, 1);
      const into = result === home ? joined : home;
      overlaid(into, result, less, plus, spare);
      result = into;
    }
    return result;
  };
}

/** Rows of a unit, ascending by first day, then by row. */
export function byFirstDay({ unit, from }: Pick<Stretches, "unit" | "from">, units: number): (unit: number) => Int32Array {
  const { first, order } = groupByDay(unit, from, units);
  return (u) => order.subarray(first[u], first[u + 1]);
}

function countDays(days: Int32Array, { from, to, count }: Intervals, starts: PeriodStarts, low: number, high: number): void {
  days.fill(0);
  let t = 0;
  for (let k = 0; k < count && from[k] <= high; k++) {
    let at = Math.max(from[k], low);
    const end = Math.min(to[k], high);
    while (at <= end) {
      while (starts[t + 1] <= at) t++;
      const last = Math.min(end, starts[t + 1] - 1);
      days[t] += last - at + 1;
      at = last + 1;
    }
  }
}
