import { type Context, fail, type Problem } from "@kontrafakt/base";
import { guardTable } from "../identifiers/guard-table.js";
import { lookForOf } from "../identifiers/look-for.js";
import { unreadIdentifiers } from "../identifiers/unread-columns.js";
import type { LedgerBuilder } from "../ledger/create-ledger.js";
import { type IdLinks, linkIds } from "../linkage/link-ids.js";
import { messages } from "../messages.js";
import type { CohortOptions } from "../options/cohort-shape.js";
import { filesOf } from "../options/common.js";
import type { ListOptions, RecodeOptions } from "../options/recode-options.js";
import type { StudyWindow } from "../population/study-window.js";
import { listRequest } from "../recode/code-list.js";
import { recodePlan } from "../recode/recode-plan.js";
import { recodeTable } from "../recode/recode-table.js";
import { readTable } from "./read-table.js";
import type { Source } from "./source.js";
import type { Detected, Table } from "./table.js";
import type { TableRequest } from "./table-request.js";

/** What was found out about a file that was read. */
export interface FileDetected extends Detected {
  readonly file: string;
}

/** What every reader of files is given. */
export interface FileReading {
  /** Every file given, by the name it has in the study. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly study: Pick<CohortOptions, "format" | "identifiers" | "extract">;
  readonly ledger: LedgerBuilder;
  readonly problems: Problem[];
  readonly detected: FileDetected[];
  /** How ids are linked; as they stand where absent. */
  readonly links?: IdLinks;
  readonly context: Context | undefined;
}

/** What the readers of a cohort's files share while they work. */
export interface Reading extends FileReading {
  readonly study: CohortOptions;
  readonly window: StudyWindow;
}

/** What every block of the study that names a file has. */
export interface FileBlock {
  readonly file: string | readonly string[];
  readonly format?: TableRequest["format"];
  readonly recode?: RecodeOptions | undefined;
  /** Name of the key file that translates its ids. */
  readonly ids?: string | undefined;
}

/**
 * Reads the files of a block into the shared ledger, with the study's format where the block's own says nothing, and recodes its
 * columns as the block and the request say.
 */
export async function readInto(reading: FileReading, block: FileBlock, request: TableRequest): Promise<Table> {
  const format = { ...reading.study.format, ...block.format };
  const sources = filesOf(block.file).map((file) => sourceOf(reading, file));
  const plan = recodePlan(request, block.recode, filesOf(block.file)[0], format);
  const lookFor = lookForOf(reading.study);
  const unread: TableRequest["unread"] = (file, columns) => reading.problems.push(...unreadIdentifiers(file, columns, lookFor));
  const read = await readTable(sources, { ...plan.request, format, unread }, reading.ledger, reading.context);
  const { otherColumns } = reading.study.identifiers;
  const { table, problems } = guardTable(read, plan.request, { ...lookFor, otherColumns });
  reading.problems.push(...problems);
  table.parts.forEach((file, p) => {
    reading.detected.push({ file, ...table.detectedParts[p] });
  });
  const recoded = await recodeTable(table, plan, { ...reading, readList: (list) => readList(reading, list) });
  return reading.links === undefined ? recoded : linkIds(reading.links, block.ids, recoded, request);
}

/** Reads the file of a list of codes; a bad row stops the study. */
async function readList(reading: FileReading, list: ListOptions): Promise<Table> {
  const format = { ...reading.study.format, ...list.format };
  const request = listRequest(list);
  const read = await readTable(sourceOf(reading, list.file), { ...request, format }, undefined, reading.context);
  const { table } = guardTable(read, request, { ...lookForOf(reading.study), otherColumns: "never" });
  reading.detected.push({ file: table.file, ...table.detected });
  return table;
}

function sourceOf({ sources }: FileReading, file: string): Source {
  const given = [...sources.keys()].join(", ") || "none";
  return sources.get(file) ?? fail("cohort/file-not-given", { file }, { given }, messages);
}
