import { type Context, KontrafaktError, NO_DAY, type Problem, periodLabel, periodOfDay, problem } from "@kontrafakt/base";
import { maskProblem, withMaskedErrors } from "./identifiers/mask-problems.js";
import { personNames } from "./identifiers/person-names.js";
import { createLedger } from "./ledger/create-ledger.js";
import type { Ledger } from "./ledger/ledger.js";
import { tableAccount } from "./ledger/table-account.js";
import { type Linkage, linkage } from "./linkage/linkage.js";
import { readKeyFile } from "./linkage/read-key-file.js";
import { messages } from "./messages.js";
import type { CohortOptions } from "./options/cohort-shape.js";
import { optionProblems } from "./options/option-problems.js";
import { outcomeUnit } from "./options/outcome-options.js";
import { buildCovariates } from "./population/build-covariates.js";
import { readClusterings } from "./population/clusterings.js";
import { deriveStarts } from "./population/derive-starts.js";
import { keepUnits } from "./population/keep-units.js";
import { observe } from "./population/observe.js";
import {
  censorAt,
  countOthers,
  type OtherProgrammeCounts,
  otherProgrammeProblems,
  otherProgrammes,
} from "./population/other-programmes.js";
import { kindSpells, programmeCourses } from "./population/programme-courses.js";
import { readPeople } from "./population/read-people.js";
import { readResidence } from "./population/read-residence.js";
import { type StudyWindow, studyWindow } from "./population/study-window.js";
import { outcomeValues } from "./refunds/outcome-values.js";
import type { ComparisonMeans } from "./shapes/comparison-means.js";
import { ALWAYS, type Measure, NEVER, type Panel } from "./shapes/panel.js";
import { readComparison } from "./shapes/read-comparison.js";
import { readMeasure } from "./shapes/read-measure.js";
import { readServices } from "./spells/read-services.js";
import type { FileDetected, Reading } from "./table/reading.js";
import { refuseEmpty } from "./table/refuse-empty.js";
import type { Source } from "./table/source.js";

/** Starters whose programme began in one period. */
export interface WaveSummary {
  readonly ordinal: number;
  readonly label: string;
  readonly starters: number;
}

export interface Cohort {
  readonly kind: "cohort";
  readonly panel: Panel;
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
  /** How each file turned out to be written. */
  readonly detected: readonly FileDetected[];
  /** How the ids of each file meet those of the people file. Exact counts: internal. */
  readonly linkage: readonly Linkage[];
  /** Other programmes among the people analysed. Exact counts: internal. */
  readonly otherProgrammes: readonly OtherProgrammeCounts[];
  /** Published means of others, where the study names them. */
  readonly comparison?: ComparisonMeans;
  /** Period ordinal of each unit's referral, `NEVER` if none. */
  readonly referral: Int32Array;
  readonly summary: { readonly people: number; readonly starters: number; readonly waves: readonly WaveSummary[] };
}

/**
 * Reads a municipality's files, by the names they have in the study, into a panel of persons × periods with its ledger.
 *
 * Units are the people with known covariates (complete cases) who are observed in at least one period. Those who started, but before the
 * first period or otherwise than the study's policies allow, stay in the panel as `ALWAYS`, so that their siblings can be told, but are
 * listed and not in the flow.
 * A spell's last day counts; a day in overlapping spells of one outcome counts once; days paid by another municipality do not.
 * Measures are NaN where the unit is not observed.
 * Errors: `KontrafaktError` for options that contradict each other, a file not given, a missing column, or nobody left.
 */
export function readCohort(sources: ReadonlyMap<string, Source>, options: CohortOptions, context?: Context): Promise<Cohort> {
  return withMaskedErrors(() => readAll(sources, options, context));
}

