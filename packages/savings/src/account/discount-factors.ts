import type { DiscountOptions } from "../options/savings-options.js";

/** A discount rate that is known, with who set it. */
export interface Discount {
  readonly rate: NonNullable<DiscountOptions["rate"]>;
  readonly baseYear: number;
  readonly source: string;
}

function rateOf(rate: Discount["rate"], yearsOn: number): number {
  if (typeof rate === "number") return rate;
  let found = rate[0].rate;
  for (const step of rate) if (step.fromYear <= yearsOn) found = step.rate;
  return found;
}

/**
 * Factor of each calendar year: DF_t = Π_{s=1..t} 1/(1 + r_s), DF_0 = 1 in the base year, r_s the rate of year s after it.
 * A year before the base year is carried forward at the first rate. Source: HM Treasury, The Green Book (2022), A6.
 */
export function discountFactors(discount: Pick<Discount, "rate" | "baseYear">, years: readonly number[]): Float64Array {
  return Float64Array.from(years, (year) => {
    let factor = 1;
    for (let s = 1; s <= year - discount.baseYear; s++) factor /= 1 + rateOf(discount.rate, s);
    for (let s = 0; s < discount.baseYear - year; s++) factor *= 1 + rateOf(discount.rate, 0);
    return factor;
  });
}
