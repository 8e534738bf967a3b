import type { ColumnProfile, Profile } from "@kontrafakt/cohort";
import { columnNotes, nameFrom, note, oneLine } from "./column-notes.js";
import { columnEntry, type DraftBlock, fileEntry } from "./draft-block.js";
import { mergeProfiles } from "./merge-profiles.js";

const MOST_LEVELS = 30;

/** What the people file gave: the start and referral columns, and covariates by name. */
export interface DraftedPeople {
  readonly start?: ColumnProfile;
  readonly referral?: ColumnProfile;
  readonly born?: ColumnProfile;
  readonly household?: ColumnProfile;
}

/** The `cohort.people` block: the columns of known roles, and every other column that could tell people apart as a covariate. */
export function draftPeople(block: DraftBlock, files: readonly Profile[]): DraftedPeople {
  const path = ["cohort", "people"];
  const profile = mergeProfiles(files);
  const among = new Set(profile.columns);
  block.peopleFile = files[0].file;
  block.group(path, [note("draft-people")]);
  fileEntry(block, path, files);
  const take = (role: "person" | "born" | "died" | "household" | "school" | "referral" | "start", isOptional = false) =>
    columnEntry(block, [...path, role], profile, role, among, isOptional);
  const person = take("person");
  const born = take("born", person?.identifier !== undefined);
  if (born === undefined && person?.identifier !== undefined) block.group([...path, ""], [note("draft-born-from-number")]);
  take("died", true);
  const household = take("household", true);
  take("school", true);
  const referral = take("referral", true);
  const start = take("start");
  draftCovariates(block, profile, among);
  return { born, household, referral, start };
}

function draftCovariates(block: DraftBlock, profile: Profile, among: ReadonlySet<ColumnProfile>): void {
  const path = ["cohort", "people", "covariates"];
  block.group(path, [note("draft-covariates")]);
  const taken = new Set(["age"]);
  const left: string[] = [];
  for (const column of among) {
    if (column.header === "") continue;
    const type = covariateType(column);
    if (type === undefined || column.filledShare < 0.8) {
      left.push(oneLine(column.header));
      continue;
    }
    const value = { column: column.header, ...(type === "number" ? { type } : {}), label: oneLine(column.header) };
    const blanks = column.filledShare < 0.99 ? [note("draft-covariate-blanks")] : [];
    block.set([...path, nameFrom(column.header, "covariate", taken)], value, [...columnNotes(profile, column), ...blanks]);
  }
  block.set([...path, "age"], { type: "age" }, [note("draft-age")]);
  if (left.length > 0) block.group([...path, ""], [note("draft-left-out", { columns: left.join(", ") })]);
}

function covariateType(column: ColumnProfile): "number" | "category" | undefined {
  if (column.kind === "number") return "number";
  const isShort = column.distinct <= MOST_LEVELS && column.distinct >= 2;
  return ["category", "boolean", "code"].includes(column.kind) && isShort ? "category" : undefined;
}
