/** What a cell's parser gives for a text it cannot read; no cell can hold it. */
export const UNREADABLE = Number.POSITIVE_INFINITY;

export type Thousands = "." | "," | " " | "'" | "none";

/** How the numbers of a file are written. */
export interface NumberFormat {
  readonly decimal: "," | ".";
  /** The only mark that may group thousands; undefined: whichever is not the decimal mark. */
  readonly thousands?: Thousands;
  /** Receives the group marks met. */
  readonly groupsSeen?: Set<string>;
}

const tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const comma = /^[+-]?(?:\d{1,3}(?:[. ']\d{3})+|\d+)?(?:,\d*)?(?:[eE][+-]?\d+)?$/;
const point = /^[+-]?(?:\d{1,3}(?:[, ']\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * A trimmed number with a given decimal mark. Thousands may be grouped in threes by the other mark, a space or an apostrophe, or by
 * the one given alone. `UNREADABLE` for anything else.
 */
export function parseNumber(text: string, decimal: "," | ".", thousands?: Thousands): number {
  return numberIn(text, 0, text.length, { decimal, thousands });
}

/** The same for a piece of a longer text. */
export function numberIn(text: string, from: number, to: number, format: NumberFormat): number {
  const simple = plain(text, from, to, format.decimal === "," ? 44 : 46);
  return simple === UNREADABLE ? grouped(text.slice(from, to), format) : simple;
}

function grouped(text: string, { decimal, thousands, groupsSeen }: NumberFormat): number {
  const tidy = text
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/[\u2019]/g, "'")
    .replace(/^\u2212/, "-");
  if (!(decimal === "," ? comma : point).test(tidy) || !/\d/.test(tidy)) return UNREADABLE;
  const groups = decimal === "," ? /[. ']/g : /[, ']/g;
  for (const mark of tidy.match(groups) ?? []) {
    if (thousands !== undefined && mark !== thousands) return UNREADABLE;
    groupsSeen?.add(mark);
  }
  const bare = tidy.replace(groups, "");
  const value = Number(decimal === "," ? bare.replace(",", ".") : bare);
  return Number.isFinite(value) ? value : UNREADABLE;
}

/** Digits with at most one decimal mark and a minus sign, up to 15 digits: exact, since both parts of the quotient are. */
function plain(text: string, from: number, to: number, mark: number): number {
  const minus = from < to && text.charCodeAt(from) === 45;
  const start = minus ? from + 1 : from;
  if (to - start > 16 || to === start) return UNREADABLE;
  let whole = 0;
  let digits = 0;
  let decimals = -1;
  for (let i = start; i < to; i++) {
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
  return minus ? -value : value;
}
