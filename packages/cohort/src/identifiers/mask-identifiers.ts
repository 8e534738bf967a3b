import { candidatesIn, mayHoldIdentifier } from "./candidates.js";
import { danishCpr } from "./danish-cpr.js";

/**
 * A text in which everything that has the form of a national identifier, valid or mistyped, shows only that form: digits as `#`,
 * letters as `x`. Nine digits are taken for ten without their leading zero where that gives a date.
 *
 * @param mistyped also numbers of which no date can be read
 */
export function maskIdentifiersIn(text: string, mistyped = true): string {
  if (!mayHoldIdentifier(text)) return text;
  let masked = "";
  let at = 0;
  for (const { start, end, compact, readings } of candidatesIn(text)) {
    if (start < at || (readings.length === 0 && !(mistyped && /^\d+$/.test(compact)))) continue;
    masked += text.slice(at, start) + shape(text.slice(start, end));
    at = end;
  }
  masked += text.slice(at);
  return masked.replace(/(?<!\d)(?<!\d[.,])\d{9}(?!\d)(?![.,]\d)/gu, (nine) =>
    danishCpr(`0${nine}`) === undefined ? nine : shape(nine),
  );
}

function shape(text: string): string {
  return text.replace(/\d/gu, "#").replace(/\p{L}/gu, "x");
}
