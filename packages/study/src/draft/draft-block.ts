import { type ColumnProfile, type ColumnRole, columnFor, type Profile } from "@kontrafakt/cohort";
import { columnNotes, note } from "./column-notes.js";
import type { Choice, DraftEntry, Note } from "./draft-value.js";

/** Collects the entries of a draft. */
export interface DraftBlock {
  /** Name of the people file, once it is known: identifiers elsewhere are held against it. */
  peopleFile: string | undefined;
  readonly entries: DraftEntry[];
  set(path: readonly string[], value: unknown, notes?: readonly Note[]): void;
  group(path: readonly string[], notes: readonly Note[]): void;
  choose(path: readonly string[], notes: readonly Note[], choices: readonly Choice[]): void;
  suggest(path: readonly string[], value: unknown, notes: readonly Note[]): void;
}

export function draftBlock(): DraftBlock {
  const entries: DraftEntry[] = [];
  return {
    peopleFile: undefined,
    entries,
    set: (path, value, notes = []) => void entries.push({ path, value, notes }),
    group: (path, notes) => void entries.push({ path, notes }),
    choose: (path, notes, choices) => void entries.push({ path, notes, choices }),
    suggest: (path, value, notes) => void entries.push({ path, value, notes, isSuggestion: true }),
  };
}

/**
 * The `file` option: one name, or those of files of one form; and `format` where the reader could not tell by itself: which sheets are
 * meant, and dates with the month first.
 */
export function fileEntry(block: DraftBlock, path: readonly string[], files: readonly Profile[]): void {
  const [first] = files;
  const rows = files.reduce((sum, { rows: n }) => sum + n, 0);
  const names = [...new Set(files.map(({ file }) => file))];
  const value = names.length === 1 ? names[0] : names;
  block.set([...path, "file"], value, [note("draft-file", { rows, columns: first.columns.length })]);
  const sheets = files.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet]));
  const format = {
    ...(sheets.length === 0 ? {} : { sheet: sheets.length === 1 ? sheets[0] : "all" }),
    ...(first.detected.dates === "mm/dd/yyyy" ? { dates: "mm/dd/yyyy" } : {}),
  };
  if (Object.keys(format).length > 0) block.set([...path, "format"], format, [note("draft-format")]);
}

/**
 * The option of a column in a role: the likeliest column, or a question with those that could be. An optional one that no column fits
 * is left out.
 *
 * @param among columns not yet taken; the one chosen is taken from it
 */
export function columnEntry(
  block: DraftBlock,
  path: readonly string[],
  profile: Profile,
  role: ColumnRole,
  among: Set<ColumnProfile>,
  isOptional = false,
): ColumnProfile | undefined {
  const found = columnFor([...among], role);
  if (found !== undefined) {
    among.delete(found);
    const shared = profile.shared.find(({ column, file }) => column === found.header && file === block.peopleFile);
    const also =
      shared === undefined ? [] : [note("draft-shared", { file: shared.file, percent: Math.floor(100 * shared.share) })];
    block.set(path, found.header, [...columnNotes(profile, found, role), ...(role === "person" ? also : [])]);
    return found;
  }
  if (isOptional) return undefined;
  const likely = [...among]
    .filter((column) => column.kind !== "personal" && column.kind !== "empty")
    .map((column) => ({ column, score: column.candidates.find((candidate) => candidate.role === role)?.score ?? 0 }))
    .filter(({ column, score }) => score > 0 || fits(column, role))
    .sort((a, b) => b.score - a.score);
  const choices = likely.map(({ column }) => ({ value: column.header, notes: columnNotes(profile, column, role).slice(1) }));
  block.choose(path, [question(role)], choices);
  return undefined;
}

/** Whether a column has at least the kind of cells the role asks for. */
function fits(column: ColumnProfile, role: ColumnRole): boolean {
  const needsDay: readonly ColumnRole[] = ["born", "died", "from", "to", "start", "referral"];
  if (needsDay.includes(role)) return column.kind === "day";
  if (role === "service" || role === "municipality") return ["category", "code", "constant"].includes(column.kind);
  if (role === "value") return column.kind === "number";
  return role === "person" && ["identifier", "number", "text", "code"].includes(column.kind);
}

function question(role: ColumnRole): Note {
  switch (role) {
    case "person":
      return note("draft-choose-person");
    case "born":
      return note("draft-choose-born");
    case "start":
      return note("draft-choose-start");
    case "from":
      return note("draft-choose-from-column");
    case "to":
      return note("draft-choose-to-column");
    case "service":
      return note("draft-choose-service");
    case "municipality":
      return note("draft-choose-municipality-column");
    default:
      return note("draft-choose-column", { option: role });
  }
}
