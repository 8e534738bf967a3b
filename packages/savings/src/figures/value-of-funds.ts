import { fieller } from "@kontrafakt/effects";
import { tQuantile } from "@kontrafakt/numerics";
import type { Account } from "../account/account.js";
import { combination } from "../account/figure.js";
import { isPublic } from "../options/payer-options.js";
import type { RatioFigure } from "./figures-value.js";

/** A linear figure: Σ weights · person sums − cost. */
export interface NetLine {
  readonly weights: Float64Array;
  readonly cost: number;
}

/**
 * Marginal value of public funds: what those outside the public purse gain for each krone it costs on net, with Fieller's 95% set. Infinity
 * where the purse gains too and they do not lose, and the set's upper limit where that may be so.
 * undefined where nobody outside the purse has a price.
 * Source: Hendren & Sprung-Keyser 2020, doi:10.1093/qje/qjaa006.
 */
export function valueOfPublicFunds(account: Account, purse: NetLine, others: NetLine): RatioFigure | undefined {
  const { payers, kinds, prices, sums } = account;
  const known = payers.some(
    (_, k) => !isPublic(kinds[k]) && sums.consequences.some((_, c) => prices.priced[c * payers.length + k] === 1),
  );
  if (!known) return undefined;
  const a = combination(account, others.weights);
  const gained = combination(account, purse.weights);
  const willing = a.estimate - others.cost;
  const spent = purse.cost - gained.estimate;
  if (spent === 0 && willing === 0) return { estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN, shape: "all" };
  const free = spent <= 0 && willing >= 0;
  const estimate = free ? Infinity : willing / spent;
  // Var of the sum of both tells their covariance; the net cost has the purse's gain with its sign turned.
  const both = combination(
    account,
    others.weights.map((w, i) => w + purse.weights[i]),
  );
  const cross = -(both.se * both.se - a.se * a.se - gained.se * gained.se) / 2;
  const ratio = free ? 0 : estimate;
  const { df, se } = combination(
    account,
    others.weights.map((w, i) => w + ratio * purse.weights[i]),
  );
  if (se === 0 && gained.se === 0 && a.se === 0) return { estimate, lower: estimate, upper: estimate, shape: "between" };
  const set = fieller({
    numerator: willing,
    denominator: spent,
    variance: a.se * a.se,
    cross,
    denominatorVariance: gained.se * gained.se,
    quantile: tQuantile(0.975, df),
  });
  const shape = set.shape === "everything" ? "all" : set.shape;
  // Ratios below 0 are a purse that gains beside people who do: Infinity.
  if (shape === "outside" && willing >= 0 && set.lower <= 0)
    return { estimate, lower: set.upper, upper: Infinity, shape: "between" };
  if (free && shape === "between") return { estimate, lower: Infinity, upper: Infinity, shape };
  return { estimate, lower: set.lower, upper: set.upper, shape };
}
