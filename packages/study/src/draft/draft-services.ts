import { type ColumnProfile, type LevelCount, looseText, type Profile } from "@kontrafakt/cohort";
import type { AssignedFiles } from "./assign-files.js";
import { nameFrom, note, oneLine } from "./column-notes.js";
import { columnEntry, type DraftBlock, fileEntry } from "./draft-block.js";
import type { DraftedPeople } from "./draft-people.js";
import { mergeProfiles } from "./merge-profiles.js";

/** Most outcomes made of services. */
const MOST_OUTCOMES = 8;

export interface DraftedServices {
  readonly service?: ColumnProfile;
  readonly payer?: ColumnProfile;
}

/** The `cohort.services` block. */
export function draftServices(block: DraftBlock, files: readonly Profile[]): DraftedServices {
  const path = ["cohort", "services"];
  const profile = mergeProfiles(files);
  const among = new Set(profile.columns);
  block.group(path, [note("draft-services")]);
  fileEntry(block, path, files);
  columnEntry(block, [...path, "person"], profile, "person", among);
  const service = columnEntry(block, [...path, "service"], profile, "service", among);
  columnEntry(block, [...path, "from"], profile, "from", among);
  columnEntry(block, [...path, "to"], profile, "to", among);
  columnEntry(block, [...path, "price"], profile, "price", among, true);
  const payer = columnEntry(block, [...path, "payer"], profile, "payer", among, true);
  return { service, payer };
}

/** The `cohort.residence` block; gives its column of municipalities. */
export function draftResidence(block: DraftBlock, files: readonly Profile[]): ColumnProfile | undefined {
  const path = ["cohort", "residence"];
  const profile = mergeProfiles(files);
  const among = new Set(profile.columns);
  block.group(path, [note("draft-residence")]);
  fileEntry(block, path, files);
  columnEntry(block, [...path, "person"], profile, "person", among);
  columnEntry(block, [...path, "from"], profile, "from", among);
  columnEntry(block, [...path, "to"], profile, "to", among);
  return columnEntry(block, [...path, "municipality"], profile, "municipality", among);
}

/** The evaluating municipality: the one with most rows of residence, else of payers. Gives its name, if one has half of them. */
export function draftHome(block: DraftBlock, columns: readonly (ColumnProfile | undefined)[]): string | undefined {
  const [column] = columns.filter((found) => found?.levels !== undefined);
  if (!columns.some((found) => found !== undefined)) return undefined;
  const levels = column?.levels ?? [];
  const first = levels[0];
  const share = typeof first?.rows === "number" ? first.rows / (column?.filled ?? 1) : 0;
  if (first !== undefined && column !== undefined && (share > 0.5 || levels.length === 1)) {
    const params = { header: oneLine(column.header), percent: Math.round(100 * share) };
    block.set(["cohort", "home"], first.text, [note("draft-home", params)]);
    return first.text;
  }
  const choices = levels.map(({ text }) => ({ value: text, notes: [] }));
  block.choose(["cohort", "home"], [note("draft-choose-home")], choices);
  return undefined;
}

/** The measures of wide files and of files with a row a person and period; gives their names with the files. */
export function draftMeasures(block: DraftBlock, groups: AssignedFiles["measures"]): ReadonlyMap<string, Profile> {
  const named = new Map<string, Profile>();
  if (groups.length === 0) return named;
  block.group(["cohort", "measures"], [note("draft-measures")]);
  const taken = new Set<string>();
  for (const files of groups) {
    const profile = mergeProfiles(files);
    const [wide] = profile.wide;
    const name = nameFrom(files[0].file.replace(/\.\w+(?:\.gz)?$/, ""), "measure", taken);
    const path = ["cohort", "measures", name];
    named.set(name, profile);
    block.group(path, []);
    fileEntry(block, path, files);
    const among = new Set(profile.columns);
    columnEntry(block, [...path, "person"], profile, "person", among);
    if (wide !== undefined) {
      const { columns, first, last } = wide;
      block.set([...path, "columns"], wide.pattern, [note("draft-pattern", { columns, first, last })]);
    } else {
      columnEntry(block, [...path, "period"], profile, "period", among);
      columnEntry(block, [...path, "value"], profile, "value", among);
    }
  }
  return named;
}

