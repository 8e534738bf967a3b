import { type Combination, linearCombination } from "@kontrafakt/effects";
import { tQuantile } from "@kontrafakt/numerics";
import type { MoneyFigure } from "../savings-value.js";
import type { Account } from "./account.js";
import { arrivalWeight } from "./arrival.js";
import { cellWeights } from "./person-sums.js";

/** What a figure adds up. */
export interface Selection {
  readonly measure: "gross" | "cashable" | "net";
  readonly years: readonly number[];
  readonly payers: readonly string[];
  readonly consequences: readonly string[];
  readonly discounted: boolean;
  /** Within the window (the default), after it, or both. */
  readonly basis?: "observed" | "assumed" | "both";
}

/** Columns of the years asked for, on the basis asked for. */
export function columnsOf(
  { sums }: Pick<Account, "sums">,
  years: readonly number[],
  basis: Selection["basis"] = "observed",
): number[] {
  return sums.years.flatMap((year, y) =>
    years.includes(year) && (basis === "both" || (basis === "assumed") === (sums.assumed[y] === 1)) ? [y] : [],
  );
}

/**
 * Weights on the person sums: −Σ_k price(c,k,y)·DF(y), so that less use is a saving; for `cashable` the share that can leave a budget, in the
 * year it can: the years of a selection are those in which money arrives.
 *
 * @param only pairs c, k that are counted; all where it is not given
 */
export function moneyWeights(
  account: Account,
  selection: Selection,
  only: (c: number, k: number) => boolean = () => true,
): Float64Array {
  const { sums, prices, payers, discount } = account;
  const Y = sums.years.length;
  const weights = new Float64Array(sums.consequences.length * Y);
  const columns = columnsOf(account, selection.years, selection.basis);
  const sources = selection.measure === "cashable" ? sums.years.keys() : columns.values();
  for (const y of sources) {
    for (const consequence of selection.consequences) {
      const c = sums.consequences.indexOf(consequence);
      for (const payer of selection.payers) {
        const k = payers.indexOf(payer);
        if (c < 0 || k < 0 || !only(c, k)) continue;
        const cell = (c * payers.length + k) * Y + y;
        if (selection.measure !== "cashable")
          weights[c * Y + y] -= prices.amount[cell] * (selection.discounted ? discount[y] : 1);
        else {
          const arriving = arrivalWeight(account, c, k, y, columns, selection.discounted);
          weights[c * Y + y] -= prices.amount[cell] * prices.cashable[cell] * arriving;
        }
      }
    }
  }
  return weights;
}

/** Programme cost of the selection; the whole of it, since it belongs to no single consequence. */
export function costOf(account: Account, selection: Pick<Selection, "years" | "payers" | "discounted" | "basis">): number {
  const Y = account.sums.years.length;
  const columns = columnsOf(account, selection.years, selection.basis);
  let total = 0;
  for (const payer of selection.payers) {
    const k = account.payers.indexOf(payer);
    for (const y of columns) {
      if (k >= 0) total += account.cost[k * Y + y] * (selection.discounted ? account.discount[y] : 1);
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

/**
 * c'θ for weights on the person sums, its degrees of freedom computed from the cells. Where correlations of the cells are not known, a
 * difference of them varies by no more than Σ|w|·se.
 */
export function combination(account: Account, weights: Float64Array): Combination {
  const { cells } = account.sums;
  const own = cellWeights(account.sums, weights);
  const largest = own.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  // Money of another size than anybody's: its square would be 0 or infinite.
  if (largest > 1e60 || (largest > 0 && largest < 1e-60)) {
    const { estimate, se, df } = combination(
      account,
      weights.map((w) => w / largest),
    );
    return { estimate: estimate * largest, se: se * largest, df };
  }
  const found = linearCombination(cells, own);
  if (!cells.bounded || !own.some((w) => w < 0) || !own.some((w) => w > 0)) return found;
  const K = own.length;
  const se = own.reduce((sum, w, i) => (w === 0 ? sum : sum + Math.abs(w) * Math.sqrt(cells.covariance[i * K + i])), 0);
  return { ...found, se };
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
