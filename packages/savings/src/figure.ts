import { type Combination, linearCombination } from "@kontrafakt/effects";
import { tQuantile } from "@kontrafakt/numerics";
import type { Account } from "./account.js";
import { cellWeights } from "./person-sums.js";
import type { MoneyFigure } from "./savings-value.js";

/** What a figure adds up. */
export interface Selection {
  readonly measure: "gross" | "cashable" | "net";
  readonly years: readonly number[];
  readonly payers: readonly string[];
  readonly consequences: readonly string[];
  readonly discounted: boolean;
}

/** Weights on the person sums: −Σ_k price(c,k,y)·share·DF(y), so that less use is a saving. */
export function moneyWeights(account: Account, selection: Selection): Float64Array {
  const { sums, prices, payers, discount } = account;
  const Y = sums.years.length;
  const weights = new Float64Array(sums.consequences.length * Y);
  for (const consequence of selection.consequences) {
    const c = sums.consequences.indexOf(consequence);
    for (const payer of selection.payers) {
      const k = payers.indexOf(payer);
      for (const year of selection.years) {
        const y = sums.years.indexOf(year);
        if (c < 0 || k < 0 || y < 0) continue;
        const cell = (c * payers.length + k) * Y + y;
        const share = selection.measure === "cashable" ? prices.cashable[cell] : 1;
        weights[c * Y + y] -= prices.amount[cell] * share * (selection.discounted ? discount[y] : 1);
      }
    }
  }
  return weights;
}

/** Programme cost of the selection; the whole of it, since it belongs to no single consequence. */
export function costOf(account: Account, selection: Pick<Selection, "years" | "payers" | "discounted">): number {
  const Y = account.sums.years.length;
  let total = 0;
  for (const payer of selection.payers) {
    const k = account.payers.indexOf(payer);
    for (const year of selection.years) {
      const y = account.sums.years.indexOf(year);
      if (k >= 0 && y >= 0) total += account.cost[k * Y + y] * (selection.discounted ? account.discount[y] : 1);
    }
  }
  return total;
}

/** Estimate, standard error and degrees of freedom of c'θ, with its 95% t interval at fixed prices. */
export function moneyFigure(account: Account, selection: Selection): MoneyFigure {
  const { estimate, se, df } = combination(account, moneyWeights(account, selection));
  const cost = selection.measure === "net" ? costOf(account, selection) : 0;
  return figure(estimate - cost, se, df);
}

/** c'θ for weights on the person sums, its degrees of freedom computed from the cells. */
export function combination(account: Account, weights: Float64Array): Combination {
  return linearCombination(account.sums.cells, cellWeights(account.sums, weights));
}

/** A figure with its pointwise 95% interval; without variance the interval is the estimate. */
export function figure(estimate: number, se: number, df: number): MoneyFigure {
  if (se === 0) return { estimate, se: 0, df: Infinity, lower: estimate, upper: estimate };
  const half = tQuantile(0.975, df) * se;
  return { estimate, se, df, lower: estimate - half, upper: estimate + half };
}

/** The same figure in other money: `factor` discounts it, `cost` is a known amount taken off. */
export function rescaled(f: MoneyFigure, factor: number, cost = 0): MoneyFigure {
  const move = (x: number) => x * factor - cost;
  return {
    estimate: move(f.estimate),
    se: f.se * factor,
    df: f.df,
    lower: move(f.lower),
    upper: move(f.upper),
    ...(f.bandLower === undefined || f.bandUpper === undefined
      ? {}
      : { bandLower: move(f.bandLower), bandUpper: move(f.bandUpper) }),
    ...(f.priceLower === undefined || f.priceUpper === undefined
      ? {}
      : { priceLower: move(f.priceLower), priceUpper: move(f.priceUpper) }),
  };
}
