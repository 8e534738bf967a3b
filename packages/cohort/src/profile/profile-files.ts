import type { Context } from "@kontrafakt/base";
import type { FormatOptions } from "../options/format-options.js";
import type { Source } from "../table/source.js";
import { columnCandidates } from "./column-candidates.js";
import type { ColumnTally } from "./column-tally.js";
import { dayPairs } from "./day-pairs.js";
import { describeColumn } from "./describe-column.js";
import { fileCandidates } from "./file-candidates.js";
import type { Profile, SharedColumn } from "./profile-value.js";
import { type ReadColumns, readColumns } from "./read-columns.js";
import { sharedShare } from "./text-hash.js";
import { wideColumns } from "./wide-columns.js";

/** Share of a column's values that another file must have for the two to be told as the same. */
const SHARED = 0.5;

/**
 * Looks at files: what their columns hold and what they may be in a study. Reads every row once; holds no more than some thousands of
 * different texts a column. Nothing in the result identifies a person: identifiers are shapes, small counts are withheld.
 *
 * @param format how all the files are written, where detection is wrong
 * @throws KontrafaktError for a file that is no table
 */
export async function profileFiles(
  sources: Iterable<Source>,
  format: Partial<FormatOptions> = {},
  context?: Context,
): Promise<readonly Profile[]> {
  const read: ReadColumns[] = [];
  for (const source of sources) read.push(...(await readColumns(source, format, context)));
  return read.map((file) => profileOf(file, read));
}

/** `profileFiles` of one file; of a workbook with several sheets, the first that holds a table. */
export async function profileSource(source: Source, format: Partial<FormatOptions> = {}, context?: Context): Promise<Profile> {
  const [profile] = await profileFiles([source], format, context);
  return profile;
}

/** The profile of a file among those read with it. */
export function profileOf(file: ReadColumns, among: readonly ReadColumns[]): Profile {
  const described = file.columns.map((tally) => describeColumn(tally, file.detected.decimal));
  const isKey = (k: number) => ["identifier", "code", "number", "text"].includes(described[k].kind) && described[k].distinct > 20;
  const shared: SharedColumn[] = [];
  file.columns.forEach((tally, k) => {
    if (!isKey(k)) return;
    for (const other of among) if (other !== file) shared.push(...sharedWith(tally, other));
  });
  const endsWith = dayPairs(
    described.filter(({ kind }) => kind === "day"),
    file.sample,
  );
  const columns = described.map((column) => {
    const here = shared
      .filter(({ column: header }) => header === column.header)
      .map(({ file: name, share }) => ({ file: name, share }));
    const candidates = columnCandidates(column, { rows: file.rows, endsWith, shared: here });
    const end = endsWith.get(column.header);
    return { ...column, ...(end === undefined ? {} : { endsWith: end }), candidates };
  });
  const wide = wideColumns(file.columns.map(({ header }) => header));
  return {
    kind: "profile",
    file: file.file,
    ...(file.sheet === "" ? {} : { sheet: file.sheet }),
    rows: file.rows,
    detected: { ...file.detected, dates: [...new Set(columns.flatMap(({ day }) => day?.forms ?? []))].join(", ") },
    columns,
    wide,
    shared,
    candidates: fileCandidates(file.rows, columns, wide),
  };
}

/** The column of another file that holds most of a column's values, if half of them. */
function sharedWith(tally: ColumnTally, other: ReadColumns): SharedColumn[] {
  let best: SharedColumn | undefined;
  for (const column of other.columns) {
    if (column.distinct <= 20) continue;
    const whole = (t: ColumnTally) => t.hashes.length === t.distinct;
    const share = sharedShare(column.hashes, tally.hashes, whole(column), whole(tally));
    if (share >= SHARED && share > (best?.share ?? 0))
      best = { column: tally.header, file: other.file, otherColumn: column.header, share: Math.round(share * 1000) / 1000 };
  }
  return best === undefined ? [] : [best];
}
