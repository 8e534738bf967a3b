import type { BoundCell } from "./bound-cell.js";
import { tidyHeader } from "./resolve-header.js";

const totals = /^(?:i alt|ialt|alt|total|totalt|totaler|totals|sum|summa|samlet|sammanlagt|yhteensä)\s*[:.]?$/i;
const subtotals =
  /^(?:i alt|total|totalt|subtotal|sub-total|delsum|mellemsum|delsumma|sum|summa)\b|\b(?:i alt|ialt|totalt?|subtotal|sum|summa)\s*[:.]?$/i;

/** Whether a text is a word for totals and nothing else. */
export function isTotals(text: string): boolean {
  return text.length <= 20 && totals.test(text);
}

/**
 * Why a row that cannot be used is none of the data, by its texts (trimmed): a totals or subtotal line, or a single text such as a
 * title or a footer. Undefined where it looks like data with a fault.
 *
 * @param width fields of the header
 */
export function rowWithoutData(texts: readonly string[], width: number): string | undefined {
  const filled = texts.filter((text) => text !== "");
  if (filled.length === 0) return undefined;
  if (subtotals.test(filled[0]) || filled.some(isTotals)) return "cohort/totals-row";
  return filled.length === 1 && filled[0] === texts[0] && width > 1 ? "cohort/text-row" : undefined;
}

/**
 * Why a row is none of the data, by the text of the first column asked for: totals, the header again, or (in a column of identifiers)
 * subtotals or a title. Undefined for any other.
 *
 * @param texts all texts of the row, made only where they are needed
 */
export function noDataByFirst(
  text: string,
  texts: () => readonly string[],
  cells: readonly BoundCell[],
  first: BoundCell,
  strict: boolean,
): string | undefined {
  if (text === "") return undefined;
  if (!strict && isTotals(text)) return "cohort/totals-row";
  if (tidyHeader(text) === first.header && isHeaderAgain(texts(), cells)) return "cohort/header-again";
  if (strict || !first.identifier || !text.includes(" ")) return undefined;
  const isOnly = /\p{L}/u.test(text) && texts().filter((other) => other !== "").length === 1;
  return rowWithoutData(isOnly ? [text] : [text, "-"], 2);
}

function isHeaderAgain(texts: readonly string[], cells: readonly BoundCell[]): boolean {
  return cells.every(({ index, header }) => index < 0 || tidyHeader(texts[index] ?? "") === header);
}

/** Whether `noDataByFirst` may find something in a piece of text; cheap, for every row. */
export function mayBeNoData(text: string, from: number, to: number, first: BoundCell): boolean {
  if (to === from) return true;
  const c = text.charCodeAt(from) | 32;
  const mayBeTotals = to - from <= 20 && (c === 105 || c === 97 || c === 116 || c === 115 || c === 121);
  if (mayBeTotals && isTotals(text.slice(from, to).trim())) return true;
  const { header } = first;
  const mayBeHeader =
    to - from >= header.length &&
    text.charCodeAt(from) === header.charCodeAt(0) &&
    (header.length === 1 || text.charCodeAt(from + 1) === header.charCodeAt(1));
  if (mayBeHeader && tidyHeader(text.slice(from, to)) === header) return true;
  if (!first.identifier) return false;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 32) return true;
  return false;
}
