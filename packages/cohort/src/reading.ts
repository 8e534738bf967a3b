import type { Context, Problem } from "@kontrafakt/base";
import type { LedgerBuilder } from "./create-ledger.js";
import type { CohortOptions } from "./options/cohort-shape.js";
import { readTable } from "./read-table.js";
import type { Source } from "./source.js";
import type { StudyWindow } from "./study-window.js";
import type { Detected, Table } from "./table.js";
import type { TableRequest } from "./table-request.js";

/** What was found out about a file that was read. */
export interface FileDetected extends Detected {
  readonly file: string;
}

/** What the readers of a cohort's files share while they work. */
export interface Reading {
  readonly study: CohortOptions;
  readonly window: StudyWindow;
  readonly ledger: LedgerBuilder;
  readonly problems: Problem[];
  readonly detected: FileDetected[];
  readonly context: Context | undefined;
}

/** Reads a table into the shared ledger, with the study's format where the file's own block says nothing. */
export async function readInto(reading: Reading, source: Source, request: TableRequest): Promise<Table> {
  const format = { ...reading.study.format, ...request.format };
  const table = await readTable(source, { ...request, format }, reading.ledger, reading.context);
  reading.detected.push({ file: table.file, ...table.detected });
  return table;
}
