import { type Context, fail, KontrafaktError } from "@kontrafakt/base";
import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetScan,
  parquetSchema,
  type SchemaElement,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { messages } from "../messages.js";
import type { Cell } from "../table/cell.js";
import type { Source } from "../table/source.js";
import type { UnreadColumn } from "../table/table-request.js";
import type { Bytes } from "./byte-reader.js";
import type { Feed } from "./feed.js";
import { readAll } from "./read-all.js";
import { dayOfMoment, dayOfUniversal, decimalNumber, wholeNumber } from "./typed-cell.js";

/** Rows of a column that nobody asked for which are shown. */
const FIRST = 1000;

/**
 * A Parquet file: only the columns asked for are read, one row group at a time. Lines count from 1, the names being the first.
 *
 * @param source where pieces of the file can be read by themselves; else it is held in memory
 */
export async function parquetFeed(
  bytes: Bytes,
  source: Source | undefined,
  compression: Feed["compression"],
  context: Context | undefined,
): Promise<Feed> {
  const file = bytes.name;
  const buffer = await asyncBuffer(bytes, source, context);
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof KontrafaktError || context?.signal?.aborted) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      return fail("cohort/parquet-broken", { file }, { reason }, messages);
    }
  };
  const metadata = await guard(() => parquetMetadataAsync(buffer, { geoparquet: false }));
  const columns = parquetSchema(metadata).children.map(({ element, children }) => ({ element, isPlain: children.length === 0 }));
  const names = columns.map(({ element }) => element.name);
  const scales = takeDecimals(metadata);
  const rows = Number(metadata.num_rows);
  return {
    kind: "parquet",
    compression,
    sheet: "",
    name: file,
    async read(sink) {
      sink.record(names, 1, "");
      const wanted = sink.wanted() ?? [];
      const firstCells = async (): Promise<UnreadColumn[]> => {
        const plain = columns.filter(
          ({ element, isPlain }, j) => isPlain && element.repetition_type !== "REPEATED" && !wanted.includes(j),
        );
        const headers = plain.map(({ element }) => element.name);
        if (headers.length === 0) return [];
        const first = await parquetReadObjects({
          file: buffer,
          metadata,
          columns: headers,
          rowStart: 0,
          rowEnd: Math.min(FIRST, rows),
          compressors,
          parsers,
        });
        const text = (value: unknown) => (typeof value === "object" ? "" : String(value ?? ""));
        return headers.map((header) => ({ header, cells: first.map((row) => text(row[header])) }));
      };
      const converters = wanted.map((j) => {
        const { element, isPlain } = columns[j];
        if (!isPlain || element.repetition_type === "REPEATED")
          fail("cohort/column-kind", { file, column: names[j] }, {}, messages);
        const unread = () => fail("cohort/column-kind", { file, column: names[j] }, {}, messages);
        return converter(element, scales.get(element), unread);
      });
      await guard(async () => sink.unread?.(await firstCells()));
      const cells: Cell[] = new Array(names.length).fill(null);
      await guard(async () => {
        const scan = await parquetScan({ file: buffer, metadata, columns: wanted.map((j) => names[j]), compressors, parsers });
        for (const range of scan.ranges) {
          context?.signal?.throwIfAborted();
          context?.progress?.({ step: `read ${file}`, done: range.rowStart, total: rows });
          const read = await Promise.all(wanted.map((j) => scan.readColumn({ column: names[j], ...range })));
          for (let i = 0; i < range.rowEnd - range.rowStart; i++) {
            for (let k = 0; k < wanted.length; k++) {
              const value = read[k][i];
              cells[wanted[k]] = value === null || value === undefined ? null : converters[k](value);
            }
            sink.record(sink.settled() ? cells : cells.slice(), range.rowStart + i + 2, "");
          }
        }
      });
      context?.progress?.({ step: `read ${file}`, done: rows, total: rows });
    },
  };
}

async function asyncBuffer(bytes: Bytes, source: Source | undefined, context: Context | undefined): Promise<AsyncBuffer> {
  const { size, slice } = source ?? {};
  if (size !== undefined && slice !== undefined) return { byteLength: size, slice: (from, to = size) => slice(from, to) };
  const all = await readAll(bytes, context);
  return { byteLength: all.byteLength, slice: (from, to) => all.buffer.slice(from, to) };
}

/** Takes the decimal marks off the schema, since the library would multiply by an inexact power of ten. Gives the scales. */
function takeDecimals(metadata: FileMetaData): ReadonlyMap<SchemaElement, number> {
  const scales = new Map<SchemaElement, number>();
  for (const element of metadata.schema) {
    const logical = element.logical_type as { type?: string; scale?: number } | undefined;
    if (element.converted_type !== "DECIMAL" && logical?.type !== "DECIMAL") continue;
    scales.set(element, element.scale ?? logical?.scale ?? 0);
    element.converted_type = undefined;
    element.logical_type = undefined;
  }
  return scales;
}

/** Moments and days stay numbers, which do not depend on a clock. */
const parsers = {
  timestampFromMilliseconds: (value: bigint) => Number(value),
  timestampFromMicroseconds: (value: bigint) => Number(value) / 1000,
  timestampFromNanoseconds: (value: bigint) => Number(value / 1000n) / 1000,
  dateFromDays: (days: number) => days,
  jsonFromBytes: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
};

// biome-ignore lint/suspicious/noExplicitAny: a column's values depend on its type
type Convert = (value: any) => Cell;

function converter(element: SchemaElement, scale: number | undefined, unread: () => never): Convert {
  if (scale !== undefined) {
    return (value) => decimalNumber(value instanceof Uint8Array ? signed(value) : BigInt(value), scale);
  }
  const logical = element.logical_type as { type?: string; isAdjustedToUTC?: boolean } | undefined;
  if (element.converted_type === "DATE" || logical?.type === "DATE") return (value) => ({ day: value });
  if (logical?.type === "TIMESTAMP") return logical.isAdjustedToUTC ? dayOfUniversal : dayOfMoment;
  if (element.converted_type === "TIMESTAMP_MILLIS" || element.converted_type === "TIMESTAMP_MICROS") return dayOfUniversal;
  if (element.type === "INT96") return dayOfMoment;
  return (value) => {
    if (typeof value === "object") unread();
    return typeof value === "bigint" ? wholeNumber(value) : value;
  };
}

/** A whole number in two's complement, its highest byte first. */
function signed(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return bytes.length > 0 && bytes[0] >= 128 ? value - (1n << BigInt(8 * bytes.length)) : value;
}
