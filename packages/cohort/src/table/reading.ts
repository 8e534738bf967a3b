import { type Context, fail, type Problem } from "@kontrafakt/base";
import type { LedgerBuilder } from "../ledger/create-ledger.js";
import { messages } from "../messages.js";
import type { CohortOptions } from "../options/cohort-shape.js";
import type { StudyWindow } from "../population/study-window.js";
import { readTable } from "./read-table.js";
import type { Source } from "./source.js";
import type { Detected, Table } from "./table.js";
import type { TableRequest } from "./table-request.js";

/** What was found out about a file that was read. */
export interface FileDetected extends Detected {
  readonly file: string;
}

/** What the readers of a cohort's files share while they work. */
export interface Reading {
  /** Every file given, by the name it has in the study. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly study: CohortOptions;
  readonly window: StudyWindow;
  readonly ledger: LedgerBuilder;
  readonly problems: Problem[];
  readonly detected: FileDetected[];
  readonly context: Context | undefined;
}

/** What every block of the study that names a file has. */
export interface FileBlock {
  readonly file: string;
  readonly format?: TableRequest["format"];
}

/** Reads the file of a block into the shared ledger, with the study's format where the block's own says nothing. */
export async function readInto(reading: Reading, block: FileBlock, request: TableRequest): Promise<Table> {
  const format = { ...reading.study.format, ...block.format };
  const table = await readTable(sourceOf(reading, block.file), { ...request, format }, reading.ledger, reading.context);
  reading.detected.push({ file: table.file, ...table.detected });
  return table;
}

function sourceOf({ sources }: Reading, file: string): Source {
  const given = [...sources.keys()].join(", ") || "none";
  return sources.get(file) ?? fail("cohort/file-not-given", { file }, { given }, messages);
}
