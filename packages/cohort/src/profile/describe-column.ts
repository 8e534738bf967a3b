import { isoFromDay, NO_DAY, periodOfDay } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { publishable } from "../disclosure/publishable.js";
import { findIdentifiers } from "../identifiers/find-identifiers.js";
import { dateForms } from "../options/format-options.js";
import { booleanWord } from "../recode/boolean-words.js";
import { dayIn, parseDay } from "../text/parse-day.js";
import { parseNumber, UNREADABLE } from "../text/parse-number.js";
import type { ColumnTally } from "./column-tally.js";
import { headerScores, headerWords, isPersonalHeader } from "./header-score.js";
import type { ColumnKind, ColumnProfile } from "./profile-value.js";
import type { ColumnRole } from "./role-terms.js";

/** Counts below this are withheld, and rarer values not named. */
const SMALL = 5;
const MOST_LEVELS = 200;
const SHOWN_LEVELS = 20;
/** Different texts in which national identity numbers are looked for. */
const LOOKED_AT = 3000;
/** Share of a column's cells that must be of a kind for the column to be. */
const NEARLY_ALL = 0.95;

/** Days of the calendar between 1850 and 2150: outside, eight digits are no date. */
const EARLIEST = -43_829;
const LATEST = 65_744;

type Described = Omit<ColumnProfile, "candidates" | "endsWith">;

/** What a column looks to hold, from its tally. */
export function describeColumn(tally: ColumnTally, decimal: "," | "."): Described {
  const { header, index, filled, distinct, counts } = tally;
  const common = {
    header,
    index,
    filled,
    filledShare: tally.rows === 0 ? 0 : filled / tally.rows,
    distinct,
    isAtLeast: tally.isManyMore,
  };
  const counted = sum(counts.values());
  const share = (test: (text: string) => boolean) => {
    let n = 0;
    for (const [text, times] of counts) if (test(text)) n += times;
    return counted === 0 ? 0 : n / counted;
  };
  const as = (kind: ColumnKind, more: Partial<Described> = {}): Described => ({ ...common, kind, ...more });
  if (filled === 0) return as("empty");
  const [finding] = findIdentifiers(first(counts, LOOKED_AT));
  const national = finding === undefined ? {} : { identifier: finding.kind };
  if (finding?.whole && finding.share > 0.5) return as("identifier", { shape: shapeOf(counts), ...national });
  if (isPersonalHeader(header)) return as("personal", national);
  if (share((text) => dayOrNone(text) !== NO_DAY) >= NEARLY_ALL) return as("day", { day: describeDays(counts) });
  if (looksIdentifying(tally, counted)) return as("identifier", { shape: shapeOf(counts) });
  const isNumber = share((text) => parseNumber(text, decimal) !== UNREADABLE) >= NEARLY_ALL;
  const levels = () => describeLevels(counts);
  if (distinct === 1 && tally.rows > 1) return as("constant", levels());
  if (distinct === 2 && [...counts.keys()].every((text) => booleanWord(text.toLowerCase()) >= 0)) return as("boolean", levels());
  const fewLevels = tally.isCounted && distinct <= MOST_LEVELS && distinct * 2 <= filled;
  if (isNumber) {
    if (isCode(counts, header)) return as("code", fewLevels ? levels() : {});
    return as("number", { number: describeNumbers(tally, decimal) });
  }
  if (!fewLevels || finding !== undefined) return as("text", national);
  return as(share((text) => /\d/.test(text) && text.length <= 8) > 0.5 ? "code" : "category", levels());
}

