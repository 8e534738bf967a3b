import { type Context, KontrafaktError, type Problem } from "@kontrafakt/base";
import {
  type CategoryColumn,
  type ColumnFinding,
  type ColumnRequest,
  createLedger,
  findIdentifiers,
  maskIdentifiersIn,
  maskProblem,
  readTable,
  type Source,
  type TableRequest,
  tidyHeader,
} from "@kontrafakt/cohort";
import { hashSource } from "@kontrafakt/study";
import type { StudyBlock } from "./study-blocks.js";

/** A column of a file, and what the study does with it. */
export interface LookedAt {
  readonly header: string;
  /** Options that name it; none where the study does not read it. */
  readonly options: readonly string[];
  /** National identifiers in it. */
  readonly finding?: ColumnFinding;
}

/** A file of the study as it lies there. */
export interface FileLook {
  readonly role: string;
  readonly name: string;
  readonly personal: boolean;
  /** `missing` where the file is not there yet, else SHA-256 of its bytes. */
  readonly state: "missing" | { readonly sha256: string };
  /** Rows below the header. */
  readonly rows: number;
  readonly columns: readonly LookedAt[];
  /** Why its columns could not be read, if so. */
  readonly faults?: readonly Problem[];
}

const pattern = /\{(?:year|yy|quarter|half|month|monthName|next|week)\}/;

/** Looks at one file: its hash, its headers, and which of its columns hold national identifiers. Values are not kept. */
export async function lookAtFile(
  block: StudyBlock,
  name: string,
  source: Source | undefined,
  format: TableRequest["format"],
  context: Context,
): Promise<FileLook> {
  const { role, personal, named } = block;
  if (source === undefined) return { role, name, personal, state: "missing", rows: 0, columns: [] };
  const state = { sha256: await hashSource(source, context.signal) };
  const columns = new Map<string, ColumnRequest>();
  for (const { text } of named) if (!pattern.test(text)) columns.set(text, { header: text, type: "category", optional: true });
  const wide = named.filter(({ text }) => pattern.test(text)).map(({ text, option }) => ({ matches: headerLike(text), option }));
  const unread: { header: string; cells: readonly string[] }[] = [];
  try {
    const request: TableRequest = { columns, format, unread: (_, met) => void unread.push(...met) };
    const table = await readTable(source, request, createLedger(), context);
    const looked = table.detected.header
      .filter((header) => header !== "")
      .map((header): LookedAt => {
        const column = [...columns].find(([, { header: wanted }]) => tidyHeader(wanted) === header)?.[0];
        const read = column === undefined ? undefined : (table.columns.get(column) as CategoryColumn | undefined);
        const cells = read === undefined ? (unread.find((u) => u.header === header)?.cells ?? []) : cellsOf(read);
        const options = [
          ...named.filter(({ text }) => text === column).map(({ option }) => option),
          ...wide.filter(({ matches }) => matches(header)).map(({ option }) => option),
        ];
        return { header: maskIdentifiersIn(header), options, finding: findIdentifiers(cells)[0] };
      });
    return { role, name, personal, state, rows: table.rows, columns: looked };
  } catch (error) {
    if (!(error instanceof KontrafaktError)) throw error;
    return { role, name, personal, state, rows: 0, columns: [], faults: error.problems.map(maskProblem) };
  }
}

const MOST_LOOKED_AT = 20_000;

function* cellsOf(column: CategoryColumn): Generator<readonly [string, number]> {
  const times = new Int32Array(column.levels.length);
  for (const code of column.values) if (code >= 0) times[code]++;
  const step = Math.ceil(times.length / MOST_LOOKED_AT);
  for (let k = 0; k < times.length; k += step) if (times[k] > 0) yield [column.levels[k], times[k]];
}

/** Whether a header is written as a pattern says, whatever period it names. */
function headerLike(text: string): (header: string) => boolean {
  const parts = text.trim().split(/(\{\w+\})/);
  const source = parts.map((part) => (/^\{\w+\}$/.test(part) ? "[\\p{L}\\p{N}]+" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  const expression = new RegExp(`^${source.join("")}$`, "u");
  return (header) => expression.test(header);
}
