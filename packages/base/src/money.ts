/** An amount in major units (kroner, not øre) at the prices of a year. */
export interface Money {
  readonly kind: "money";
  readonly amount: number;
  readonly currency: string;
  readonly priceYear: number;
}

export function money(amount: number, currency: string, priceYear: number): Money {
  return { kind: "money", amount, currency, priceYear };
}
