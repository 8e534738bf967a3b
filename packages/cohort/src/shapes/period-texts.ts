import { mondayOfIsoWeek, NO_DAY } from "@kontrafakt/base";
import { looseText } from "../text/loose-text.js";
import { parseDay } from "../text/parse-day.js";
import { monthNames, monthNumber } from "./month-names.js";
import { schoolYear } from "./period-pattern.js";
import { monthsFrom, quarterOf, type Stretch } from "./stretch.js";

const gap = "[\\s./:_-]*";
const year = "((?:19|20|21)\\d{2})";
const nth = "([1-4])\\s*(?:\\.|st|nd|rd|th)?";
const quarterWord = "(?:kvartal|kvart|kvt|kv|quarter|qtr|k|q)\\.?";
const halfWord = "(?:halvår|halvaar|half[ -]?year|half|h)\\.?";
const name = `(${monthNames.join("|")})\\.?`;
const form = (source: string) => new RegExp(`^${source}$`);

type Make = (first: string, second: string) => Stretch;
const quarter: Make = (y, q) => quarterOf(Number(y), Number(q));
const half: Make = (y, h) => monthsFrom(Number(y), Number(h) * 6 - 5, "half");
const month: Make = (y, m) => monthsFrom(Number(y), Number(m), "month");
const named: Make = (y, m) => monthsFrom(Number(y), monthNumber(m), "month");
const turned =
  (make: Make): Make =>
  (a, b) =>
    make(b, a);

const forms: readonly (readonly [RegExp, Make])[] = [
  [form(`(?:år |year )?${year}`), (y) => monthsFrom(Number(y), 1, "year")],
  [form(`${year}${gap}${quarterWord}${gap}([1-4])`), quarter],
  [form(`${quarterWord}${gap}([1-4])${gap}${year}`), turned(quarter)],
  [form(`${nth}\\s*${quarterWord}${gap}${year}`), turned(quarter)],
  [form(`${year}${gap}${nth}\\s*${quarterWord}`), quarter],
  [form(`${year}${gap}${halfWord}${gap}([12])`), half],
  [form(`${halfWord}${gap}([12])${gap}${year}`), turned(half)],
  [form(`([12])\\s*(?:\\.|st|nd)?\\s*${halfWord}${gap}${year}`), turned(half)],
  [form(`${year}${gap}([12])\\s*(?:\\.|st|nd)?\\s*${halfWord}`), half],
  [form(`${year}(0[1-9]|1[0-2])`), month],
  [form(`${year}${gap}m${gap}(0?[1-9]|1[0-2])`), month],
  [form(`(0?[1-9]|1[0-2])[./-]${year}`), turned(month)],
  [form(`${name}${gap}${year}`), turned(named)],
  [form(`${year}${gap}${name}`), named],
];
const schoolWord = /^(?:skoleåret|skoleår|läsåret|läsår|skuleåret|skuleår|school year)\s*/;
const schoolForm = form(`${year}\\s*(?:/|-|–)\\s*(\\d{4}|\\d{2})`);
/** Either the month of a year or a school year: `2011-12`. */
const eitherForm = form(`${year}[/-](\\d{2})`);
const week = form(`${year}${gap}(?:uge|vecka|uke|week|w|u|v)${gap}(0?[1-9]|[1-4]\\d|5[0-3])`);

/** How the texts of one column are to be read. */
export interface PeriodTexts {
  /** Stretch of each text, undefined where it names none. */
  readonly stretches: readonly (Stretch | undefined)[];
  /** Texts like `2011-12` that may be December or a school year, with nothing else in the column to tell: the first of them. */
  readonly ambiguous?: string;
}

/**
 * Reads the distinct period texts of a column without being told their form: years, quarters (2023Q1, K1 2023, 1. kvartal 2023),
 * half-years, months (2023-01, 202301, 2023M01, jan 2023 in Danish, English, Norwegian and Swedish), weeks (2023W05, 2023 uge 5), school
 * years (2023/24) and dates. `2011-12` and `2011/12` are read as the rest of the column says.
 * @param schoolYearFrom month in which a school year begins
 */
export function periodTexts(texts: readonly string[], schoolYearFrom: number): PeriodTexts {
  const tidy = texts.map(looseText);
  let months = 0;
  let schools = 0;
  let both: string | undefined;
  tidy.forEach((text, i) => {
    const match = eitherForm.exec(text);
    if (match === null) return;
    const isMonth = Number(match[2]) >= 1 && Number(match[2]) <= 12;
    const isSchool = schoolYear(Number(match[1]), match[2], schoolYearFrom) !== undefined;
    if (isMonth && isSchool) both ??= texts[i];
    else if (isMonth) months++;
    else if (isSchool) schools++;
  });
  if (both !== undefined && months > 0 === schools > 0) return { stretches: texts.map(() => undefined), ambiguous: both };
  return { stretches: tidy.map((text) => parsePeriod(text, schools > 0 ? "school" : "month", schoolYearFrom)) };
}

function parsePeriod(text: string, either: "month" | "school", schoolYearFrom: number): Stretch | undefined {
  const double = eitherForm.exec(text);
  if (double !== null && either === "month") {
    const m = Number(double[2]);
    if (m >= 1 && m <= 12) return month(double[1], double[2]);
  }
  const school = schoolForm.exec(text.replace(schoolWord, ""));
  if (school !== null) return schoolYear(Number(school[1]), school[2], schoolYearFrom);
  const weekly = week.exec(text);
  if (weekly !== null) {
    const monday = mondayOfIsoWeek(Number(weekly[1]), Number(weekly[2]));
    return monday === NO_DAY ? undefined : { from: monday, to: monday + 6, unit: "week" };
  }
  for (const [expression, make] of forms) {
    const match = expression.exec(text);
    if (match !== null) return make(match[1], match[2]);
  }
  const day = parseDay(text);
  return day === NO_DAY ? undefined : { from: day, to: day, unit: "day" };
}
