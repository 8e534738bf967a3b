import { NO_DAY, type Problem, problem } from "@kontrafakt/base";
import type { OtherProgrammeOptions, TreatmentOptions } from "../options/treatment-options.js";
import type { Services } from "../spells/read-services.js";
import type { DayColumn } from "../table/table.js";
import { kindSpells } from "./programme-courses.js";
import { OTHER, type People } from "./read-people.js";

/** How many had another programme, of those who started ours (before or from their start on) and of the others. */
export interface OtherProgrammeCounts {
  readonly name: string;
  readonly policy: OtherProgrammeOptions["policy"];
  readonly startersBefore: number;
  readonly startersAfter: number;
  readonly others: number;
}

export interface OtherProgramme {
  readonly name: string;
  readonly policy: OtherProgrammeOptions["policy"];
  /** First day of it by unit, `NO_DAY` for those who never had it. */
  readonly began: Int32Array;
}

/** When each person first had each of the other programmes: from the people file's date, or from spells of its services. */
export function otherProgrammes(
  people: People,
  options: TreatmentOptions["otherProgrammes"],
  services: Services | undefined,
): OtherProgramme[] {
  return Object.entries(options).map(([name, { policy, services: kinds }]) => {
    const began = new Int32Array(people.units).fill(NO_DAY);
    const column = people.table.columns.get(OTHER + name) as DayColumn | undefined;
    if (column !== undefined) for (let u = 0; u < people.units; u++) began[u] = column.values[people.rowOf[u]];
    const { unit, from } = kindSpells(services, kinds ?? []);
    for (let i = 0; i < unit.length; i++) {
      if (began[unit[i]] === NO_DAY || from[i] < began[unit[i]]) began[unit[i]] = from[i];
    }
    return { name, policy, began };
  });
}

/** Last eligible day of each unit once observation ends the day before each of the days given, `NO_DAY` for none. */
export function censorAt(eligibleTo: Int32Array, days: readonly Int32Array[]): Int32Array {
  const to = eligibleTo.slice();
  for (const first of days) {
    first.forEach((day, u) => {
      if (day !== NO_DAY && day - 1 < to[u]) to[u] = day - 1;
    });
  }
  return to;
}

/** Counts over the units analysed. A day of both programmes counts as after. */
export function countOthers(
  others: readonly OtherProgramme[],
  start: Int32Array,
  kept: Int32Array,
  analysed: Uint8Array,
): OtherProgrammeCounts[] {
  return others.map(({ name, policy, began }) => {
    const counts = { name, policy, startersBefore: 0, startersAfter: 0, others: 0 };
    for (const u of kept) {
      if (analysed[u] === 0 || began[u] === NO_DAY) continue;
      if (start[u] === NO_DAY) counts.others++;
      else if (began[u] < start[u]) counts.startersBefore++;
      else counts.startersAfter++;
    }
    return counts;
  });
}

/** The counts as notes, so that they reach the report; an exclusion or a censoring is a warning, since it may follow from the start. */
export function otherProgrammeProblems(counts: readonly OtherProgrammeCounts[]): Problem[] {
  return counts.flatMap(({ name, policy, startersBefore, startersAfter, others }) => {
    const where = { option: `cohort.treatment.otherProgrammes.${name}` };
    const told: [string, number][] = [
      ["cohort/other-before-start", startersBefore],
      ["cohort/other-after-start", startersAfter],
      ["cohort/other-among-others", others],
    ];
    return [
      ...(policy === "keep" ? [] : [problem("cohort/other-selects", "warning", where, { programme: name, policy })]),
      ...told.flatMap(([code, count]) => (count === 0 ? [] : [problem(code, "note", where, { programme: name, count })])),
    ];
  });
}
