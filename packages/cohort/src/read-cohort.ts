import { type Context, KontrafaktError, NO_DAY, type Problem, periodLabel, periodOfDay, problem } from "@kontrafakt/base";
import { createLedger } from "./ledger/create-ledger.js";
import type { Ledger } from "./ledger/ledger.js";
import { messages } from "./messages.js";
import type { CohortOptions } from "./options/cohort-shape.js";
import { optionProblems } from "./options/option-problems.js";
import { buildCovariates } from "./population/build-covariates.js";
import { keepUnits } from "./population/keep-units.js";
import { observe } from "./population/observe.js";
import { type People, readPeople } from "./population/read-people.js";
import { readResidence } from "./population/read-residence.js";
import { type StudyWindow, studyWindow } from "./population/study-window.js";
import { ALWAYS, type Clustering, type Measure, NEVER, type Panel } from "./shapes/panel.js";
import { readMeasure } from "./shapes/read-measure.js";
import { readServices } from "./spells/read-services.js";
import { spellsToPeriods } from "./spells/spells-to-periods.js";
import type { FileDetected, Reading } from "./table/reading.js";
import { refuseEmpty } from "./table/refuse-empty.js";
import type { Source } from "./table/source.js";
import type { CategoryColumn } from "./table/table.js";

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
  /** Period ordinal of each unit's referral, `NEVER` if none. */
  readonly referral: Int32Array;
  readonly summary: { readonly people: number; readonly starters: number; readonly waves: readonly WaveSummary[] };
}

/**
 * Reads a municipality's files, by the names they have in the study, into a panel of persons × periods with its ledger.
 *
 * Units are the people with known covariates (complete cases) who are observed in at least one period. Those who started before the
 * first period stay in the panel as `ALWAYS`, so that their siblings can be told, but are listed and not in the flow.
 * A spell's last day counts; a day in overlapping spells of one outcome counts once; days paid by another municipality do not.
 * Measures are NaN where the unit is not observed.
 * Errors: `KontrafaktError` for options that contradict each other, a file not given, a missing column, or nobody left.
 */
export async function readCohort(
  sources: ReadonlyMap<string, Source>,
  options: CohortOptions,
  context?: Context,
): Promise<Cohort> {
  const wrong = optionProblems(options).map((found) => found.problem);
  if (wrong.length > 0) throw new KontrafaktError(wrong, messages);
  const window = studyWindow(options);
  const ledger = createLedger();
  const problems: Problem[] = [];
  const reading: Reading = { sources, study: options, window, ledger, problems, detected: [], context };

  const people = await readPeople(reading);
  const alike = people.ids.length - new Set(people.ids.map((id) => id.toLowerCase())).size;
  if (alike > 0)
    problems.push(
      problem(
        "cohort/ids-differ-in-case",
        "warning",
        { file: options.people.file, column: options.people.person },
        { count: alike },
      ),
    );
  const outcomes = Object.entries(options.outcomes);
  const { services, residence } = options;
  const serviced = services && (await readServices(services, people, reading));
  const stays = residence && (await readResidence(residence, people, reading));
  const read = new Map<string, Float64Array>();
  for (const [name, measure] of Object.entries(options.measures)) {
    read.set(name, await readMeasure(name, measure, people, reading));
  }

  const { eligibleFrom, eligibleTo, units } = people;
  const observed = observe({
    units,
    starts: window.starts,
    eligibleFrom,
    eligibleTo,
    stays,
    paid: serviced?.paid,
    share: options.observedShare,
  });
  const kept = keepUnits(people, options.people, observed, window, serviced?.spells, ledger);
  if (kept.length === 0) refuseEmpty(options.people.file, ledger.finish());

  const days = serviced && spellsToPeriods(serviced.spells, units, outcomes.length, window.starts);
  const periods = window.ordinals.length;
  const keptObserved = takeRows(observed, kept, periods, new Uint8Array(kept.length * periods));
  const measures: Measure[] = outcomes.map(([name, outcome], k) => {
    const all = (outcome.measure === undefined ? days?.[k] : read.get(outcome.measure)) as Float64Array;
    const values = takeRows(all, kept, periods, new Float64Array(kept.length * periods));
    for (let c = 0; c < values.length; c++) if (keptObserved[c] === 0) values[c] = Number.NaN;
    return { name, unit: outcome.unit, values };
  });

  const periodOf = (day: number) => periodOfDay(day, window.unit);
  const firstTreated = kept.map((u) =>
    people.start[u] === NO_DAY ? NEVER : people.start[u] < window.from ? ALWAYS : periodOf(people.start[u]),
  );
  const panel: Panel = {
    kind: "panel",
    units: kept.length,
    periods: { unit: window.unit, ordinals: window.ordinals },
    ids: Array.from(kept, (u) => people.ids[u]),
    firstTreated,
    observed: keptObserved,
    measures,
    covariates: buildCovariates(people, options.people.covariates, kept, window.from),
    clusterings: ["household", "school"].flatMap((name) => clustering(name, people, kept)),
  };
  if (!residence) problems.push(problem("cohort/no-residence", "warning", { option: "cohort.residence" }, {}));
  const done = ledger.finish();
  problems.push(...heavyLosses(done));
  return {
    kind: "cohort",
    panel: { ...panel, ledger: done },
    ledger: done,
    problems,
    detected: reading.detected,
    referral: kept.map((u) => (people.referral[u] === NO_DAY ? NEVER : periodOf(people.referral[u]))),
    summary: summarise(panel, window),
  };
}

function takeRows<A extends Uint8Array | Float64Array>(all: A, kept: Int32Array, width: number, into: A): A {
  kept.forEach((u, i) => {
    into.set(all.subarray(u * width, (u + 1) * width), i * width);
  });
  return into;
}

function clustering(name: string, people: People, kept: Int32Array): Clustering[] {
  const column = people.table.columns.get(name) as CategoryColumn | undefined;
  if (column === undefined) return [];
  const dense = new Map<number, number>();
  const of = kept.map((u) => {
    const code = column.values[people.rowOf[u]];
    if (code < 0) return -1;
    if (!dense.has(code)) dense.set(code, dense.size);
    return dense.get(code) as number;
  });
  return [{ name, of, count: dense.size }];
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
