import { type Periods, periodsPerYear, yearOfPeriod } from "@kontrafakt/base";
import type { StudyFacts } from "../account/study-facts.js";
import type { CourseOptions, PersistenceOptions } from "../options/persistence-options.js";
import { checkPersistence, checkRemaining } from "./check-persistence.js";
import { type Course, shareLeft } from "./share-left.js";
import { amountOf } from "./uncertain.js";

/** A calendar year after the window, or what is left of the window's last year. */
export interface AssumedColumn {
  readonly year: number;
  /** Years after the window. */
  readonly from: number;
  readonly to: number;
  /** Periods of the panel's unit. */
  readonly periods: number;
  /** Share of people still below the age at which the effect ends; 1 without such an age. */
  readonly remaining: number;
}

/** What a study assumes after the window. */
export interface Assumption {
  readonly columns: readonly AssumedColumn[];
  /** The courses there are, the general one first. */
  readonly courses: readonly { readonly options: CourseOptions; readonly outcome: string | null; readonly course: Course }[];
}

/**
 * Columns and courses after the window; undefined where nothing is assumed.
 *
 * @param consequences outcomes with a price
 * @throws where options do not fit together (`checkPersistence`), or the share below the age is not known
 */
export function openAssumption(
  persistence: PersistenceOptions,
  consequences: readonly string[],
  periods: Periods,
  facts: StudyFacts,
): Assumption | undefined {
  checkPersistence(persistence, consequences);
  const { ageOut, outcomes, ...general } = persistence;
  const courses = [
    { options: general as CourseOptions, outcome: null },
    ...Object.entries(outcomes).map(([outcome, options]) => ({ options: options as CourseOptions, outcome })),
  ].map((course) => ({ ...course, course: centralCourse(course.options) }));
  const own = consequences.filter((name) => !Object.hasOwn(outcomes, name));
  const going = courses.filter(({ outcome, course }) => course.form !== "none" && (outcome !== null || own.length > 0));
  if (going.length === 0) return undefined;
  const years = Math.max(...going.map(({ course }) => course.years));
  const perYear = periodsPerYear(periods.unit);
  const first = periods.ordinals[periods.ordinals.length - 1] + 1;
  const end = first + years * perYear;
  const columns: Omit<AssumedColumn, "remaining">[] = [];
  for (let start = first; start < end; ) {
    const year = yearOfPeriod(start, periods.unit);
    const next = Math.min(end, (year + 1) * perYear);
    columns.push({ year, from: (start - first) / perYear, to: (next - first) / perYear, periods: next - start });
    start = next;
  }
  const shares = ageOut === undefined ? undefined : checkRemaining(ageOut, facts.remaining, columns);
  return { columns: columns.map((column, i) => ({ ...column, remaining: shares?.[i] ?? 1 })), courses };
}

function centralCourse(options: CourseOptions): Course {
  return courseAt(
    options,
    options.decline === undefined ? 0 : amountOf(options.decline),
    options.points?.map((p) => amountOf(p.share)) ?? [],
  );
}

/** A course at given values of what is uncertain in it. */
export function courseAt({ form, years, lag, points }: CourseOptions, decline: number, shares: readonly number[]): Course {
  return { form, years, lag, decline, at: points?.map((p) => p.year) ?? [], shares };
}

/** Index of the course that an outcome follows. */
export function courseIndex({ courses }: Assumption, outcome: string): number {
  const own = courses.findIndex((course) => course.outcome === outcome);
  return Math.max(0, own);
}

/**
 * Share of the last observed effect, per period of each assumed column, that a course counts with: shareLeft × the share of people still
 * below the age.
 */
export function persistenceFactors({ columns }: Pick<Assumption, "columns">, course: Course): Float64Array {
  return Float64Array.from(columns, ({ from, to, remaining }) => shareLeft(course, from, to) * remaining);
}
