import { NO_DAY } from "@kontrafakt/base";
import { dayIn } from "../text/parse-day.js";
import { UNREADABLE } from "../text/parse-number.js";
import type { CellFormat, ColumnBuilder } from "./column-builder.js";
import { growingInt32 } from "./growing-int32.js";

/** A column of days. A typed number is read as the digits yyyymmdd, or as a spreadsheet's day number where the format says so. */
export function dayBuilder(format: () => CellFormat): ColumnBuilder {
  const values = growingInt32();
  const range = (text: string, from: number, to: number) => {
    const day = dayIn(text, from, to, format());
    return day === NO_DAY ? UNREADABLE : day;
  };
  return {
    missing: NO_DAY,
    range,
    typed(cell) {
      if (typeof cell === "object" && "day" in cell) return cell.day;
      if (typeof cell === "boolean" || typeof cell === "object") return UNREADABLE;
      const digits = String(cell);
      return range(digits, 0, digits.length);
    },
    push: values.push,
    finish: () => ({ type: "day", values: values.take() }),
  };
}
