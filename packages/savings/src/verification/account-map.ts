import { type Problem, problem } from "@kontrafakt/base";
import { looseText } from "@kontrafakt/cohort";
import type { AccountMapOptions } from "../options/account-file-options.js";
import type { BudgetRow, ClaimRow } from "../savings-value.js";

/** A budget row that pays for an outcome, with the share of it that the outcome is. */
export interface AccountUse {
  readonly row: BudgetRow;
  readonly consequence: string;
  readonly share: number;
  /** What the account is called in results: as the study's map writes it, else as the budget file does. */
  readonly account: string;
}

type Mapped = AccountMapOptions[number];

/**
 * Which budget rows pay for which outcome: by `savings.accounts` where an account begins as one of them says (letter case and spaces don't
 * matter), by the budget file's own column elsewhere. An account may pay for several outcomes, each with its share.
 */
export function accountUses(budget: readonly BudgetRow[], accounts: AccountMapOptions): AccountUse[] {
  return budget.flatMap((row): AccountUse[] => {
    const mapped = accounts.filter((map) => matches(map, row));
    if (mapped.length > 0) {
      return mapped.map(({ account, consequence, share }) => ({ row, consequence, share, account }));
    }
    return row.consequence === "" ? [] : [{ row, consequence: row.consequence, share: 1, account: row.account }];
  });
}

/** Names that budget rows and the map of accounts may use. */
interface AccountNames {
  /** The study's outcomes, and those of them with a price row. */
  readonly outcomes: readonly string[];
  readonly priced: readonly string[];
  /** Those with a price or cost row. */
  readonly payers: readonly string[];
}

/**
 * What is wrong with budget rows and the map of accounts. Errors: an outcome that the study does not have, shares that would count an
 * account more than once. Warnings: an outcome without a price, an account that the budget file does not have, a payer that nobody knows,
 * rows of one account and year that repeat the same amounts. A note: an outcome that is claimed but has no account.
 */
export function accountProblems(
  { budget, claim }: { readonly budget: readonly BudgetRow[]; readonly claim: readonly ClaimRow[] },
  accounts: AccountMapOptions,
  { outcomes, priced, payers }: AccountNames,
): Problem[] {
  const at = (i: number) => ({ option: `savings.accounts.${i}` });
  const problems: Problem[] = [];
  accounts.forEach(({ account, consequence }, i) => {
    if (!outcomes.includes(consequence)) {
      problems.push(problem("savings/outcome-unknown", "error", at(i), { found: consequence, outcomes: outcomes.join(", ") }));
    } else if (!priced.includes(consequence)) {
      problems.push(problem("savings/account-without-price", "warning", at(i), { account, consequence }));
    }
  });
  const named = budget.length > 0 ? budget : accounts.map(({ account, payer = "" }) => ({ account, payer }));
  problems.push(...overOne(named, accounts));
  if (budget.length === 0) return problems;
  for (const [i, map] of accounts.entries()) {
    if (budget.some((row) => matches(map, row))) continue;
    const params = { account: map.account, payer: map.payer ?? null, consequence: map.consequence };
    const code = map.payer === undefined ? "savings/account-not-in-budget" : "savings/account-not-payers";
    problems.push(problem(code, "warning", at(i), params));
  }
  const uses = accountUses(budget, accounts);
  const strangers = new Map<string, BudgetRow>();
  for (const { row, consequence } of uses) {
    if (priced.includes(consequence) && !payers.includes(row.payer) && !strangers.has(row.payer)) strangers.set(row.payer, row);
  }
  for (const [payer, { origin }] of strangers) {
    problems.push(problem("savings/budget-payer-unknown", "warning", origin, { payer, payers: payers.join(", ") }));
  }
  problems.push(...repeated(budget));
  const paid = new Set(uses.map((use) => use.consequence));
  for (const consequence of new Set(claim.map((row) => row.consequence))) {
    if (consequence === "" || paid.has(consequence)) continue;
    problems.push(problem("savings/consequence-without-account", "note", { option: "savings.accounts" }, { consequence }));
  }
  return problems;
}

type Named = Pick<BudgetRow, "account" | "payer">;

/** Accounts whose outcomes' shares would count them more than once. */
function overOne(named: readonly Named[], accounts: AccountMapOptions): Problem[] {
  const told = new Set<string>();
  return named.flatMap(({ account, payer }) => {
    const key = JSON.stringify([payer, account]);
    const mapped = accounts.filter((map) => matches(map, { account, payer }));
    const sum = mapped.reduce((total, map) => total + map.share, 0);
    if (!(sum > 1 + 1e-9) || told.has(key)) return [];
    told.add(key);
    const consequences = [...new Set(mapped.map((map) => map.consequence))].join(", ");
    const params = { account, consequences, sum: Number(sum.toFixed(6)) };
    return [problem("savings/account-shares-over-one", "error", { option: "savings.accounts" }, params)];
  });
}

/** Rows of one account and year are parts of it that add up: the same amounts again are a slip. */
function repeated(budget: readonly BudgetRow[]): Problem[] {
  const seen = new Map<string, BudgetRow>();
  return budget.flatMap((row) => {
    const { account, payer, year, adopted, actual, origin } = row;
    const key = JSON.stringify([account, payer, year, adopted, actual]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    if (first === undefined || (adopted === 0 && actual === 0)) return [];
    return [problem("savings/budget-row-repeats", "warning", origin, { account, year, other: first.origin.row })];
  });
}

function matches(map: Mapped, row: Named): boolean {
  if (map.payer !== undefined && looseText(map.payer) !== looseText(row.payer)) return false;
  return looseText(row.account).startsWith(looseText(map.account));
}
