import { NO_DAY } from "@kontrafakt/base";
import { monthNames, monthNumber } from "./month-names.js";
import { monthsFrom, quarterOf, type Stretch, type StretchUnit } from "./stretch.js";

const parts = {
  year: "(\\d{4})",
  next: "(\\d{4}|\\d{2})",
  half: "([12])",
  quarter: "([1-4])",
  month: "(0?[1-9]|1[0-2])",
  monthName: `(${monthNames.join("|")})\\.?`,
} as const;
type Part = keyof typeof parts;
const places = /(\{\w+\})/;

/** The parts in braces that a pattern names, in order; a name that is none of ours is left as it stands. */
export function patternParts(pattern: string): Part[] {
  return pattern.split(places).flatMap((piece) => {
    const name = piece.slice(1, -1);
    return places.test(piece) && Object.hasOwn(parts, name) ? [name as Part] : [];
  });
}

/** What the texts of a pattern name. Undefined where it has no {year}, a part twice, an unknown one, or parts that do not go together. */
export function patternUnit(pattern: string): StretchUnit | undefined {
  const named = patternParts(pattern);
  const within = named.filter((part) => part !== "year");
  if (pattern.split(places).filter((piece) => places.test(piece)).length !== named.length) return undefined;
  if (!named.includes("year") || named.length !== new Set(named).size || within.length > 1) return undefined;
  if (within.length === 0) return "year";
  if (within[0] === "next") return "school";
  return within[0] === "monthName" ? "month" : (within[0] as "half" | "quarter" | "month");
}

/**
 * Reads a text written as a pattern says, such as `{year}-K{quarter}`, `{monthName} {year}` or `{year}/{next}` (a school year, from the
 * first of `schoolYearFrom`); undefined for other texts. The names of months may be Danish, English, Norwegian or Swedish, short or long.
 */
export function periodPattern(pattern: string, schoolYearFrom = 8): (text: string) => Stretch | undefined {
  const named = patternParts(pattern);
  const unit = patternUnit(pattern);
  const source = pattern
    .trim()
    .split(places)
    .map((piece) => {
      const name = piece.slice(1, -1);
      return places.test(piece) && Object.hasOwn(parts, name)
        ? parts[name as Part]
        : piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    })
    .join("");
  const expression = new RegExp(`^${source}$`, named.includes("monthName") ? "i" : "");
  return (text) => {
    const match = unit === undefined ? null : expression.exec(text);
    if (match === null) return undefined;
    const at = (part: Part) => match[named.indexOf(part) + 1];
    const year = Number(at("year"));
    switch (unit) {
      case "school":
        return schoolYear(year, at("next"), schoolYearFrom);
      case "half":
        return monthsFrom(year, Number(at("half")) * 6 - 5, "half");
      case "quarter":
        return quarterOf(year, Number(at("quarter")));
      case "month":
        return monthsFrom(year, named.includes("month") ? Number(at("month")) : monthNumber(at("monthName")), "month");
      default:
        return known(monthsFrom(year, 1, "year"));
    }
  };
}

/** The school year that begins in `year` if the second text is the year after it, `24` or `2024`. */
export function schoolYear(year: number, next: string, from: number): Stretch | undefined {
  const expected = next.length === 4 ? String(year + 1) : String((year + 1) % 100).padStart(2, "0");
  return next === expected ? known(monthsFrom(year, from, "school")) : undefined;
}

function known(stretch: Stretch): Stretch | undefined {
  return stretch.from === NO_DAY ? undefined : stretch;
}
