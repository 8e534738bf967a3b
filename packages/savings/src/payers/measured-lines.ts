import type { Account } from "../account/account.js";
import type { SavingsLine } from "../savings-value.js";

/** A payer of whose prices none is known has a cost, and no net: it would be the cost alone. */
export function measuredLines(
  { payers, measured }: Pick<Account, "payers" | "measured">,
  lines: readonly SavingsLine[],
): SavingsLine[] {
  const unknown = new Set(payers.filter((_, k) => measured[k] === 0));
  return lines.filter((line) => line.payer === null || line.measure === "cost" || !unknown.has(line.payer));
}
