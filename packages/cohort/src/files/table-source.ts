import type { Source } from "../table/source.js";
import { isMoment, type Moment } from "./typed-cell.js";

/** The part of an Arquero table that is read. */
export interface ColumnTable {
  columnNames(): string[];
  /** Values of a column, rows filtered out left out, in the table's order. */
  array(name: string): ArrayLike<unknown>;
}

/**
 * A source over a table in memory, as Arquero has them, so that a notebook's data goes the way a file's does. It is read as an Arrow
 * file of the table's rows, made when it is first opened.
 *
 * @param name shown in messages and in the ledger
 */
export function tableSource(name: string, table: ColumnTable): Source {
  let bytes: Promise<Uint8Array> | undefined;
  return {
    name,
    async open() {
      bytes ??= arrowBytes(table);
      const all = await bytes;
      return new ReadableStream({
        start(controller) {
          controller.enqueue(all);
          controller.close();
        },
      });
    },
  };
}

async function arrowBytes(table: ColumnTable): Promise<Uint8Array> {
  const arrow = await import("@uwdata/flechette");
  const columns = table.columnNames().map((header) => {
    const values = Array.from(table.array(header), (value) => (isNone(value) ? null : value));
    return [header, arrowColumn(arrow, values)] as const;
  });
  return arrow.tableToIPC(arrow.tableFromColumns(columns as never), { format: "file" }) as Uint8Array;
}

const isNone = (value: unknown) => value === null || value === undefined || (typeof value === "number" && Number.isNaN(value));

function arrowColumn(arrow: typeof import("@uwdata/flechette"), values: readonly unknown[]) {
  const some = values.filter((value) => value !== null);
  const all = (is: (value: unknown) => boolean) => some.length > 0 && some.every(is);
  const typed = (type: import("@uwdata/flechette").DataType) => arrow.columnFromArray(values as unknown[], type);
  if (all((value) => typeof value === "number")) return typed(arrow.float64());
  if (all((value) => typeof value === "bigint")) return typed(arrow.int64());
  if (all((value) => typeof value === "boolean")) return typed(arrow.bool());
  if (all(isMoment)) {
    const isDay = some.every((value) => (value as Moment).getTime() % 86_400_000 === 0);
    return typed(isDay ? arrow.dateDay() : arrow.timestamp());
  }
  return arrow.columnFromArray(values.map(textOf), arrow.dictionary(arrow.utf8()));
}

function textOf(value: unknown): string | null {
  if (value === null) return null;
  return isMoment(value) ? value.toISOString() : String(value);
}
