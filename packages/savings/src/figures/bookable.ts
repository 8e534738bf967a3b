import { tQuantile } from "@kontrafakt/numerics";
import type { Account } from "../account/account.js";
import { costOf, moneyFigure, type Selection } from "../account/figure.js";
import type { Draws } from "../draws/draws.js";
import { quantileOfDraws } from "../draws/interval-of.js";
import { steppedMoney, stepsAct } from "../draws/stepped-figure.js";
import type { AccountMapOptions } from "../options/account-file-options.js";
import { isPublic } from "../options/payer-options.js";
import type { BudgetRow } from "../savings-value.js";
import { accountUses } from "../verification/account-map.js";
import type { BookableAmount } from "./figures-value.js";

const LEVELS = [0.8, 0.9];

/**
 * What each public payer's accounts can be lowered by in each observed year: the cashable saving after capacity steps and lag less the payer's
 * programme cost of the year, with one-sided lower bounds at fixed prices: t quantiles, or those of the draws where steps act. A bound of 0
 * or less means that nothing can be booked at that confidence.
 *
 * Outcomes that are paid from the same accounts stand together; those without an account stand under their payer. A payer's cost is split over
 * its accounts by what each saves (estimates above 0), evenly where none does. Undiscounted.
 */
export function bookableAmounts(
  account: Account,
  budget: readonly BudgetRow[],
  accounts: AccountMapOptions,
  { draws }: { readonly draws: Draws },
): BookableAmount[] {
  const { sums } = account;
  const years = sums.years.filter((_, y) => sums.assumed[y] === 0);
  return accountsOf(account, budget, accounts).flatMap(({ payer, groups }) =>
    years.flatMap((year) => {
      const cost = costOf(account, { years: [year], payers: [payer], discounted: false });
      const saved = groups.map(({ consequences }) =>
        boundsOf(account, draws, { measure: "cashable", years: [year], payers: [payer], consequences, discounted: false }),
      );
      const gains = saved.map(({ estimate }) => Math.max(0, estimate));
      const all = gains.reduce((sum, gain) => sum + gain, 0);
      return groups.flatMap(({ name }, g): BookableAmount[] => {
        const own = cost * (all > 0 ? gains[g] / all : 1 / groups.length);
        const { estimate, bounds, moves } = saved[g];
        if (!moves && own === 0) return [];
        const less = bounds.map((amount, i) => ({ level: LEVELS[i], amount: amount - own }));
        return [{ account: name, payer, year, estimate: estimate - own, bounds: less }];
      });
    }),
  );
}

interface Group {
  readonly name: string;
  readonly consequences: readonly string[];
}

/** Public payers with what they pay for, by the accounts it is paid from. */
function accountsOf(
  { sums, payers, kinds, prices }: Account,
  budget: readonly BudgetRow[],
  accounts: AccountMapOptions,
): { readonly payer: string; readonly groups: readonly Group[] }[] {
  const uses = accountUses(budget, accounts);
  return payers.flatMap((payer, k) => {
    if (!isPublic(kinds[k])) return [];
    const groups = new Map<string, string[]>();
    sums.consequences.forEach((consequence, c) => {
      if (prices.priced[c * payers.length + k] === 0) return;
      const named =
        budget.length > 0
          ? uses.filter((use) => use.row.payer === payer && use.consequence === consequence)
          : accounts.filter((map) => map.consequence === consequence && (map.payer === undefined || map.payer === payer));
      const name = [...new Set(named.map((use) => use.account))].sort().join(", ");
      groups.set(name, [...(groups.get(name) ?? []), consequence]);
    });
    if (groups.size === 0) return [];
    return [
      { payer, groups: Array.from(groups, ([name, consequences]) => ({ name: name === "" ? payer : name, consequences })) },
    ];
  });
}

function boundsOf(account: Account, draws: Draws, selection: Selection): { estimate: number; bounds: number[]; moves: boolean } {
  if (stepsAct(account, selection)) {
    const {
      figure: { estimate, se },
      values,
    } = steppedMoney(account, draws, selection);
    return { estimate, bounds: LEVELS.map((level) => quantileOfDraws(values, 1 - level)), moves: se > 0 || estimate !== 0 };
  }
  const { estimate, se, df } = moneyFigure(account, selection);
  const lower = (level: number) => (se > 0 ? estimate - tQuantile(level, df) * se : estimate);
  return { estimate, bounds: LEVELS.map(lower), moves: se > 0 || estimate !== 0 };
}
