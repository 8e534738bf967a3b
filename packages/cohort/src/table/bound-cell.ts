import type { CellFormat, ColumnBuilder, ColumnType } from "./column-builder.js";
import { type MissingCodes, missingCodes } from "./missing-codes.js";
import { newColumn } from "./new-column.js";
import type { ResolvedHeader } from "./resolve-header.js";
import type { Column } from "./table.js";
import { type ColumnRequest, requestedColumns, type TableRequest } from "./table-request.js";

/** A column asked for, bound to its place in one file. */
export interface BoundCell {
  readonly key: string;
  /** As the file has it, for messages. */
  readonly header: string;
  /** Place of the field; −1 where this file lacks the optional column, −2 where a name stands for it. */
  readonly index: number;
  readonly type: ColumnType;
  readonly required: boolean;
  /** An unreadable cell leaves its row out. */
  readonly exact: boolean;
  readonly identifier: boolean;
  readonly missing: MissingCodes;
  readonly builder: ColumnBuilder;
}

/** The columns of a table while its files are read one after another: they grow together and share their levels. */
export interface GrowingColumns {
  /** Binds the columns to a file. Wide columns that earlier files lacked are missing there. */
  bind(found: ResolvedHeader, header: readonly string[], rowsBefore: number, met: Set<string>): readonly BoundCell[];
  finish(): { columns: ReadonlyMap<string, Column>; wide: ReadonlyMap<string, Column> };
}

/**
 * @param missing cell texts that mean missing in the file being read
 * @param format ways of writing of the file being read
 */
export function growingColumns(
  request: TableRequest,
  strict: boolean,
  missing: readonly string[],
  format: () => CellFormat,
): GrowingColumns {
  const asked = requestedColumns(request).map(([key, column]) => ({ key, column, builder: newColumn(column.type, format) }));
  const present = new Set<string>();
  const wide = new Map<string, ColumnBuilder>();
  const wideType = request.wide?.type ?? "number";
  const common = (column: ColumnRequest) => ({
    type: column.type,
    required: column.required ?? false,
    exact: strict || column.unreadable === "list",
    identifier: column.identifier ?? false,
  });
  return {
    bind(found, header, rowsBefore, met) {
      const cells: BoundCell[] = asked.map(({ key, column, builder }) => {
        const index = found.index.get(key) as number;
        if (index !== -1) present.add(key);
        const codes = missingCodes(column.missing === undefined ? missing : ["", ...column.missing], met);
        const shown = index < 0 ? column.header : header[index];
        return { key, header: shown, index, ...common(column), missing: codes, builder };
      });
      const places = new Map(found.wide.map(({ header: text, index }) => [text, index]));
      for (const text of places.keys()) {
        if (wide.has(text)) continue;
        const builder = newColumn(wideType, format);
        for (let i = 0; i < rowsBefore; i++) builder.push(builder.missing);
        wide.set(text, builder);
      }
      for (const [text, builder] of wide) {
        const codes = missingCodes(missing, met);
        const plain = common({ header: text, type: wideType });
        cells.push({ key: text, header: text, index: places.get(text) ?? -1, ...plain, missing: codes, builder });
      }
      return cells;
    },
    finish: () => ({
      columns: new Map(asked.filter(({ key }) => present.has(key)).map(({ key, builder }) => [key, builder.finish()])),
      wide: new Map([...wide].map(([header, builder]) => [header, builder.finish()])),
    }),
  };
}
