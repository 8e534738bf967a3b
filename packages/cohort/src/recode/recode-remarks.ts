import { type Problem, problem } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import type { TableAccount } from "../ledger/table-account.js";
import type { ColumnRequest } from "../table/table-request.js";
import type { RecodedColumn } from "./recode-column.js";
import type { RecodeStep } from "./recode-plan.js";

/** A value is named in a problem, which is published, only where so many rows have it: rarer ones may tell who a row is about. */
const LEAST_NAMED = 5;
const MOST_NAMED = 3;

/** What is to be said of one column's recoding. */
export interface Tally {
  readonly counts: Map<string, number>;
  total: number;
  /** Identifiers (levels) with zeros put in front. */
  padded: number;
  onlyYes: boolean;
}

export const newTally = (): Tally => ({ counts: new Map(), total: 0, padded: 0, onlyYes: false });

/** Enters into the ledger what a recoding has to say row by row. */
export function tell(
  { remarks }: RecodedColumn,
  { header, recode, quiet }: RecodeStep,
  request: Pick<ColumnRequest, "identifier">,
  { account, left, tally }: { account: TableAccount; left: Uint8Array; tally: Tally },
): void {
  const shown = (text: string) => (request.identifier ? maskIdentifier(text) : text);
  for (let i = 0; i < remarks.row.length; i++) {
    const { row, outcome, text } = remarks.at(i);
    if (left[row] === 1) continue;
    if (outcome.left) {
      left[row] = 1;
      account.list(row, outcome.fault as string, header, shown(text));
    }
    if (outcome.fault !== undefined) {
      tally.total++;
      tally.counts.set(text, (tally.counts.get(text) ?? 0) + 1);
    }
    const stands = outcome.fault === "cohort/code-unmapped" && outcome.value !== undefined && recode.others !== "missing";
    if (outcome.left || quiet || stands) continue;
    account.note(row, outcome.fault ?? "cohort/code-respelled", header, shown(text));
  }
}

/** The problems of one column: how many rows have a value that is not known, and the commonest such values. */
export function report(
  file: string,
  { header, recode }: RecodeStep,
  isIdentifier: boolean,
  tally: Tally,
  problems: Problem[],
): void {
  const where = { file, column: header };
  if (tally.padded > 0)
    problems.push(problem("cohort/digits-padded", "note", where, { count: tally.padded, digits: recode.digits as number }));
  if (tally.onlyYes) problems.push(problem("cohort/only-yes", "warning", where));
  if (tally.total === 0) return;
  const named = [...tally.counts]
    .filter(([, rows]) => rows >= LEAST_NAMED && !isIdentifier)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_NAMED)
    .map(([text]) => `"${text}"`);
  const others = recode.others ?? (recode.levels === undefined && recode.boolean === undefined ? "keep" : "missing");
  const code = { keep: "cohort/unknown-kept", missing: "cohort/unknown-missing", list: "cohort/unknown-listed" }[others];
  const params = { count: tally.total, found: named.length === 0 ? "…" : named.join(", ") };
  problems.push(problem(code, recode.others === undefined ? "warning" : "note", where, params));
}
