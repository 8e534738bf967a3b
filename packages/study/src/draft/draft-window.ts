import { dateOf, dayFromIso, firstDayOfPeriod, isoFromDay, NO_DAY, type PeriodUnit, periodOfDay } from "@kontrafakt/base";
import { columnFor, type Profile } from "@kontrafakt/cohort";
import type { AssignedFiles } from "./assign-files.js";
import { note } from "./column-notes.js";
import type { DraftBlock } from "./draft-block.js";
import type { DraftedPeople } from "./draft-people.js";
import { mergeProfiles } from "./merge-profiles.js";

export interface DraftedWindow {
  /** yyyy-mm-dd, where it could be told. */
  readonly from?: string;
  readonly to?: string;
  readonly period: PeriodUnit;
}

interface Seen {
  readonly day: number;
  readonly file: string;
  readonly header: string;
}

/** The days of a file's spells: when the last of them was, and from when on they are recorded. */
function spellDays(profile: Profile | undefined, role: "from" | "to", end: "usualFirst" | "usualLast"): Seen[] {
  const column = profile && columnFor(profile.columns, role);
  if (profile === undefined || column?.day === undefined) return [];
  return [{ day: dayFromIso(column.day[end]), file: profile.file, header: column.header }];
}

/**
 * Extract, period and window: the extract is the last day that services or stays have in number; the period is that of the wide files,
 * else a quarter; the window goes from where wide files and ended services begin to the last whole period.
 */
export function draftWindow(block: DraftBlock, files: AssignedFiles, people: DraftedPeople): DraftedWindow {
  const services = files.services && mergeProfiles(files.services);
  const spells = [services, files.residence && mergeProfiles(files.residence)];
  const last = spells
    .flatMap((profile) => [...spellDays(profile, "to", "usualLast"), ...spellDays(profile, "from", "usualLast")])
    .sort((a, b) => b.day - a.day)[0];
  const wide = files.measures.flatMap((group) => group[0].wide.slice(0, 1));
  const period: PeriodUnit = wide.some((w) => w.period === "quarter") ? "quarter" : (wide[0]?.period ?? "quarter");
  const started = people.start?.day;
  const fallback = wide.map((w) => dayFromIso(w.to)).sort((a, b) => b - a)[0] ?? (started && dayFromIso(started.usualLast));
  const extract = last?.day ?? fallback;
  if (extract === undefined || extract === NO_DAY) block.choose(["cohort", "extract"], [note("draft-choose-extract")], []);
  else {
    const from =
      last === undefined ? note("draft-extract") : note("draft-extract-seen", { file: last.file, header: last.header });
    block.set(["cohort", "extract"], isoFromDay(extract), [from]);
  }
  block.set(["cohort", "period"], period, [note(wide.length > 0 ? "draft-period-wide" : "draft-period")]);

  const recorded = spellDays(services, "to", "usualFirst")[0] ?? spellDays(services, "from", "usualFirst")[0];
  const begins = [...wide.map((w) => dayFromIso(w.from)), ...(recorded === undefined ? [] : [recorded.day])];
  const first = begins.length > 0 ? Math.max(...begins) : started && dayFromIso(started.usualFirst) - 730;
  const startOf = (day: number) => {
    const ordinal = periodOfDay(day, period);
    const at = firstDayOfPeriod(ordinal, period);
    return at === day ? at : firstDayOfPeriod(ordinal + 1, period);
  };
  if (first === undefined) block.choose(["cohort", "from"], [note("draft-choose-from")], []);
  else block.set(["cohort", "from"], isoFromDay(startOf(first)), [note("draft-from")]);
  if (extract === undefined) {
    block.choose(["cohort", "to"], [note("draft-choose-to")], []);
    return { period };
  }
  const to = firstDayOfPeriod(periodOfDay(extract + 1, period), period) - 1;
  const ends = wide.map((w) => dayFromIso(w.to)).filter((day) => day <= extract);
  const end = ends.length > 0 ? Math.min(to, Math.max(...ends)) : to;
  block.set(["cohort", "to"], isoFromDay(end), [note("draft-to")]);
  ages(block, people, first === undefined ? end : startOf(first), end);
  return { period, to: isoFromDay(end), ...(first === undefined ? {} : { from: isoFromDay(startOf(first)) }) };
}

/** Children's ages where everyone was a child when the window begins, else everyone's. */
function ages(block: DraftBlock, { born }: DraftedPeople, from: number, to: number): void {
  const path = ["cohort", "eligibleAges"];
  if (born?.day === undefined) return;
  const year = (day: number) => dateOf(day).year;
  const oldest = year(from) - Number(born.day.usualFirst.slice(0, 4));
  const youngest = Math.max(0, year(from) - Number(born.day.usualLast.slice(0, 4)));
  if (oldest <= 18) block.set(path, [0, 17], [note("draft-ages-children")]);
  else block.set(path, [youngest, year(to) - Number(born.day.usualFirst.slice(0, 4))], [note("draft-ages-all")]);
}
