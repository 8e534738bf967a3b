import { numberIn, UNREADABLE } from "../text/parse-number.js";
import type { CellFormat, ColumnBuilder } from "./column-builder.js";
import { growingFloat64 } from "./growing-float64.js";

/** A column of numbers. A typed whole number that a double cannot hold is unreadable; true and false are 1 and 0. */
export function numberBuilder(format: () => CellFormat): ColumnBuilder {
  const values = growingFloat64();
  return {
    missing: Number.NaN,
    range: (text, from, to) => numberIn(text, from, to, format()),
    typed(cell) {
      if (typeof cell === "number") return cell;
      if (typeof cell === "boolean") return cell ? 1 : 0;
      if (typeof cell !== "bigint") return UNREADABLE;
      const value = Number(cell);
      return BigInt(value) === cell ? value : UNREADABLE;
    },
    push: values.push,
    finish: () => ({ type: "number", values: values.take() }),
  };
}
