import { daysInMonth } from "@kontrafakt/base";
import { monthNames, monthNumber } from "../shapes/month-names.js";
import type { WideColumns } from "./profile-value.js";

type Part = "year" | "quarter" | "month";
const monthName = new RegExp(`(?<!\\p{L})(${monthNames.join("|")})(?!\\p{L})`, "iu");

interface Named {
  readonly pattern: string;
  readonly header: string;
  readonly year: number;
  readonly part: Part;
  readonly number: number;
}

/** Periods a header may name: `2017-K1`, `K1 2017`, `2017Q1`, `201703`, `mar_2017_03`, `2017`. */
function namings(header: string): Named[] {
  const year = /(?<!\d)((?:19|20)\d{2})/.exec(header);
  if (year === null) return [];
  const before = header.slice(0, year.index);
  const after = header.slice(year.index + 4);
  if (/\{|\}/.test(header)) return [];
  const at = Number(year[1]);
  const found: Named[] = [];
  const add = (part: Part, number: number, pattern: string) => found.push({ pattern, header, year: at, part, number });
  const second = /^([^\d]*?)(\d{1,2})(?!\d)/.exec(after);
  const first = /(?<!\d)(\d{1,2})([^\d]*)$/.exec(before);
  const both = (digits: string, make: (name: string) => string) => {
    const number = Number(digits);
    if (digits.length === 1 && number >= 1 && number <= 4) add("quarter", number, make("{quarter}"));
    if (number >= 1 && number <= 12) add("month", number, make("{month}"));
  };
  const spelt = monthName.exec(before) ?? monthName.exec(after);
  if (spelt !== null) {
    const name = (text: string) => text.replace(monthName, "{monthName}");
    const pattern = monthName.test(before) ? `${name(before)}{year}${after}` : `${before}{year}${name(after)}`;
    add("month", monthNumber(spelt[1]), pattern);
  } else if (second !== null) {
    both(second[2], (name) => `${before}{year}${second[1]}${name}${after.slice(second[0].length)}`);
  } else if (first !== null) {
    both(first[1], (name) => `${before.slice(0, first.index)}${name}${first[2]}{year}${after}`);
  } else if (!/\d/.test(before + after)) add("year", 1, `${before}{year}${after}`);
  return found;
}

const perYear: Readonly<Record<Part, number>> = { year: 1, quarter: 4, month: 12 };

/**
 * Groups of three or more columns whose headers differ only in the period they name, the largest group first. A number up to 4 is a
 * quarter only where the pattern never has a larger one, and the periods follow one another nearly without gaps.
 */
export function wideColumns(headers: readonly string[]): WideColumns[] {
  const groups = new Map<string, Named[]>();
  for (const header of headers) {
    for (const named of namings(header)) {
      const group = groups.get(named.pattern);
      if (group === undefined) groups.set(named.pattern, [named]);
      else group.push(named);
    }
  }
  const found: WideColumns[] = [];
  const taken = new Set<string>();
  const fitting = [...groups.values()]
    .filter((group) => group.length >= 3 && isRun(group))
    .sort((a, b) => b.length - a.length || perYear[a[0].part] - perYear[b[0].part]);
  for (const group of fitting) {
    if (group.some(({ header }) => taken.has(header))) continue;
    for (const { header } of group) taken.add(header);
    const sorted = [...group].sort((a, b) => ordinal(a) - ordinal(b));
    const [first] = sorted;
    const last = sorted[sorted.length - 1];
    found.push({
      pattern: first.pattern,
      period: first.part,
      columns: group.length,
      first: first.header,
      last: last.header,
      from: iso(first, false),
      to: iso(last, true),
    });
  }
  return found;
}

const ordinal = ({ year, part, number }: Named) => year * perYear[part] + number - 1;

/** Different periods of which at least three in four between the first and the last are there. */
function isRun(group: readonly Named[]): boolean {
  const ordinals = new Set(group.map(ordinal));
  const span = Math.max(...ordinals) - Math.min(...ordinals) + 1;
  return ordinals.size === group.length && group.length * 4 >= span * 3;
}

function iso({ year, part, number }: Named, isEnd: boolean): string {
  const months = 12 / perYear[part];
  const month = isEnd ? number * months : (number - 1) * months + 1;
  const day = isEnd ? daysInMonth(year, month) : 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
