import { type OutcomeNames, outcomeAt } from "../files/outcome-names.js";
import { checkUnique, nameAt, numberAt, originAt, type Rows, refuse, refuseEmpty, shown, yearAt } from "../files/rows.js";
import type { HistoryRow } from "./plan-value.js";

export const historyColumns = [
  { key: "year", type: "number" },
  { key: "people", type: "number" },
  { key: "outcome", type: "category" },
  { key: "units", type: "number" },
] as const;

/** Rows of the target group's history: one a year and outcome, with the same people in all rows of a year. */
export function historyRows(rows: Rows, names: OutcomeNames): HistoryRow[] {
  const seen = new Map<string, string>();
  const found: HistoryRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const before = rows.problems.length;
    const year = yearAt(rows, "year", i);
    const people = numberAt(rows, "people", i);
    if (!(Number.isInteger(people) && people > 0)) refuse(rows, i, "people", "savings/history-people", { found: shown(people) });
    const outcome = nameAt(rows, "outcome", i) === "" ? "" : (outcomeAt(rows, "outcome", i, names)?.name ?? "");
    const units = numberAt(rows, "units", i);
    if (!(units >= 0 && units < Infinity)) refuse(rows, i, "units", "savings/history-units", { found: shown(units) });
    const other = found.find((row) => row.year === year && row.people !== people);
    if (other !== undefined)
      refuse(rows, i, "people", "savings/history-people-differ", {
        found: people,
        year,
        other: other.people,
        row: other.origin.row,
      });
    if (rows.problems.length > before) continue;
    checkUnique(rows, i, "outcome", seen, [year, outcome]);
    if (rows.problems.length === before) found.push({ year, people, outcome, units, origin: originAt(rows, i) });
  }
  if (rows.count === 0) refuseEmpty(rows);
  return found;
}
