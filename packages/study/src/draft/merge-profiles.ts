import type { ColumnProfile, LevelCount, Profile, RoleCandidate, SharedColumn } from "@kontrafakt/cohort";

/** Most kinds of value that are kept of a column. */
const MOST_LEVELS = 50;
/** A column with no more different values than this is not held against other files. */
const FEW_VALUES = 20;

/**
 * One profile of files or sheets of one form, a year each for example: rows and values of all of them. Where the files cannot tell,
 * a count is a lower bound (`isAtLeast`), since the same value may stand in several.
 *
 * @param files profiles with the same headers in the same order; one alone is given back as it is
 */
export function mergeProfiles(files: readonly Profile[]): Profile {
  const [first] = files;
  if (files.length === 1) return first;
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const names = [...new Set(files.map(({ file }) => file))];
  const columns = first.columns.map((_, k) =>
    mergeColumns(
      files.map((file) => file.columns[k]),
      rows,
    ),
  );
  return {
    ...first,
    file: names.length < 3 ? names.join(", ") : `${names[0]} … ${names[names.length - 1]}`,
    rows,
    columns,
    shared: mergeShared(files),
  };
}

function mergeColumns(parts: readonly ColumnProfile[], rows: number): ColumnProfile {
  const base = mostTelling(parts);
  const filled = parts.reduce((sum, part) => sum + part.filled, 0);
  const { levels: _levels, otherLevels: _others, number: _number, day: _day, ...rest } = base;
  const levels = mergeLevels(parts);
  const others = Math.max(0, ...parts.map(({ otherLevels = 0 }) => otherLevels)) + Math.max(0, levels.length - MOST_LEVELS);
  const isListed = base.levels !== undefined;
  const largest = Math.max(...parts.map(({ distinct }) => distinct));
  return {
    ...rest,
    kind: base.kind === "constant" && levels.length > 1 ? "category" : base.kind,
    filled,
    filledShare: rows === 0 ? 0 : filled / rows,
    distinct: isListed ? Math.max(largest, levels.length) : largest,
    isAtLeast: parts.some(({ isAtLeast }) => isAtLeast) || !isListed || others > 0,
    ...(isListed ? { levels: levels.slice(0, MOST_LEVELS), otherLevels: others } : {}),
    ...(base.number === undefined ? {} : { number: mergeNumbers(parts, base.number) }),
    ...(base.day === undefined ? {} : { day: mergeDays(parts, base.day) }),
    candidates: base.candidates.map((candidate) => withCommonReasons(candidate, parts)),
  };
}

/** The part with most values; one whose values are all the same, or with none, tells less. */
function mostTelling(parts: readonly ColumnProfile[]): ColumnProfile {
  const weight = ({ kind }: ColumnProfile) => (kind === "empty" ? 0 : kind === "constant" ? 1 : 2);
  return [...parts].sort((a, b) => weight(b) - weight(a) || b.filled - a.filled)[0];
}

/** Rows of each value in all parts; a count withheld in one part adds nothing, and one withheld in all stays so. */
function mergeLevels(parts: readonly ColumnProfile[]): LevelCount[] {
  const rows = new Map<string, number | string>();
  for (const { levels = [] } of parts) {
    for (const { text, rows: n } of levels) {
      const before = rows.get(text);
      if (typeof before === "number") rows.set(text, typeof n === "number" ? before + n : before);
      else rows.set(text, n);
    }
  }
  const count = (n: number | string) => (typeof n === "number" ? n : 0);
  return [...rows].map(([text, n]) => ({ text, rows: n })).sort((a, b) => count(b.rows) - count(a.rows));
}

function mergeNumbers(parts: readonly ColumnProfile[], base: NonNullable<ColumnProfile["number"]>): ColumnProfile["number"] {
  const numbers = parts.flatMap(({ number }) => (number === undefined ? [] : [number]));
  return {
    ...base,
    min: Math.min(...numbers.map(({ min }) => min)),
    max: Math.max(...numbers.map(({ max }) => max)),
    whole: numbers.every(({ whole }) => whole),
  };
}

function mergeDays(parts: readonly ColumnProfile[], base: NonNullable<ColumnProfile["day"]>): ColumnProfile["day"] {
  const days = parts.flatMap(({ day }) => (day === undefined ? [] : [day]));
  const least = (texts: readonly string[]) => [...texts].sort()[0];
  const most = (texts: readonly string[]) => [...texts].sort()[texts.length - 1];
  return {
    ...base,
    first: least(days.map(({ first }) => first)),
    last: most(days.map(({ last }) => last)),
    usualFirst: least(days.map(({ usualFirst }) => usualFirst)),
    usualLast: most(days.map(({ usualLast }) => usualLast)),
    forms: [...new Set(days.flatMap(({ forms }) => forms))],
  };
}

/** A reason is told only where every part that holds anything has it. */
function withCommonReasons(candidate: RoleCandidate, parts: readonly ColumnProfile[]): RoleCandidate {
  const held = parts.filter(({ kind }) => kind !== "empty");
  const isCommon = (code: string) =>
    held.every(({ candidates }) =>
      candidates.some(({ role, reasons }) => role === candidate.role && reasons.some((reason) => reason.code === code)),
    );
  return { ...candidate, reasons: candidate.reasons.filter(({ code }) => isCommon(code)) };
}

/** The least share that any part's values have in another file; none where a part with enough values has none. */
function mergeShared(files: readonly Profile[]): readonly SharedColumn[] {
  return files
    .reduce((a, b) => (b.rows > a.rows ? b : a))
    .shared.flatMap((shared) => {
      let share = shared.share;
      for (const file of files) {
        const column = file.columns.find(({ header }) => header === shared.column);
        if (column === undefined || column.distinct <= FEW_VALUES) continue;
        share = Math.min(
          share,
          file.shared.find((s) => s.column === shared.column && s.file === shared.file && s.otherColumn === shared.otherColumn)
            ?.share ?? 0,
        );
      }
      return share > 0 ? [{ ...shared, share }] : [];
    });
}
