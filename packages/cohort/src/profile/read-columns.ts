import { type Context, fail, isoFromDay } from "@kontrafakt/base";
import type { Feed, RecordSink } from "../files/feed.js";
import { openFeeds } from "../files/open-feeds.js";
import { messages } from "../messages.js";
import type { FormatOptions } from "../options/format-options.js";
import { formatOptions } from "../options/format-options.js";
import { type Cell, cellText } from "../table/cell.js";
import { tidyHeader } from "../table/resolve-header.js";
import { rowWithoutData } from "../table/row-without-data.js";
import type { Source } from "../table/source.js";
import { detectDecimal } from "../text/detect-decimal.js";
import { beforeHeader } from "../text/read-records.js";
import { trimCell } from "../text/trim-cell.js";
import { type ColumnTally, type TallyBuilder, tallyColumn } from "./column-tally.js";
import { guessDelimiter } from "./guess-delimiter.js";
import { sampleRows } from "./sample-rows.js";

/** How a file or sheet turned out to be written. */
export interface ProfileDetected {
  readonly encoding: string;
  readonly delimiter: string;
  readonly decimal: "," | ".";
  /** Line of the header. */
  readonly headerLine: number;
}

/** A file or sheet after all its columns were read: tallies in memory, which may hold identifiers. */
export interface ReadColumns {
  readonly file: string;
  /** Name of the sheet; "" where there is none. */
  readonly sheet: string;
  readonly rows: number;
  readonly columns: readonly ColumnTally[];
  /** Some thousands of rows at even distances. */
  readonly sample: readonly (readonly string[])[];
  readonly detected: ProfileDetected;
}

/** Records among which the header is looked for, and whose cells tell the decimal mark. */
const HELD = 200;
const MOST_COLUMNS = 10_000;

/** Reads every column of a file as text, of a workbook sheet by sheet. Rows without data or that cannot be split are passed over. */
export async function readColumns(
  source: Source,
  given: Partial<FormatOptions>,
  context?: Context,
): Promise<readonly ReadColumns[]> {
  const format = formatOptions.parse(given);
  const guessed = format.delimiter === undefined ? await guessDelimiter(source, format, context) : {};
  const request = {
    columns: {},
    wide: { matches: () => true, description: "" },
    format: { sheet: "all", ...format, ...guessed },
  };
  const feeds = await openFeeds(source, request, context);
  const read: ReadColumns[] = [];
  for (const feed of feeds) {
    const tallied = tallySink(feed, format);
    await feed.read(tallied.sink);
    const part = tallied.finish();
    if (part !== undefined) read.push({ file: source.name, sheet: feeds.length > 1 ? feed.sheet : "", ...part });
  }
  if (read.length === 0) fail("cohort/file-empty", { file: source.name }, {}, messages);
  return read;
}

type Part = Omit<ReadColumns, "file" | "sheet">;

function tallySink(feed: Feed, format: FormatOptions): { readonly sink: RecordSink; finish(): Part | undefined } {
  const missing = ["", ...format.missing];
  const sample = sampleRows();
  let held: { readonly texts: string[]; readonly line: number }[] | undefined = [];
  let first: readonly string[][] = [];
  let builders: TallyBuilder[] = [];
  let headerLine = 0;
  let rows = 0;
  let widest = 0;
  const take = (texts: string[]) => {
    const reason = rowWithoutData(texts, builders.length);
    if (reason === "cohort/totals-row" || (reason !== undefined && texts[0].includes(" "))) return;
    rows++;
    for (let i = 0; i < builders.length; i++) builders[i].add(texts[i] ?? "");
    sample.offer(texts);
  };
  const settle = () => {
    if (held === undefined) return;
    const isTyped = feed.kind === "parquet" || feed.kind === "arrow";
    const at = isTyped ? (held.length > 0 ? 0 : -1) : headerAmong(held.map(({ texts }) => texts));
    if (at < 0) return;
    headerLine = held[at].line;
    builders = held[at].texts.slice(0, MOST_COLUMNS).map((text, i) => tallyColumn(tidyHeader(text), i, missing));
    first = held.slice(at + 1).map(({ texts }) => texts);
    held = undefined;
    for (const texts of first) take(texts);
  };
  const sink: RecordSink = {
    settled: () => held === undefined,
    wanted: () => [...Array(widest).keys()],
    fields(text, bounds, width) {
      if (width !== builders.length || mayHaveNoData(text, bounds[0], bounds[1] - 1) || sample.isNext()) {
        const texts = Array.from({ length: width }, (_, j) => trimCell(text.slice(bounds[j], bounds[j + 1] - 1)));
        if (texts.some((one) => one !== "")) take(texts);
        return;
      }
      rows++;
      sample.pass();
      for (let i = 0; i < builders.length; i++) builders[i].add(text, bounds[i], bounds[i + 1] - 1);
    },
    record(cells: readonly Cell[], line, fault) {
      if (fault !== "") return;
      widest = Math.max(widest, cells.length);
      const texts = Array.from(cells, (cell) => trimCell(cellText(cell, isoFromDay)));
      if (texts.every((text) => text === "") || (held?.length === 0 && beforeHeader(texts))) return;
      if (held === undefined) return take(texts);
      held.push({ texts, line });
      if (held.length >= HELD) settle();
    },
  };
  return {
    sink,
    finish() {
      settle();
      if (builders.length === 0) return undefined;
      const { encoding, delimiter } = feed.text?.() ?? { encoding: "", delimiter: "" };
      const decimal = format.decimal ?? detectDecimal(first.flat(), delimiter === "" ? "," : delimiter);
      const columns = builders.map((builder) => builder.finish(rows));
      return { rows, columns, sample: sample.rows(), detected: { encoding, delimiter, decimal, headerLine } };
    },
  };
}

/** Whether a row's first cell may be blank or a word for totals, so that all its texts need a look. */
function mayHaveNoData(text: string, from: number, to: number): boolean {
  if (to === from) return true;
  const c = text.charCodeAt(from) | 32;
  return c === 32 || c === 97 || c === 100 || c === 105 || c === 109 || c === 115 || c === 116 || c === 121;
}

/** The header: the first record with at least three in five as many texts as the fullest of the records. −1 for none. */
function headerAmong(records: readonly (readonly string[])[]): number {
  const filled = records.map((texts) => texts.filter((text) => text !== "").length);
  const most = Math.max(0, ...filled);
  return filled.findIndex((n) => n > 0 && n >= 0.6 * most);
}
