import { groupRows } from "../spells/group-rows.js";
import { type RefundStep, steppedRefund } from "./stepped-refund.js";

export interface RefundInput {
  /** kr by unit and period, unit-major, over whole calendar years. */
  readonly gross: Float64Array;
  readonly units: number;
  /** Calendar year of each period, ascending. */
  readonly years: Int32Array;
  readonly steps: (year: number) => readonly RefundStep[];
  /** Whose amounts are summed before the steps; dense, from 0. Without it each unit's own. */
  readonly household?: { readonly of: Int32Array; readonly count: number };
  readonly spread: "proportional" | "as-reached";
}

/** Parts of the gross amount, unit-major. They add up to it exactly, to the last bit. */
export interface RefundParts {
  readonly municipality: Float64Array;
  readonly state: Float64Array;
}

/**
 * Splits what services cost into what is refunded in steps of a calendar year and what is not.
 *
 * The amounts of a household are summed over its members and the year, and the refund of the sum is shared in proportion to what each
 * person and period cost (`proportional`), or each period gets the growth of the refund as the year's sum grows, shared among the members in
 * proportion to what they cost in it (`as-reached`). A year that costs nothing or less has no refund; an amount not known makes the
 * household's year unknown (NaN), for `as-reached` from its period on.
 */
export function shareRefund({ gross, units, years, steps, household, spread }: RefundInput): RefundParts {
  const periods = years.length;
  const count = household?.count ?? units;
  const { first, order } = groupRows(units, count, (u) => (household === undefined ? u : household.of[u]));
  const parts: RefundParts = { municipality: gross.slice(), state: new Float64Array(gross.length) };
  const ratios = spread === "proportional" ? evenRatios : ratiosAsReached;
  for (let begin = 0; begin < periods; ) {
    let end = begin + 1;
    while (end < periods && years[end] === years[begin]) end++;
    const scheme = steps(years[begin]);
    const cost = new Float64Array(end - begin);
    for (let h = 0; h < count && scheme.length > 0; h++) {
      const members = order.subarray(first[h], first[h + 1]);
      cost.fill(0);
      for (const u of members) for (let t = begin; t < end; t++) cost[t - begin] += gross[u * periods + t];
      const refunded = ratios(cost, scheme);
      if (refunded === undefined) continue;
      for (const u of members) for (let t = begin; t < end; t++) split(parts, gross, u * periods + t, refunded[t - begin]);
    }
    begin = end;
  }
  return parts;
}

/** The share of each period's cost that is refunded when the year's refund is spread in proportion to it; undefined for none. */
function evenRatios(cost: Float64Array, scheme: readonly RefundStep[]): Float64Array | undefined {
  const year = cost.reduce((a, b) => a + b, 0);
  const refund = steppedRefund(year, scheme);
  return refund === 0 ? undefined : new Float64Array(cost.length).fill(refund / year);
}

/** The share of each period's cost that is refunded when steps are passed as the year's cost grows. */
function ratiosAsReached(cost: Float64Array, scheme: readonly RefundStep[]): Float64Array {
  let reached = 0;
  return cost.map((here) => {
    const before = steppedRefund(reached, scheme);
    reached += here;
    const growth = steppedRefund(reached, scheme) - before;
    return growth === 0 ? 0 : growth / here;
  });
}

/** Two subtractions, so that the parts add up to the last bit: whichever part is more than half is the exact difference (Sterbenz's lemma). */
function split({ municipality, state }: RefundParts, gross: Float64Array, cell: number, ratio: number): void {
  const whole = gross[cell];
  if (whole === 0) return;
  const refunded = whole - (whole - ratio * whole);
  municipality[cell] = whole - refunded;
  state[cell] = refunded;
}
