import { missingCodes } from "../table/missing-codes.js";
import { type NumberFormat, numberIn, UNREADABLE } from "../text/parse-number.js";
import { isBlankCode } from "../text/trim-cell.js";
import { textCounts } from "./text-counts.js";
import { type HashSet, hashSet, textHash } from "./text-hash.js";

/** Different texts counted one by one; a century of dates fits. Columns with more are told by a sample and by hashes. */
export const MOST_COUNTED = 20_000;

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/** What is known of a column after its cells went by. */
export interface ColumnTally {
  readonly header: string;
  readonly index: number;
  readonly rows: number;
  readonly filled: number;
  /** Rows by trimmed text, in order of appearance: all of them, or of the first `MOST_COUNTED` different texts. */
  readonly counts: ReadonlyMap<string, number>;
  /** Whether `counts` has every text. */
  readonly isCounted: boolean;
  /** Range of the numbers among the texts that are not in `counts`, by decimal mark; `min` above `max` for none. */
  readonly beyond: Readonly<Record<"," | ".", NumberRange>>;
  readonly distinct: number;
  /** Whether `distinct` reached the limit of what is kept. */
  readonly isManyMore: boolean;
  /** Smallest hashes of its texts, in order. Not to leave memory. */
  readonly hashes: Uint32Array;
}

export interface TallyBuilder {
  /** Takes the cell that stands in a piece of a text, blanks around it aside. */
  add(text: string, from?: number, to?: number, times?: number): void;
  finish(rows: number): ColumnTally;
}

const SAMPLE = 4096;
const marks = { ",": { decimal: "," }, ".": { decimal: "." } } as const satisfies Record<string, NumberFormat>;

/** Tallies a column; `missing` texts are not counted as filled. */
export function tallyColumn(header: string, index: number, missing: Iterable<string>): TallyBuilder {
  const texts = textCounts(MOST_COUNTED);
  const codes = missingCodes(missing, new Set());
  let filled = 0;
  let set: HashSet | undefined;
  const beyond = { ",": noNumbers(), ".": noNumbers() };
  return {
    add(text, start = 0, end = text.length, times = 1) {
      let from = start;
      let to = end;
      while (from < to && isBlankCode(text.charCodeAt(from))) from++;
      while (to > from && isBlankCode(text.charCodeAt(to - 1))) to--;
      if (codes.range(text, from, to)) return;
      filled += times;
      const hash = textHash(text, from, to);
      if (texts.add(text, from, to, hash, times)) return;
      if (set === undefined) {
        set = hashSet();
        for (const seen of texts.finish().keys()) set.add(textHash(seen));
      }
      set.add(hash);
      const mark = markIn(text, from, to);
      if (mark === undefined) return;
      const other = mark === "," ? "." : ",";
      widen(beyond[mark], numberIn(text, from, to, marks[mark]));
      if (to - from < 16 && !/[,.]\d{1,2}$/.test(text.slice(to - 3, to)))
        widen(beyond[other], numberIn(text, from, to, marks[other]));
    },
    finish(rows) {
      const counts = texts.finish();
      const hashes = set ?? hashSet();
      if (set === undefined) for (const seen of counts.keys()) hashes.add(textHash(seen));
      return {
        header,
        index,
        rows,
        filled,
        counts,
        beyond,
        isCounted: set === undefined || set.size() <= counts.size,
        distinct: set === undefined ? counts.size : set.size(),
        isManyMore: set?.isFull() ?? false,
        hashes: hashes.smallest(SAMPLE),
      };
    },
  };
}

/** The last mark of what begins like a number, a point where there is none; undefined for what does not. */
function markIn(text: string, from: number, to: number): "," | "." | undefined {
  const first = text.charCodeAt(from);
  if ((first < 48 || first > 57) && first !== 43 && first !== 45 && first !== 8722) return undefined;
  for (let i = to - 1; i > from; i--) {
    const c = text.charCodeAt(i);
    if (c === 44) return ",";
    if (c === 46) return ".";
  }
  return ".";
}

type Growing = { -readonly [K in keyof NumberRange]: NumberRange[K] };

function noNumbers(): Growing {
  return { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY, whole: true };
}

function widen(range: Growing, value: number): void {
  if (value === UNREADABLE) return;
  if (value < range.min) range.min = value;
  if (value > range.max) range.max = value;
  range.whole &&= Number.isInteger(value);
}
