import { type Problem, problem } from "@kontrafakt/base";
import type { UnreadColumn } from "../table/table-request.js";
import { columnTally } from "./find-identifiers.js";
import { findingParams } from "./guard-table.js";
import type { LookFor } from "./look-at-column.js";

/** Names the columns that hold national identifiers though the study has no use for them: the export should not have had them. */
export function unreadIdentifiers(file: string, columns: readonly UnreadColumn[], lookFor: LookFor): Problem[] {
  const problems: Problem[] = [];
  for (const { header, cells } of columns) {
    const tally = columnTally(lookFor);
    for (const cell of cells) tally.add(cell);
    const finding = tally.findings().find(({ family }) => lookFor.families.includes(family));
    if (finding === undefined) continue;
    problems.push(problem("cohort/identifier-unread", "warning", { file, column: header }, findingParams(finding)));
  }
  return problems;
}
