import { looseText } from "../text/loose-text.js";

/** What a cell's code became. */
export interface CodeMatch {
  readonly value: string;
  /** The code is written otherwise than in the study: in case or spacing. */
  readonly respelled: boolean;
}

export interface CodeMatcher {
  find(text: string): CodeMatch | undefined;
}

interface Range {
  readonly code: string;
  readonly low: number;
  readonly high: number;
  readonly value: string;
}

/** Two codes of a recoding that cannot both hold. */
export interface CodeConflict {
  readonly code: "recode-codes-alike" | "recode-ranges-overlap";
  readonly first: string;
  readonly second: string;
}

const range = /^(\d{1,15})\s*[-–]\s*(\d{1,15})$/;
const wholeNumber = /^\d{1,15}$/;

/** Codes as the study writes them, made ready: exact ones, ranges from narrow to wide, beginnings from long to short. */
function sortCodes(codes: Readonly<Record<string, string>>) {
  const exact = new Map<string, string>();
  const ranges: Range[] = [];
  const beginnings: { readonly begins: string; readonly value: string }[] = [];
  for (const [code, value] of Object.entries(codes)) {
    exact.set(code.trim(), value);
    const [, low, high] = range.exec(code.trim()) ?? [];
    if (low !== undefined && Number(low) <= Number(high)) ranges.push({ code, low: Number(low), high: Number(high), value });
    else if (code.trim().endsWith("*")) beginnings.push({ begins: looseText(code.trim().slice(0, -1)), value });
  }
  ranges.sort((a, b) => a.high - a.low - (b.high - b.low) || a.low - b.low);
  beginnings.sort((a, b) => b.begins.length - a.begins.length);
  return { exact, ranges, beginnings };
}

/**
 * Finds what a code becomes: the code as written, else in other case or spacing, else the narrowest range that holds it, else the
 * longest beginning (`52.3.*`). A code that is written like a range or a beginning is also found as it stands.
 */
export function codeMatcher(codes: Readonly<Record<string, string>>): CodeMatcher {
  const { exact, ranges, beginnings } = sortCodes(codes);
  const loose = new Map([...exact].map(([code, value]) => [looseText(code), value] as const));
  return {
    find(text) {
      const same = exact.get(text);
      if (same !== undefined) return { value: same, respelled: false };
      const tidy = looseText(text);
      const alike = loose.get(tidy);
      if (alike !== undefined) return { value: alike, respelled: true };
      const number = wholeNumber.test(tidy) ? Number(tidy) : Number.NaN;
      const value =
        ranges.find(({ low, high }) => number >= low && number <= high)?.value ??
        beginnings.find(({ begins }) => tidy.startsWith(begins))?.value;
      return value === undefined ? undefined : { value, respelled: false };
    },
  };
}

/** Codes that differ only in case or spacing, and ranges of which neither holds the other, where they become different things. */
export function codeConflicts(codes: Readonly<Record<string, string>>): CodeConflict[] {
  const found: CodeConflict[] = [];
  const seen = new Map<string, string>();
  for (const [code, value] of Object.entries(codes)) {
    const tidy = looseText(code);
    const first = seen.get(tidy);
    if (first !== undefined && codes[first] !== value) found.push({ code: "recode-codes-alike", first, second: code });
    seen.set(tidy, first ?? code);
  }
  const { ranges } = sortCodes(codes);
  ranges.forEach((a, i) => {
    for (const b of ranges.slice(i + 1)) {
      const meet = a.low <= b.high && b.low <= a.high;
      const within = a.low >= b.low && a.high <= b.high && a.high - a.low < b.high - b.low;
      if (meet && !within && a.value !== b.value) found.push({ code: "recode-ranges-overlap", first: a.code, second: b.code });
    }
  });
  return found;
}
