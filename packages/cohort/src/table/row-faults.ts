import { isoFromDay, problem } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { isMonthFirst, type MonthFirst } from "../text/month-first.js";
import { UNREADABLE } from "../text/parse-number.js";
import { trimCell } from "../text/trim-cell.js";
import type { BoundCell } from "./bound-cell.js";
import { type Cell, cellText } from "./cell.js";
import { rowWithoutData } from "./row-without-data.js";
import type { SharedReading } from "./shared-reading.js";

const MOST_ERRORS = 20;

/** What becomes of rows and cells that cannot be used: lines of the ledger, or errors when strict. */
export interface RowFaults {
  /** Cells that make sense only with the month first. */
  readonly monthFirst: readonly MonthFirst[];
  /** Lists a row. */
  reject(line: number, code: string, column?: string, detail?: string): void;
  /** Lists a row, unless its texts say that it is none of the data, which is then the reason. */
  rejectRow(texts: () => string[], line: number, code: string, column?: string, detail?: string): void;
  /** The value of a cell that is missing or unreadable; undefined where its row is listed for it. */
  settle(cell: BoundCell, raw: Cell, value: number, line: number, texts: () => string[]): number | undefined;
}

/** @param width fields of the header */
export function rowFaults(account: string, { strict, ledger, errors }: SharedReading, width: number): RowFaults {
  const monthFirst: MonthFirst[] = [];
  let errorsHere = 0;
  const reject: RowFaults["reject"] = (line, code, column = "", detail = "") => {
    if (ledger !== undefined && !strict) ledger.list(account, line, code, column, detail);
    else if (errorsHere++ < MOST_ERRORS) {
      const where = { file: account, row: line, ...(column === "" ? {} : { column }) };
      errors.push(problem(code, "error", where, { found: detail }));
    }
  };
  const rejectRow: RowFaults["rejectRow"] = (texts, line, code, column = "", detail = "") => {
    const reason = strict ? undefined : rowWithoutData(texts(), width);
    if (reason === undefined) reject(line, code, column, detail);
    else reject(line, reason);
  };
  return {
    monthFirst,
    reject,
    rejectRow,
    settle(cell, raw, value, line, texts) {
      const isUnread = value === UNREADABLE;
      const text = trimCell(cellText(raw, isoFromDay));
      const shown = cell.identifier ? maskIdentifier(text) : text;
      if (isUnread && cell.type === "day" && isMonthFirst(text)) monthFirst.push({ line, column: cell.header, text });
      const code = isUnread ? unreadableCode(cell, raw, text) : "cohort/missing-value";
      if (cell.required || (isUnread && cell.exact)) {
        rejectRow(texts, line, code, cell.header, shown);
        return undefined;
      }
      if (isUnread) ledger?.note(account, line, code, cell.header, shown);
      return cell.builder.missing;
    },
  };
}

/** A count that is too small to be told, as statistics write it. */
const HIDDEN = /^[<≤]\s*=?\s*\d+$/;

function unreadableCode(cell: BoundCell, raw: Cell, text: string): string {
  if (typeof raw === "object" && raw !== null && "error" in raw) return "cohort/error-cell";
  if (cell.type === "day") return "cohort/unreadable-date";
  if (cell.type === "number" && HIDDEN.test(text)) return "cohort/hidden-number";
  return cell.type === "number" || !cell.identifier ? "cohort/unreadable-number" : "cohort/identifier-digits-lost";
}