function services(column: ColumnProfile | undefined): LevelCount[] {
  const seen = new Set<string>();
  return (column?.levels ?? []).filter(({ text }) => {
    const isNew = !seen.has(looseText(text));
    seen.add(looseText(text));
    return isNew;
  });
}

/** How a service is spread: the share of the people who have it that have a start date, by its name. */
export type StarterShares = ReadonlyMap<string, number>;

/**
 * The programme's own service: the one that nearly only starters have, where there is just one such; else a question. Gives its name.
 */
export function draftProgrammeService(
  block: DraftBlock,
  column: ColumnProfile | undefined,
  { start }: DraftedPeople,
  shares: StarterShares,
): string | undefined {
  const path = ["cohort", "programmeService"];
  const kinds = services(column);
  if (column === undefined || kinds.length === 0) return undefined;
  const share = (text: string) => shares.get(text) ?? Number.NaN;
  const own = kinds.filter(({ text }) => share(text) >= 0.9);
  if (own.length === 1 && start !== undefined) {
    const params = { percent: Math.floor(100 * share(own[0].text)), header: oneLine(start.header) };
    block.set(path, own[0].text, [note("draft-programme-service", params)]);
    return own[0].text;
  }
  const choices = [...kinds]
    .sort((a, b) => (share(b.text) || 0) - (share(a.text) || 0))
    .map(({ text, rows }) => {
      const percent = Math.round(100 * share(text));
      const seen = Number.isNaN(percent) ? [] : [note("draft-starters-have", { percent })];
      return { value: text, notes: [note("draft-rows", { rows }), ...seen] };
    });
  block.choose(path, [note("draft-choose-programme-service")], choices);
  return undefined;
}

const absenceWords = /fravær|fravaer|frånvaro|franvaro|fråvaro|absence|absent|sygedage|sjukdagar|sykefravær/i;

/** The outcomes: the commonest services but the programme's own, and every measure. */
export function draftOutcomes(
  block: DraftBlock,
  column: ColumnProfile | undefined,
  profile: Profile | undefined,
  programmeService: string | undefined,
  measures: ReadonlyMap<string, Profile>,
): void {
  const path = ["cohort", "outcomes"];
  const kinds = services(column).filter(({ text }) => text !== programmeService);
  const counted = kinds.filter(({ rows }) => typeof rows === "number").slice(0, MOST_OUTCOMES);
  if (counted.length === 0 && measures.size === 0) {
    block.choose(path, [note("draft-choose-outcomes")], []);
    return;
  }
  block.group(path, [note("draft-outcomes")]);
  const taken = new Set<string>();
  for (const { text, rows } of counted) {
    const value = { service: text, better: "lower", label: oneLine(text) };
    const where =
      profile && column ? [note("draft-service-rows", { file: profile.file, header: oneLine(column.header), rows })] : [];
    block.set([...path, nameFrom(text, "service", taken)], value, where);
  }
  for (const [name, { file, columns }] of measures) {
    const isAbsence = [file, ...columns.map(({ header }) => header)].some((text) => absenceWords.test(text));
    const own = taken.has(name) ? nameFrom(`${name} measure`, "measure", taken) : name;
    taken.add(own);
    const notes = [note(isAbsence ? "draft-outcome-absence" : "draft-outcome-measure", { file })];
    block.set([...path, own], { measure: name, unit: isAbsence ? "days" : "points", better: "lower" }, notes);
  }
  const rare = kinds.filter((kind) => !counted.includes(kind)).map(({ text }) => oneLine(text));
  const others = (column?.otherLevels ?? 0) + rare.length;
  if (rare.length > 0)
    block.group([...path, ""], [note("draft-rare-services", { services: rare.slice(0, 10).join(", "), others })]);
}
