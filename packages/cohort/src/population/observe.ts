import { groupRows } from "../spells/group-rows.js";
import type { PeriodStarts } from "../spells/spells-to-periods.js";

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
  /** Spells of services by who pays, which overrides residence; home overrides another payer. */
  readonly paid: Stretches | undefined;
  /** Least share of a period's days for a unit to be observed in it, in (0, 1]. */
  readonly share: number;
}

/** Who is under observation: units × periods, unit-major, 1 where the municipality was responsible for enough of the days. */
export function observe({ units, starts, eligibleFrom, eligibleTo, stays, paid, share }: ObserveInput): Uint8Array {
  const periods = starts.length - 1;
  const observed = new Uint8Array(units * periods);
  const low = starts[0];
  const length = starts[periods] - low;
  const mask = new Uint8Array(length);
  const staysOf = stays && groupRows(stays.unit.length, units, (i) => stays.unit[i]);
  const paidOf = paid && groupRows(paid.unit.length, units, (i) => paid.unit[i]);
  const fill = (stretch: Stretches, i: number, value: number) => {
    const from = Math.max(0, stretch.from[i] - low);
    const end = Math.min(length, stretch.to[i] - low + 1);
    if (from < end) mask.fill(value, from, end);
  };
  for (let u = 0; u < units; u++) {
    mask.fill(stays === undefined ? 1 : 0);
    if (stays && staysOf) {
      const rows = staysOf.order.subarray(staysOf.first[u], staysOf.first[u + 1]);
      if (rows.length > 1) rows.sort((a, b) => stays.from[a] - stays.from[b] || a - b);
      for (const i of rows) fill(stays, i, stays.home[i]);
    }
    if (paid && paidOf) {
      for (const value of [0, 1]) {
        for (let k = paidOf.first[u]; k < paidOf.first[u + 1]; k++)
          if (paid.home[paidOf.order[k]] === value) fill(paid, paidOf.order[k], value);
      }
    }
    for (let t = 0; t < periods; t++) {
      const from = Math.max(starts[t], eligibleFrom[u]) - low;
      const end = Math.min(starts[t + 1], eligibleTo[u] + 1) - low;
      let days = 0;
      for (let d = from; d < end; d++) days += mask[d];
      if (days > 0 && days >= share * (starts[t + 1] - starts[t])) observed[u * periods + t] = 1;
    }
  }
  return observed;
}
