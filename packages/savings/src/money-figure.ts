/** Money with its uncertainty; positive = saved (or, for `cost`, spent). */
export interface MoneyFigure {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  /** 95%, pointwise, prices taken as known. */
  readonly lower: number;
  readonly upper: number;
  /** 95% over the whole path at once, prices taken as known. */
  readonly bandLower?: number;
  readonly bandUpper?: number;
  /** 95% from the draws, prices uncertain too. */
  readonly priceLower?: number;
  readonly priceUpper?: number;
}

export type UncertaintySource = "effect" | "price" | "lag" | "persistence" | "volume" | "cost";
