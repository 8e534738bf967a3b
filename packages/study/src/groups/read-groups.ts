import { type Context, fail, KontrafaktError, type Periods } from "@kontrafakt/base";
import {
  ALWAYS,
  type CohortMoments,
  type CrossSections,
  cohortMoments,
  createLedger,
  type MomentArm,
  mergeMoments,
  pairSums,
  readCells,
  readCrossSections,
  readMoments,
  type Source,
  withMaskedErrors,
} from "@kontrafakt/cohort";
import { type EffectsFromFile, readEffects } from "@kontrafakt/effects";
import { allMessages } from "../all-messages.js";
import { messages } from "../messages.js";
import { type GroupStudy, groupSource, momentsFiles } from "../options/group-study-schema.js";
import { withOption } from "./at-option.js";
import type { GroupCohort, GroupData } from "./group-data.js";

/** Reads the one source of a study of groups. @throws KontrafaktError as its reader does, with the options of the study */
export function readGroups(study: GroupStudy, sources: ReadonlyMap<string, Source>, context: Context): Promise<GroupData> {
  const source = groupSource(study);
  return withMaskedErrors(() => withOption(`groups.${source}`, () => readers[source](study, sources, context)));
}

type Reader = (study: GroupStudy, sources: ReadonlyMap<string, Source>, context: Context) => Promise<GroupData>;

const readers: Readonly<Record<ReturnType<typeof groupSource>, Reader>> = {
  async cells({ groups }, sources, context) {
    const cells = await readCells(sources, groups.cells as NonNullable<typeof groups.cells>, context);
    const moments = await cohortMoments(cells, {}, context);
    const { ledger, detected } = cells;
    return { ...ofMoments(moments, "cells"), ledger, problems: moments.problems, detected };
  },
  async crossSections({ groups }, sources, context) {
    const options = groups.crossSections as NonNullable<typeof groups.crossSections>;
    const { data, ledger, problems, detected } = await readCrossSections(sources, options, context);
    return {
      kind: "group-data",
      source: "cross-sections",
      data,
      periods: data.periods,
      outcomes: data.measures.map(({ name, unit }) => ({ name, unit })),
      ...cohortsOf(fullest(data)),
      covariance: "given",
      ledger,
      problems,
      detected,
    };
  },
  async moments(study, sources) {
    const moments = await addedUp(momentsFiles(study), (file) => textOf(sources, file, "groups.moments"));
    return { ...ofMoments(moments, "moments"), ledger: createLedger().finish(), problems: moments.problems, detected: [] };
  },
  async effects({ groups }, sources, context) {
    const options = groups.effects as NonNullable<typeof groups.effects>;
    const effects = await readEffects(sources, options, context);
    const outcomes = new Map(effects.terms.map(({ outcome, unit }) => [outcome, unit]));
    return {
      kind: "group-data",
      source: "effects-file",
      data: effects,
      periods: periodsOf(effects, options.period),
      outcomes: [...outcomes].map(([name, unit]) => ({ name, unit })),
      ...cohortsOf(effects.cohorts ? sizes(effects.cohorts) : treatedBy(effects)),
      covariance: "given",
      ledger: createLedger().finish(),
      problems: effects.problems,
      detected: [],
    };
  },
};

type OfMoments = Omit<GroupData, "ledger" | "problems" | "detected">;

function ofMoments(moments: CohortMoments, source: "cells" | "moments"): OfMoments {
  const units = new Map<number, number>();
  for (const arm of moments.arms) units.set(arm.firstTreated, (units.get(arm.firstTreated) ?? 0) + unitsOf(moments, arm));
  const { periods, outcomes, covariance } = moments;
  return { kind: "group-data", source, data: moments, periods, outcomes, ...cohortsOf(units), covariance };
}

/** Units of an arm; where each period has other people, those of the fullest period. */
function unitsOf({ source, shift }: CohortMoments, arm: MomentArm): number {
  if (source !== "cross-sections") return arm.units;
  const V = shift.length;
  return shift.reduce((most, _, v) => Math.max(most, pairSums(arm, V, v, v).n), 0);
}

function cohortsOf(units: ReadonlyMap<number, number>): { readonly cohorts: GroupCohort[]; readonly always: number } {
  const cohorts = [...units]
    .filter(([start, count]) => start !== ALWAYS && count > 0)
    .map(([start, count]) => ({ start, units: count }))
    .sort((a, b) => a.start - b.start);
  return { cohorts, always: units.get(ALWAYS) ?? 0 };
}

/** People of each cohort: those of the fullest period, since another has others. */
function fullest({ firstTreated, period, periods, rows }: CrossSections): Map<number, number> {
  const counts = new Map<number, Int32Array>();
  for (let i = 0; i < rows; i++) {
    const own = counts.get(firstTreated[i]) ?? new Int32Array(periods.ordinals.length);
    own[period[i]]++;
    counts.set(firstTreated[i], own);
  }
  return new Map([...counts].map(([start, own]) => [start, own.reduce((a, b) => Math.max(a, b), 0)]));
}

function sizes({ groups, units }: NonNullable<EffectsFromFile["cohorts"]>): Map<number, number> {
  return new Map(Array.from(groups, (group, i) => [group, units[i]]));
}

/** Where no file tells the sizes: the most treated that any term of the cohort rests on. */
function treatedBy({ terms }: EffectsFromFile): Map<number, number> {
  const units = new Map<number, number>();
  for (const { group, n } of terms) if (group !== undefined) units.set(group, Math.max(units.get(group) ?? 0, n));
  return units;
}

/** Every period from the first to the last that a term is about. */
function periodsOf({ terms }: EffectsFromFile, unit: Periods["unit"]): Periods {
  const times = terms.flatMap(({ time }) => (time === undefined ? [] : [time]));
  if (times.length === 0) fail("study/groups-no-cells", { option: "terms" }, {}, messages);
  const first = times.reduce((a, b) => Math.min(a, b));
  const last = times.reduce((a, b) => Math.max(a, b));
  return { unit, ordinals: Int32Array.from({ length: last - first + 1 }, (_, t) => first + t) };
}

/** The sums of all files together. What does not go with those before it is told with its file, and so are the same sums given twice. */
async function addedUp(files: readonly string[], textOfFile: (file: string) => Promise<string>): Promise<CohortMoments> {
  const before = new Map<string, string>();
  let all: CohortMoments | undefined;
  for (const file of files) {
    const text = await textOfFile(file);
    const other = before.get(text);
    if (other !== undefined) fail("study/moments-twice", { file }, { other }, messages);
    before.set(text, file);
    const read = readMoments(text, file);
    try {
      all = all === undefined ? read : mergeMoments(all, read);
    } catch (error) {
      if (!(error instanceof KontrafaktError)) throw error;
      const placed = error.problems.map((p) => ({ ...p, where: { ...p.where, file } }));
      throw new KontrafaktError(placed, allMessages);
    }
  }
  return all as CohortMoments;
}

async function textOf(sources: ReadonlyMap<string, Source>, file: string, option: string): Promise<string> {
  const source = sources.get(file);
  if (source === undefined) return fail("study/file-not-given", { file, option }, {}, messages);
  return new Response(await source.open()).text();
}
