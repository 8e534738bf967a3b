import type { TableAccount } from "../ledger/table-account.js";
import type { CategoryColumn, Column, NumberColumn, Table } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { detectDecimal } from "../text/detect-decimal.js";
import { parseNumber, UNREADABLE } from "../text/parse-number.js";
import { BOOLEAN_LEVELS } from "./boolean-words.js";
import type { FileWriting, RecodeStep } from "./recode-plan.js";

/** What a recoded column is to become. */
export interface FinalType {
  readonly header: string;
  readonly type: ColumnRequest["type"];
  /** An unreadable cell leaves its row out. */
  readonly exact: boolean;
}

/**
 * Decimal mark of number columns that were read as texts: as declared, else as detected from the file's other numbers, else from the
 * texts themselves.
 */
export function decimalOf(table: Table, texts: readonly Column[], format: FileWriting): "," | "." {
  if (format.decimal !== undefined) return format.decimal;
  const read = [...table.columns.values(), ...(table.wide?.values() ?? [])];
  if (read.some(({ type }) => type === "number")) return table.detected.decimal;
  return detectDecimal(cellsOf(texts), table.detected.delimiter);
}

function* cellsOf(columns: readonly Column[]): Generator<string> {
  for (const column of columns) if (column.type === "category") yield* column.levels;
}

/** Recoded texts as the numbers that were asked for; where a column is recoded to yes and no, 1 and 0. */
export function toNumbers(
  { values, levels }: CategoryColumn,
  steps: readonly RecodeStep[],
  { header, exact }: FinalType,
  decimal: "," | ".",
  format: FileWriting,
  { account, left, quiet }: { account: TableAccount; left: Uint8Array; quiet: boolean },
): NumberColumn {
  const factor = steps.reduce((product, { recode }) => product * (recode.times ?? 1), 1);
  const isBoolean = steps.some(({ recode }) => recode.boolean !== undefined);
  const number = Float64Array.from(levels, (text) =>
    isBoolean ? BOOLEAN_LEVELS.indexOf(text as "no") : parseNumber(text, decimal, format.thousands),
  );
  const out = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] < 0 ? Number.NaN : number[values[i]];
    out[i] = value === UNREADABLE ? Number.NaN : value * factor;
    if (value !== UNREADABLE || left[i] === 1) continue;
    if (exact) {
      left[i] = 1;
      account.list(i, "cohort/unreadable-number", header, levels[values[i]]);
    } else if (!quiet) account.note(i, "cohort/unreadable-number", header, levels[values[i]]);
  }
  return { type: "number", values: out };
}
