import { type Problem, problem } from "@kontrafakt/base";
import type { StudyFacts } from "../account/study-facts.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { SavingsOptions } from "../options/savings-options.js";
import { type AccountUse, accountUses } from "./account-map.js";
import { indexRatio } from "./index-ratio.js";
import type { Reconciliation } from "./verification-value.js";

/** Beyond this share of what was booked, a difference is told. */
const TOLERANCE = 0.05;

/** Accounts of one payer that must be looked at together, since an outcome is spread over them or they hold several outcomes. */
interface Group {
  readonly payer: string;
  readonly accounts: string[];
  readonly consequences: string[];
  readonly uses: AccountUse[];
}

/**
 * Units of everyone × the payer's price against what the accounts say was spent, by account and year, in the prices of that year (by the
 * index; without one, at the price year's prices, and a note says so). Accounts that share an outcome, and outcomes that share an account,
 * are added up and stand as one row. A price that is refunded counts whole: refunds are booked as income of their own. Only for years that have prices, and whose units and prices are all known.
 *
 * @returns a warning for each account that differs by more than 5% of what was booked, about the year that differs most
 */
export function reconcile(
  money: MoneyFiles,
  options: Pick<SavingsOptions, "accounts" | "priceYear" | "currency">,
  facts: StudyFacts,
): { readonly rows: Reconciliation[]; readonly problems: Problem[] } {
  const priced = new Set(money.prices.map((p) => p.consequence));
  const uses = accountUses(money.budget, options.accounts).filter(({ consequence }) => priced.has(consequence));
  const { totals } = facts;
  if (uses.length === 0) return { rows: [], problems: [] };
  if (totals === undefined) return { rows: [], problems: [problem("savings/units-of-everyone-unknown", "note", {}, {})] };
  const rows: Reconciliation[] = [];
  const problems: Problem[] = [];
  const foreign = new Set<number>();
  for (const group of groupsOf(uses)) {
    const { payer, consequences } = group;
    const account = group.accounts.join(", ");
    const about = { account, payer, consequence: consequences.join(", ") };
    const booked = [...new Set(group.uses.map(({ row }) => row.year))].sort((a, b) => a - b);
    const priced = booked.filter((year) =>
      consequences.some((consequence) => priceOf(money, consequence, payer, year) !== undefined),
    );
    const left: number[] = [];
    const own: Reconciliation[] = [];
    for (const year of priced.length > 0 ? priced : booked) {
      const spends = consequences.map((consequence) => spendOf(money, totals, consequence, payer, year));
      if (spends.includes(undefined)) {
        left.push(year);
        continue;
      }
      const level = indexRatio(money.index, options.priceYear, year);
      if (level === undefined) foreign.add(year);
      own.push(rowOf(group, about, year, spends.reduce<number>((sum, spend) => sum + (spend ?? 0), 0) * (level ?? 1)));
    }
    rows.push(...own);
    problems.push(...differences(group, own, options.currency));
    if (left.length > 0)
      problems.push(problem("savings/account-not-reconciled", "note", {}, { ...about, years: left.join(", ") }));
  }
  if (foreign.size > 0) {
    const params = { years: [...foreign].sort((a, b) => a - b).join(", "), priceYear: options.priceYear };
    problems.push(problem("savings/reconciled-at-other-prices", "note", { option: "savings.index" }, params));
  }
  return { rows, problems };
}

function rowOf(
  { uses }: Group,
  about: Pick<Reconciliation, "account" | "payer" | "consequence">,
  year: number,
  computed: number,
): Reconciliation {
  const booked = uses.reduce((sum, { row, share }) => sum + (row.year === year ? row.actual * share : 0), 0);
  const difference = computed - booked;
  return { ...about, year, computed, booked, difference, share: booked === 0 ? null : difference / Math.abs(booked) };
}

/** One warning for accounts that differ, about the year that differs most. */
function differences({ uses }: Group, rows: readonly Reconciliation[], currency: string): Problem[] {
  const size = ({ share, difference }: Reconciliation) => (share === null ? (difference === 0 ? 0 : Infinity) : Math.abs(share));
  const found = rows.filter((row) => size(row) > TOLERANCE);
  if (found.length === 0) return [];
  const most = found.reduce((a, b) => (size(b) > size(a) ? b : a));
  const { account, payer, consequence, year, computed, booked, share } = most;
  const params = {
    account,
    payer,
    consequence,
    year,
    years: found.map((row) => row.year).join(", "),
    computed: Math.round(computed),
    booked: Math.round(booked),
    currency,
    percent: share === null ? null : Math.round(share * 100),
  };
  const differs = found.length > 1 ? "savings/account-differs-years" : "savings/account-differs";
  const code = share === null ? "savings/account-without-spending" : differs;
  return [problem(code, "warning", uses.find(({ row }) => row.year === year)?.row.origin, params)];
}

function priceOf({ prices }: MoneyFiles, consequence: string, payer: string, year: number) {
  return prices.find((row) => row.consequence === consequence && row.payer === payer && row.year === year);
}

/** What everyone's units cost the payer in a year, at the price year's prices; undefined where units or price are not known. */
function spendOf(
  money: MoneyFiles,
  totals: NonNullable<StudyFacts["totals"]>,
  consequence: string,
  payer: string,
  year: number,
): number | undefined {
  const units = totals.find((row) => row.outcome === consequence && row.year === year)?.units;
  const price = priceOf(money, consequence, payer, year);
  if (units === undefined || price === undefined) return undefined;
  const refunds = money.prices.filter(
    ({ refunded, ...row }) =>
      refunded?.side === "refunder" && refunded.payer === payer && row.consequence === consequence && row.year === year,
  );
  const amount = units * refunds.reduce((sum, row) => sum + row.amount, price.amount);
  return Number.isFinite(amount) ? amount : undefined;
}

/** Connected accounts and outcomes of each payer, in the order of the budget file. */
function groupsOf(uses: readonly AccountUse[]): Group[] {
  let groups: Group[] = [];
  for (const use of uses) {
    const { payer } = use.row;
    const near = groups.filter(
      (g) => g.payer === payer && (g.accounts.includes(use.account) || g.consequences.includes(use.consequence)),
    );
    const joined: Group = {
      payer,
      accounts: [...new Set([...near.flatMap((g) => g.accounts), use.account])],
      consequences: [...new Set([...near.flatMap((g) => g.consequences), use.consequence])],
      uses: [...near.flatMap((g) => g.uses), use],
    };
    groups = [...groups.filter((g) => !near.includes(g)), joined];
  }
  return groups;
}
