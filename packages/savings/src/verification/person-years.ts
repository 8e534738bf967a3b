import { periodsPerYear } from "@kontrafakt/base";
import type { Account } from "../account/account.js";
import type { StudyFacts } from "../account/study-facts.js";

/**
 * Years that starters were observed in each calendar year, for one outcome: as the study tells them, else from its cells, n over the
 * periods of a year.
 *
 * @returns by calendar year; undefined where effects are sums over a year already, which do not tell their people
 */
export function personYears(
  { sums, periods }: Pick<Account, "sums" | "periods">,
  facts: StudyFacts,
  consequence: string,
): ReadonlyMap<number, number> | undefined {
  const told = facts.personYears?.filter((row) => row.outcome === consequence) ?? [];
  if (told.length > 0) return new Map(told.map(({ year, value }) => [year, value]));
  const { parts, cells, years, assumed, consequences } = sums;
  const c = consequences.indexOf(consequence);
  const found = new Map<number, number>();
  for (let i = 0; i < parts.cell.length; i++) {
    const y = parts.row[i] - c * years.length;
    if (y < 0 || y >= years.length || assumed[y] === 1) continue;
    if (cells.terms[parts.cell[i]].kind === "total") return undefined;
    found.set(years[y], (found.get(years[y]) ?? 0) + parts.weight[i] / periodsPerYear(periods.unit));
  }
  return found;
}
