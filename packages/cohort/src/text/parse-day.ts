import { type Day, dayOf, NO_DAY } from "@kontrafakt/base";
import type { dateForms } from "../options/format-options.js";

export type DateForm = (typeof dateForms)[number];

const longer = /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?$/;

/**
 * A trimmed date to a day: dd-mm-yyyy, dd.mm.yyyy, dd/mm/yyyy, yyyy-mm-dd (also with . or /) or yyyymmdd, days and months with one
 * or two digits, a time of day after it ignored. `mm/dd/yyyy` only when asked for. `NO_DAY` if there is no such date.
 */
export function parseDay(text: string, form?: DateForm): Day {
  const found = dateForm(text);
  if (found === undefined) return NO_DAY;
  if (found === "yyyymmdd") {
    if (form !== undefined && form !== found) return NO_DAY;
    return dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)));
  }
  const [, a, , b, c] = longer.exec(text) as RegExpExecArray;
  if (found === "yyyy-mm-dd") return form === undefined || form === found ? dayOf(Number(a), Number(b), Number(c)) : NO_DAY;
  if (form === "mm/dd/yyyy" && found === "dd/mm/yyyy") return dayOf(Number(c), Number(a), Number(b));
  return form === undefined || form === found ? dayOf(Number(c), Number(b), Number(a)) : NO_DAY;
}

/** The form a text has, whether or not the calendar has such a day. */
export function dateForm(text: string): DateForm | undefined {
  if (text.length === 8 && /^\d{8}$/.test(text)) return "yyyymmdd";
  const match = longer.exec(text);
  if (match === null) return undefined;
  if (match[1].length === 4 && match[4].length <= 2) return "yyyy-mm-dd";
  if (match[1].length <= 2 && match[4].length === 4)
    return `dd${match[2] as "-" | "." | "/"}mm${match[2] as "-"}yyyy` as DateForm;
  return undefined;
}
