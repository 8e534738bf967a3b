import type { Thousands } from "./parse-number.js";

const commaDecimal = /^[+-]?(?:\d+|\d{1,3}(?:[. ']\d{3})+),(?:\d{1,2}|\d{4,})$/;
const pointDecimal = /^[+-]?(?:\d+|\d{1,3}(?:[, ']\d{3})+)\.(?:\d{1,2}|\d{4,})$/;
const commaGroups = /^[+-]?\d{1,3}(?:,\d{3}){2,}$/;
const pointGroups = /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/;

const either = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** Whether a text can be a number of thousands or one with three decimals, such as 1.234. */
export function isEither(text: string): boolean {
  return either.test(text);
}

/**
 * Decimal mark of a sample of number cells. Without evidence, comma where the fields are separated by semicolons, else point.
 */
export function detectDecimal(cells: Iterable<string>, delimiter: string, thousands?: Thousands): "," | "." {
  return toldDecimal(cells, thousands) ?? (delimiter === ";" ? "," : ".");
}

/**
 * The decimal mark that a sample of number cells tells, undefined where they do not. A cell speaks when its mark cannot group
 * thousands (or groups twice); `1.234` does not. A declared mark of thousands that is a point or a comma decides.
 */
export function toldDecimal(cells: Iterable<string>, thousands?: Thousands): "," | "." | undefined {
  if (thousands === "." || thousands === ",") return thousands === "." ? "," : ".";
  let balance = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (commaDecimal.test(text) || pointGroups.test(text)) balance++;
    else if (pointDecimal.test(text) || commaGroups.test(text)) balance--;
  }
  return balance === 0 ? undefined : balance > 0 ? "," : ".";
}