/** The first texts of a column, with their rows. */
function* first(counts: ReadonlyMap<string, number>, most: number): Generator<[string, number]> {
  let n = 0;
  for (const entry of counts) {
    if (n++ === most) return;
    yield entry;
  }
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function dayOrNone(text: string): number {
  const day = parseDay(text);
  if (day !== NO_DAY) return day >= EARLIEST && day <= LATEST ? day : NO_DAY;
  return parseDay(text, "mm/dd/yyyy");
}

/**
 * Texts that stand for persons rather than say something: nearly all have letters or digits in one shape with four digits or more, and
 * there are many, or the header says so. Amounts, dates, codes of laws and accounts are not meant.
 */
function looksIdentifying(tally: ColumnTally, counted: number): boolean {
  const { counts, header, distinct, filled } = tally;
  const scores = headerScores(header);
  const score = (role: ColumnRole) => scores.get(role)?.score ?? 0;
  const named = Math.max(score("person"), score("household"));
  const words = headerWords(header);
  const saysNumber = words.some((word) => /(?:id|nr|nummer|number|no)$/.test(word));
  const isOther = (["account", "amount", "price", "year", "municipality"] as const).some((role) => score(role) > named);
  if (isOther || distinct < 2) return false;
  let digits = 0;
  let whole = 0;
  for (const [text, times] of counts) {
    const n = text.replace(/\P{N}/gu, "").length;
    if (/[.,]\d{1,2}$/.test(text) || n < text.length / 3) continue;
    whole += times;
    if (n >= 4) digits += times;
  }
  if (named >= 0.75 && whole >= NEARLY_ALL * counted) return true;
  const isOwn = distinct >= 0.9 * filled && filled > SMALL;
  if (named >= 0.45 && (isOwn || digits >= 0.9 * counted)) return true;
  if (!(digits >= 0.9 * counted)) return false;
  const hasLetters = [...counts.keys()].slice(0, 50).every((text) => /\p{L}/u.test(text) && /^\S+$/.test(text));
  return (saysNumber || hasLetters) && (isOwn || distinct > MOST_LEVELS || saysNumber);
}

function shapeOf(counts: ReadonlyMap<string, number>): string {
  const shapes = new Map<string, number>();
  let seen = 0;
  for (const text of counts.keys()) {
    if (seen++ === 500) break;
    const shape = maskIdentifier(text);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  return [...shapes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

/** Numbers that name rather than count: leading zeros, or a header that says code. */
function isCode(counts: ReadonlyMap<string, number>, header: string): boolean {
  if (headerWords(header).some((word) => /^(?:kode|kod|code|.+kode|.+kod)$/.test(word))) return true;
  let leading = 0;
  for (const text of counts.keys()) if (/^0\d+$/.test(text)) leading++;
  return leading * 20 > counts.size;
}

function describeNumbers({ counts, beyond }: ColumnTally, decimal: "," | "."): ColumnProfile["number"] {
  let { min, max, whole } = beyond[decimal];
  for (const text of counts.keys()) {
    const value = parseNumber(text, decimal);
    if (value === UNREADABLE) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    whole &&= Number.isInteger(value);
  }
  return { min, max, whole, decimal };
}

function describeDays(counts: ReadonlyMap<string, number>): ColumnProfile["day"] {
  const formsSeen = new Int32Array(dateForms.length);
  const months = new Map<number, { rows: number; first: number; last: number }>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let isMonthFirst = false;
  for (const text of counts.keys()) isMonthFirst ||= parseDay(text) === NO_DAY && parseDay(text, "mm/dd/yyyy") !== NO_DAY;
  const format = isMonthFirst ? ({ dates: "mm/dd/yyyy", formsSeen } as const) : { formsSeen };
  for (const [text, rows] of counts) {
    const day = dayIn(text, 0, text.length, format);
    if (day === NO_DAY || day < EARLIEST || day > LATEST) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
    const month = periodOfDay(day, "month");
    const before = months.get(month);
    if (before === undefined) months.set(month, { rows, first: day, last: day });
    else {
      before.rows += rows;
      before.first = Math.min(before.first, day);
      before.last = Math.max(before.last, day);
    }
  }
  if (months.size === 0) return undefined;
  const sizes = [...months.values()].map(({ rows }) => rows).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] / 10;
  const busy = [...months.values()].filter(({ rows }) => rows >= usual);
  return {
    first: isoFromDay(first),
    last: isoFromDay(last),
    usualFirst: isoFromDay(Math.min(...busy.map((month) => month.first))),
    usualLast: isoFromDay(Math.max(...busy.map((month) => month.last))),
    forms: dateForms
      .filter((_, k) => formsSeen[k] > 0)
      .sort((a, b) => formsSeen[dateForms.indexOf(b)] - formsSeen[dateForms.indexOf(a)]),
  };
}

function describeLevels(counts: ReadonlyMap<string, number>): Partial<Described> {
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const shown = sorted.slice(0, SHOWN_LEVELS);
  const levels = shown.map(([text, rows]) => ({ text, rows: publishable(rows, SMALL) }));
  return { levels, otherLevels: sorted.length - shown.length };
}
