import { type Day, NO_DAY } from "@kontrafakt/base";
import { type DateForm, dateForm, parseDay } from "../text/parse-day.js";
import { parseNumber, UNREADABLE } from "../text/parse-number.js";
import { growingInt32 } from "./growing-int32.js";
import type { Column } from "./table.js";

export type ColumnType = "category" | "text" | "number" | "day";

/** A growing typed column. `parse` gives the value to store for a trimmed text, `missing` what stands for none. */
export interface ColumnBuilder {
  readonly missing: number;
  parse(text: string): number;
  push(value: number): void;
  finish(): Column;
}

export interface CellFormat {
  decimal: "," | ".";
  readonly dates?: DateForm;
  /** Date forms met, counted. */
  readonly formsSeen: Map<DateForm, number>;
}

export function columnBuilder(type: ColumnType, format: CellFormat): ColumnBuilder {
  if (type === "number") return numberBuilder(format);
  return type === "day" ? dayBuilder(format) : categoryBuilder();
}

function numberBuilder(format: CellFormat): ColumnBuilder {
  let values = new Float64Array(256);
  let n = 0;
  return {
    missing: Number.NaN,
    parse: (text) => parseNumber(text, format.decimal),
    push(value) {
      if (n === values.length) {
        const wider = new Float64Array(2 * n);
        wider.set(values);
        values = wider;
      }
      values[n++] = value;
    },
    finish: () => ({ type: "number", values: values.slice(0, n) }),
  };
}

function dayBuilder(format: CellFormat): ColumnBuilder {
  const values = growingInt32();
  const known = new Map<string, Day>();
  return {
    missing: NO_DAY,
    parse(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const day = parseDay(text, format.dates);
      if (day === NO_DAY) return UNREADABLE;
      const form = dateForm(text) as DateForm;
      format.formsSeen.set(form, (format.formsSeen.get(form) ?? 0) + 1);
      if (known.size < 50_000) known.set(text, day);
      return day;
    },
    push: values.push,
    finish: () => ({ type: "day", values: values.take() }),
  };
}

function categoryBuilder(): ColumnBuilder {
  const codes = growingInt32();
  const levels: string[] = [];
  const codeOf = new Map<string, number>();
  return {
    missing: -1,
    parse(text) {
      let code = codeOf.get(text);
      if (code === undefined) {
        code = levels.length;
        levels.push(text);
        codeOf.set(text, code);
      }
      return code;
    },
    push: codes.push,
    finish: () => ({ type: "category", values: codes.take(), levels }),
  };
}
