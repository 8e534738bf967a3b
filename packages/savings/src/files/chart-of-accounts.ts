import type { BudgetFileOptions } from "../options/account-file-options.js";

type Chart = BudgetFileOptions["chart"];

/** After the code: nothing, or text that is no further part of it. */
const END = "(?![\\d]|[.-]\\d)";

/**
 * How an account begins. DK: main account, main function and function, d.dd.dd, and where given type of activity, owner and grouping
 * (budget- og regnskabssystem for kommuner). NO: function, type, responsibility (KOSTRA function of three digits). SE: account and activity.
 */
const forms: Readonly<Record<Exclude<Chart, "own">, { readonly pattern: RegExp; readonly example: string }>> = {
  DK: { pattern: new RegExp(`^0?\\d\\.\\d{2}\\.\\d{2}([.-]\\d{1,3}){0,3}${END}`), example: "5.28.20, 5.28.20.1-3" },
  NO: { pattern: new RegExp(`^\\d{3}\\s*[.-]\\s*\\d{3,5}\\s*[.-]\\s*\\d+${END}`), example: "252.370.4400, 252-370-4400" },
  SE: { pattern: new RegExp(`^\\d{3,6}\\s*[×x*.-]\\s*\\d{2,5}${END}`), example: "4615 × 554, 4615.554" },
};

/** Whether an account's name begins as the country's chart of accounts has it. */
export function followsChart(account: string, chart: Chart): boolean {
  return chart === "own" || forms[chart].pattern.test(account.trim());
}

/** The chart and accounts as it writes them, for a message. */
export function accountForm(chart: Chart): { readonly chart: string; readonly example: string } {
  return { chart, example: chart === "own" ? "" : forms[chart].example };
}

/** The chart that every account's name follows; undefined where none or several do. */
export function chartOf(accounts: readonly string[]): Exclude<Chart, "own"> | undefined {
  const found = (["DK", "NO", "SE"] as const).filter((chart) => accounts.every((account) => followsChart(account, chart)));
  return accounts.length > 0 && found.length === 1 ? found[0] : undefined;
}