async function readAll(
  sources: ReadonlyMap<string, Source>,
  options: CohortOptions,
  context: Context | undefined,
): Promise<Cohort> {
  const wrong = optionProblems(options).map((found) => found.problem);
  if (wrong.length > 0) throw new KontrafaktError(wrong, messages);
  const window = studyWindow(options);
  const ledger = createLedger();
  const problems: Problem[] = [];
  const keys = new Map<string, ReadonlyMap<string, string>>();
  const links = { rules: options.matchIds, keys, files: [] };
  const reading: Reading = { sources, study: options, window, ledger, problems, detected: [], links, context };

  for (const [name, link] of Object.entries(options.link)) keys.set(name, await readKeyFile(name, link, reading));
  const read = await readPeople(reading);
  const outcomes = Object.entries(options.outcomes);
  const { services, residence, treatment } = options;
  const serviced = services && (await readServices(services, read, reading));
  const starters = deriveStarts(read, kindSpells(serviced, [options.programmeService ?? ""]), reading);
  const { people } = starters;
  const { units, eligibleFrom } = people;
  const placements = programmeCourses(kindSpells(serviced, residence?.placements ?? []), units, 0);
  const lived = residence && (await readResidence(residence, people, placements, reading));
  const measured = new Map<string, Float64Array>();
  for (const [name, measure] of Object.entries(options.measures)) {
    measured.set(name, await readMeasure(name, measure, people, reading));
  }
  const { comparisonCells } = options;
  const comparison = comparisonCells && (await readComparison(comparisonCells, reading));
  const clusteringsOf = await readClusterings(people, reading);
  const covering = new Set(["residence", ...Object.keys(options.clusterings)]);
  const account = tableAccount(ledger, people.table);
  const linked = linkage(links.files, people, covering, (u, code, file) => account.note(people.rowOf[u], code, "", file));
  problems.push(...linked.problems);

  context?.signal?.throwIfAborted();
  context?.progress?.({ step: "observe", done: 0 });
  const others = otherProgrammes(people, treatment.otherProgrammes, serviced);
  const eligibleTo = censorAt(people.eligibleTo, [
    ...others.flatMap(({ policy, began }) => (policy === "censor" ? [began] : [])),
    ...(treatment.afterEnd === "censor" ? [starters.ended.map((day) => (day === NO_DAY ? day : day + 1))] : []),
  ]);
  const observed = observe({
    units,
    starts: window.starts,
    eligibleFrom,
    eligibleTo,
    stays: lived?.stays,
    placed: lived?.placed,
    paid: serviced?.paid,
    share: options.observedShare,
  });
  const { units: kept, analysed } = keepUnits(starters, others, observed, lived?.residents, reading);
  if (kept.length === 0) refuseEmpty(people.table.parts, ledger.finish(), linked.problems);

  const counted = serviced && (await outcomeValues(serviced, people, reading));
  context?.signal?.throwIfAborted();
  const periods = window.ordinals.length;
  const keptObserved = takeRows(observed, kept, periods, new Uint8Array(kept.length * periods));
  const measures: Measure[] = outcomes.map(([name, outcome]) => {
    const all = (outcome.measure === undefined ? counted?.get(name) : measured.get(outcome.measure)) as Float64Array;
    const values = takeRows(all, kept, periods, new Float64Array(kept.length * periods));
    for (let c = 0; c < values.length; c++) if (keptObserved[c] === 0) values[c] = Number.NaN;
    return { name, unit: outcomeUnit(outcome), values };
  });

  const periodOf = (day: number) => periodOfDay(day, window.unit);
  const firstTreated = kept.map((u) => {
    if (people.start[u] === NO_DAY) return NEVER;
    return analysed[u] === 0 ? ALWAYS : periodOf(people.start[u]);
  });
  const panel: Panel = {
    kind: "panel",
    units: kept.length,
    periods: { unit: window.unit, ordinals: window.ordinals },
    ids: personNames(
      Array.from(kept, (u) => people.ids[u]),
      kept,
      context?.key,
      options.identifiers.keyFile,
    ),
    firstTreated,
    born: kept.map((u) => people.born[u]),
    observed: keptObserved,
    measures,
    covariates: buildCovariates(people, options.people, kept, window.from, reading),
    clusterings: clusteringsOf(kept),
  };
  if (!residence) problems.push(problem("cohort/no-residence", "warning", { option: "cohort.residence" }, {}));
  const counts = countOthers(others, people.start, kept, analysed);
  problems.push(...otherProgrammeProblems(counts));
  const done = ledger.finish();
  problems.push(...heavyLosses(done));
  return {
    kind: "cohort",
    panel: { ...panel, ledger: done },
    ledger: done,
    problems: problems.map(maskProblem),
    detected: reading.detected,
    linkage: linked.links,
    otherProgrammes: counts,
    ...(comparison && { comparison }),
    referral: kept.map((u) => (people.referral[u] === NO_DAY ? NEVER : periodOf(people.referral[u]))),
    summary: summarise(panel, window),
  };
}

function takeRows<A extends Uint8Array | Float64Array>(all: A, kept: Int32Array, width: number, into: A): A {
  for (let i = 0; i < kept.length; ) {
    const start = i++;
    while (i < kept.length && kept[i] === kept[i - 1] + 1) i++;
    into.set(all.subarray(kept[start] * width, (kept[i - 1] + 1) * width), start * width);
  }
  return into;
}

function summarise(panel: Panel, window: StudyWindow): Cohort["summary"] {
  const { ordinals, unit } = window;
  const starters = new Map<number, number>();
  for (const g of panel.firstTreated) {
    if (g >= ordinals[0] && g <= ordinals[ordinals.length - 1]) starters.set(g, (starters.get(g) ?? 0) + 1);
  }
  const waves = [...starters]
    .sort(([a], [b]) => a - b)
    .map(([ordinal, count]) => ({ ordinal, label: periodLabel(ordinal, unit), starters: count }));
  const people = panel.firstTreated.filter((g) => g !== ALWAYS).length;
  return { people, starters: waves.reduce((sum, wave) => sum + wave.starters, 0), waves };
}

/** Warns of files that lost more than a twentieth of their rows; shares only, so that no small count leaves the ledger. */
function heavyLosses(ledger: Ledger): Problem[] {
  return ledger.files
    .filter((file) => file.rowsListed > 0.05 * file.rowsRead)
    .map((file) => {
      const percent = Math.round((100 * file.rowsListed) / file.rowsRead);
      return problem("cohort/many-rows-listed", "warning", { file: file.name }, { percent });
    });
}
