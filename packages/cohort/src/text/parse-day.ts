import { type Day, dayOf, NO_DAY } from "@kontrafakt/base";
import { dateForms } from "../options/format-options.js";

export type DateForm = (typeof dateForms)[number];

/** How the dates of a file are written. */
export interface DayFormat {
  /** The only form that is read; undefined: every form that cannot be mistaken for another. */
  readonly dates?: DateForm;
  /** Receives how many cells have each of `dateForms`. */
  readonly formsSeen?: Int32Array;
}

const [DMY_DASH, DMY_POINT, DMY_SLASH, MDY, YMD, DIGITS, SERIAL] = dateForms.keys();
const afterDate = /^[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$/;
/** Spreadsheet day number of 1970-01-01 where day 1 is 1900-01-01 and 1900 counts as a leap year. */
const SERIAL_1970 = 25569;

/**
 * A trimmed date to a day: dd-mm-yyyy, dd.mm.yyyy, dd/mm/yyyy, yyyy-mm-dd (also with . or /) or yyyymmdd, days and months with one
 * or two digits, a time of day after it ignored. `mm/dd/yyyy` and `excel` (day numbers of a spreadsheet) only when asked for.
 * `NO_DAY` if there is no such date.
 */
export function parseDay(text: string, form?: DateForm): Day {
  return dayIn(text, 0, text.length, { dates: form });
}

/** The same for a piece of a longer text. */
export function dayIn(text: string, from: number, to: number, { dates, formsSeen }: DayFormat): Day {
  const asked = dates === undefined ? -1 : dateForms.indexOf(dates);
  if (to - from === 10 && asked < 0) {
    const day = usual(text, from, formsSeen);
    if (day !== NO_DAY) return day;
  }
  let at = from;
  const a = digitsAt(text, at, to, 9);
  const lengthA = runAt(text, at, to, 9);
  at += lengthA;
  if (lengthA === 0) return NO_DAY;
  if (at === to) {
    if (asked === SERIAL) return lengthA > 6 || a < 61 ? NO_DAY : seen(formsSeen, SERIAL, a - SERIAL_1970);
    if (lengthA !== 8 || (asked >= 0 && asked !== DIGITS)) return NO_DAY;
    return seen(formsSeen, DIGITS, dayOf(Math.floor(a / 10_000), Math.floor(a / 100) % 100, a % 100));
  }
  const mark = text.charCodeAt(at++);
  if (mark !== 45 && mark !== 46 && mark !== 47) return NO_DAY;
  const b = digitsAt(text, at, to, 3);
  const lengthB = runAt(text, at, to, 3);
  at += lengthB;
  if (lengthB === 0 || lengthB > 2 || text.charCodeAt(at++) !== mark || at > to) return NO_DAY;
  const c = digitsAt(text, at, to, 5);
  const lengthC = runAt(text, at, to, 5);
  at += lengthC;
  if (at < to && !afterDate.test(text.slice(at, to))) return NO_DAY;
  if (lengthA === 4 && lengthC >= 1 && lengthC <= 2) {
    return asked < 0 || asked === YMD ? seen(formsSeen, YMD, dayOf(a, b, c)) : NO_DAY;
  }
  if (lengthA > 2 || lengthC !== 4) return NO_DAY;
  if (asked === MDY && mark === 47) return seen(formsSeen, MDY, dayOf(c, a, b));
  const form = mark === 45 ? DMY_DASH : mark === 46 ? DMY_POINT : DMY_SLASH;
  return asked < 0 || asked === form ? seen(formsSeen, form, dayOf(c, b, a)) : NO_DAY;
}

/** dd-mm-yyyy and yyyy-mm-dd in full, by far the commonest; `NO_DAY` for anything else. */
function usual(text: string, from: number, formsSeen: Int32Array | undefined): Day {
  const mark = text.charCodeAt(from + 2);
  if (mark >= 45 && mark <= 47 && text.charCodeAt(from + 5) === mark) {
    const day = two(text, from);
    const month = two(text, from + 3);
    const year = 100 * two(text, from + 6) + two(text, from + 8);
    if (!(day + month + year >= 0)) return NO_DAY;
    return seen(formsSeen, mark === 45 ? DMY_DASH : mark === 46 ? DMY_POINT : DMY_SLASH, dayOf(year, month, day));
  }
  if (text.charCodeAt(from + 4) !== 45 || text.charCodeAt(from + 7) !== 45) return NO_DAY;
  const year = 100 * two(text, from) + two(text, from + 2);
  const month = two(text, from + 5);
  const day = two(text, from + 8);
  return day + month + year >= 0 ? seen(formsSeen, YMD, dayOf(year, month, day)) : NO_DAY;
}

/** Two digits as a number; NaN where they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

function seen(forms: Int32Array | undefined, form: number, day: Day): Day {
  if (forms !== undefined && day !== NO_DAY) forms[form]++;
  return day;
}

/** How many digits stand from a place on, counted up to a limit. */
function runAt(text: string, from: number, to: number, most: number): number {
  let n = 0;
  while (n < most && from + n < to) {
    const c = text.charCodeAt(from + n);
    if (c < 48 || c > 57) break;
    n++;
  }
  return n;
}

function digitsAt(text: string, from: number, to: number, most: number): number {
  let value = 0;
  for (let i = from; i < to && i < from + most; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) break;
    value = value * 10 + (c - 48);
  }
  return value;
}
