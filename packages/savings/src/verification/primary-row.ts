import { fail, KontrafaktError, type Periods, type Problem, problem } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { type Account, openAccount } from "../account/account.js";
import { costOf, moneyWeights, type Selection } from "../account/figure.js";
import { cellWeights } from "../account/person-sums.js";
import type { MoneyFiles } from "../files/read-money.js";
import { messages } from "../messages.js";
import type { SavingsOptions } from "../options/savings-options.js";

/** The primary row with its blanks filled in, and what the claim assumed for it. */
export interface PrimaryRow {
  readonly selection: Selection;
  readonly claim: number;
  /** Every year lies wholly within the observed window. */
  readonly observed: boolean;
}

/**
 * Fills in the primary row and adds up its claim. Like is held against like: every year and every payer in it that has prices
 * must have a claim row, if only of 0.
 *
 * @throws KontrafaktError for unknown years, payers or consequences, for parts the claim is silent about, and a claim not above 0
 */
export function primaryRow(account: Account, money: MoneyFiles, options: SavingsOptions): PrimaryRow {
  const { primary } = options;
  const { sums, payers: known } = account;
  checkKnown("payer", primary.payers, known);
  checkKnown("consequence", primary.consequences, sums.consequences);
  const payers = primary.payers.length > 0 ? primary.payers : account.together;
  const consequences = primary.consequences.length > 0 ? primary.consequences : sums.consequences;
  const years = primary.years.length > 0 ? [...primary.years].sort((a, b) => a - b) : claimYears(money);
  const rows = money.claim.filter((row) => years.includes(row.year) && payers.includes(row.payer));
  const problems: Problem[] = [];
  for (const year of years) {
    if (!rows.some((row) => row.year === year)) {
      problems.push(problem("savings/claim-year-missing", "error", { option: "savings.primary.years" }, { year }));
    }
  }
  for (const payer of payers) {
    const pays = sums.consequences.some(
      (c, i) => consequences.includes(c) && account.prices.priced[i * known.length + known.indexOf(payer)] === 1,
    );
    if (pays && !rows.some((row) => row.payer === payer)) {
      problems.push(problem("savings/claim-payer-missing", "error", { option: "savings.primary.payers" }, { payer }));
    }
  }
  let claim = 0;
  for (const row of rows) {
    if (row.consequence === "" && primary.consequences.length > 0) {
      const params = { consequences: primary.consequences.join(", "), payer: row.payer, year: row.year };
      problems.push(problem("savings/claim-lacks-consequence", "error", row.origin, params));
    }
    if (row.consequence === "" || primary.consequences.length === 0 || consequences.includes(row.consequence))
      claim += row.amount;
  }
  if (problems.length > 0) throw new KontrafaktError(problems, messages);
  if (!(claim > 0 && claim < Infinity)) fail("savings/claim-not-positive", { option: "savings.claim" }, { claim }, messages);
  const selection: Selection = { measure: primary.measure, years, payers, consequences, discounted: false };
  return { selection, claim, observed: years.every((year) => yearObserved(account, year)) };
}

/** Whether nothing more can be learnt about a year: it was observed whole, or lies before anyone started. */
export function yearObserved(account: Account, year: number): boolean {
  const y = account.sums.years.indexOf(year);
  return y >= 0 ? account.whole[y] === 1 : year < account.sums.years[0];
}

/**
 * Weights on `effects.terms` whose sum of products with the effects is the primary row before programme cost: what a placebo or a
 * permutation of the primary figure needs. Capacity steps are no weights: of a stepped cashable row the evidence test and the design's standard
 * error are those of the saving unit by unit (see `cashableFigure`).
 */
export function primaryWeights(effects: Effects, money: MoneyFiles, options: SavingsOptions, periods: Periods): Float64Array {
  const account = openAccount(effects, money, options, periods);
  const own = cellWeights(account.sums, moneyWeights(account, primaryRow(account, money, options).selection));
  const weights = new Float64Array(effects.terms.length);
  own.forEach((weight, i) => {
    weights[account.sums.from[i]] = weight;
  });
  return weights;
}

/** The known amount that the primary row's effects must exceed to be a saving: the programme's cost for `net`, else 0. */
export function primaryCost(effects: Effects, money: MoneyFiles, options: SavingsOptions, periods: Periods): number {
  if (options.primary.measure !== "net") return 0;
  const account = openAccount(effects, money, options, periods);
  return costOf(account, primaryRow(account, money, options).selection);
}

function claimYears(money: MoneyFiles): number[] {
  return [...new Set(money.claim.map((row) => row.year))].sort((a, b) => a - b);
}

function checkKnown(what: "payer" | "consequence", wanted: readonly string[], known: readonly string[]): void {
  const found = wanted.find((name) => !known.includes(name));
  if (found === undefined) return;
  fail("savings/primary-unknown", { option: `savings.primary.${what}s` }, { what, found, known: known.join(", ") }, messages);
}
