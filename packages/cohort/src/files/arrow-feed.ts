import { type Context, fail, KontrafaktError } from "@kontrafakt/base";
import {
  type Column,
  CompressionType,
  type DataType,
  getCompressionCodec,
  setCompressionCodec,
  type Table,
  Type,
  tableFromIPC,
} from "@uwdata/flechette";
import { messages } from "../messages.js";
import type { Cell } from "../table/cell.js";
import type { UnreadColumn } from "../table/table-request.js";
import type { Bytes } from "./byte-reader.js";
import type { Feed } from "./feed.js";
import { lz4Frame } from "./lz4-frame.js";
import { readAll } from "./read-all.js";
import { dayOfMoment, dayOfUniversal, decimalNumber, wholeNumber } from "./typed-cell.js";

/** An Arrow IPC file or stream, its record batches compressed or not. Lines count from 1, the names being the first. */
export async function arrowFeed(bytes: Bytes, compression: Feed["compression"], context: Context | undefined): Promise<Feed> {
  const file = bytes.name;
  const all = await readAll(bytes, context);
  let table: Table;
  try {
    await useCodecs();
    table = tableFromIPC(all, { useBigInt: true, useDecimalInt: true });
  } catch {
    return fail("cohort/arrow-broken", { file }, {}, messages);
  }
  return {
    kind: "arrow",
    compression,
    sheet: "",
    name: file,
    async read(sink) {
      sink.record([...table.names], 1, "");
      const wanted = sink.wanted() ?? [];
      const columns = wanted.map((j) => ({
        j,
        column: table.getChildAt(j),
        convert: converter(table.getChildAt(j).type, file, table.names[j]),
      }));
      sink.unread?.(table.names.flatMap((header, j) => (wanted.includes(j) ? [] : [firstCells(header, table.getChildAt(j))])));
      const cells: Cell[] = new Array(table.numCols).fill(null);
      const progress = (done: number) => context?.progress?.({ step: `read ${file}`, done, total: table.numRows });
      try {
        for (let i = 0; i < table.numRows; i++) {
          if (i % 65536 === 0) {
            context?.signal?.throwIfAborted();
            progress(i);
          }
          for (const { j, column, convert } of columns) {
            const value = column.at(i);
            cells[j] = value === null || value === undefined ? null : convert(value);
          }
          sink.record(sink.settled() ? cells : cells.slice(), i + 2, "");
        }
      } catch (error) {
        if (error instanceof KontrafaktError || context?.signal?.aborted) throw error;
        fail("cohort/arrow-broken", { file }, {}, messages);
      }
      progress(table.numRows);
    },
  };
}

/** Rows of a column that nobody asked for which are shown. */
const FIRST = 1000;

function firstCells(header: string, column: Column<unknown>): UnreadColumn {
  const cells = Array.from({ length: Math.min(FIRST, column.length) }, (_, i) => column.at(i));
  return { header, cells: cells.map((value) => (typeof value === "object" ? "" : String(value ?? ""))) };
}

// biome-ignore lint/suspicious/noExplicitAny: a batch's values depend on its type
type Convert = (value: any) => Cell;

function converter(type: DataType, file: string, column: string): Convert {
  switch (type.typeId) {
    case Type.Dictionary:
      return converter((type as { dictionary: DataType }).dictionary, file, column);
    case Type.Int:
      return (value) => (typeof value === "bigint" ? wholeNumber(value) : value);
    case Type.Decimal: {
      const { scale } = type as { scale: number };
      return (value) => decimalNumber(BigInt(value), scale);
    }
    case Type.Date:
      return dayOfMoment;
    case Type.Timestamp:
      return (type as { timezone?: string | null }).timezone ? dayOfUniversal : dayOfMoment;
    case Type.Float:
    case Type.Bool:
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Utf8View:
    case Type.Null:
      return (value) => value;
    default:
      return fail("cohort/column-kind", { file, column }, {}, messages);
  }
}

/** Arrow files of R and Python are compressed by default; the library wants to be given the means, unless somebody has already. */
async function useCodecs(): Promise<void> {
  const { compressors } = await import("hyparquet-compressors");
  const zstd = compressors.ZSTD as (data: Uint8Array, size: number) => Uint8Array;
  const codecs = [
    [CompressionType.ZSTD, zstd],
    [CompressionType.LZ4_FRAME, lz4Frame],
  ] as const;
  for (const [type, decode] of codecs)
    if (getCompressionCodec(type) === null) setCompressionCodec(type, { decode, encode: refuse });
}

function refuse(): never {
  throw new Error("Arrow files are read, not written compressed");
}
