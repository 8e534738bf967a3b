/** What a cell's parser gives for a text it cannot read; no cell can hold it. */
export const UNREADABLE = Number.POSITIVE_INFINITY;

const tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const comma = /^[+-]?(?:\d{1,3}(?:[. ']\d{3})+|\d+)?(?:,\d*)?(?:[eE][+-]?\d+)?$/;
const point = /^[+-]?(?:\d{1,3}(?:[, ']\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * A trimmed number with a given decimal mark. Thousands may be grouped in threes by the other mark, a space or an apostrophe.
 * `UNREADABLE` for anything else.
 */
export function parseNumber(text: string, decimal: "," | "."): number {
  const simple = plain(text, decimal === "," ? 44 : 46);
  if (simple !== UNREADABLE) return simple;
  const tidy = text
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/[\u2019]/g, "'")
    .replace(/^\u2212/, "-");
  if (!(decimal === "," ? comma : point).test(tidy) || !/\d/.test(tidy)) return UNREADABLE;
  const bare = tidy.replace(decimal === "," ? /[. ']/g : /[, ']/g, "");
  const value = Number(decimal === "," ? bare.replace(",", ".") : bare);
  return Number.isFinite(value) ? value : UNREADABLE;
}

/** Digits with at most one decimal mark and a minus sign, up to 15 digits: exact, since both parts of the quotient are. */
function plain(text: string, mark: number): number {
  let i = text.charCodeAt(0) === 45 ? 1 : 0;
  const n = text.length;
  if (n - i > 16 || n === i) return UNREADABLE;
  let whole = 0;
  let digits = 0;
  let decimals = -1;
  for (; i < n; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      whole = whole * 10 + (c - 48);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (c === mark && decimals < 0) decimals = 0;
    else return UNREADABLE;
  }
  if (digits === 0 || digits > 15) return UNREADABLE;
  const value = decimals > 0 ? whole / tens[decimals] : whole;
  return text.charCodeAt(0) === 45 ? -value : value;
}
