import { fail, NO_DAY, problem } from "@kontrafakt/base";
import { tableAccount } from "../ledger/table-account.js";
import { messages } from "../messages.js";
import type { Reading } from "../table/reading.js";
import { type Courses, type KindSpells, programmeCourses } from "./programme-courses.js";
import type { People } from "./read-people.js";

/** People with the day each counts as treated from, and what is known of their course of the programme. */
export interface Starters {
  readonly people: People;
  /** The programme's own courses, whoever has a start date. */
  readonly courses: Courses;
  /** Last day of the course that counts; `NO_DAY` where it goes on, is not known, or there is none. */
  readonly ended: Int32Array;
  /** The first day of the programme itself, `NO_DAY` for those who never started. Differs from `people.start` under referral. */
  readonly began: Int32Array;
}

/**
 * Who counts as treated from when, by the study's `treatment`: the people file's date, or the programme's own service; with
 * `referredOnly: treat` the referral. Pushes the first three steps of the flow, which count the starts so found.
 * @param spells the programme's own service
 */
export function deriveStarts(people: People, spells: KindSpells, reading: Reading): Starters {
  const { study, window, ledger, problems } = reading;
  const { treatment, people: options } = study;
  const account = tableAccount(ledger, people.table);
  const courses = programmeCourses(spells, people.units, treatment.courseGap);
  const began = people.start.slice();
  const ended = new Int32Array(people.units).fill(NO_DAY);
  const isNear = (course: number, u: number) => courses.from[course] - began[u] <= treatment.courseGap;
  const isKnownEnd = (u: number) => treatment.ends !== undefined && people.ended[u] !== NO_DAY;
  let again = 0;
  let restarted = 0;
  let reversed = 0;
  let dropouts = 0;

  for (let u = 0; u < people.units; u++) {
    const [low, high] = [courses.first[u], courses.first[u + 1]];
    const note = (code: string, column = "") => account.note(people.rowOf[u], code, column);
    let course = low;
    const fromService = treatment.startFrom === "service" || (treatment.startFrom === "either" && began[u] === NO_DAY);
    if (fromService && low < high) {
      course = courseThatCounts(courses, u, treatment, window.from);
      began[u] = Math.max(courses.from[course], people.born[u]);
      if (course > low) {
        restarted++;
        note("cohort/started-anew");
      }
    }
    if (began[u] === NO_DAY) continue;
    if (!fromService) while (course < high && courses.to[course] < began[u]) course++;
    if (fromService && high - course > 1) {
      again++;
      note("cohort/started-again");
    }
    if (isKnownEnd(u)) {
      if (people.ended[u] < began[u]) note("cohort/end-before-start", treatment.ends);
      else if (people.ended[u] <= window.extract) ended[u] = people.ended[u];
    } else if (treatment.ends === undefined && course < high && isNear(course, u) && courses.to[course] < window.extract) {
      ended[u] = courses.to[course];
    }
    if (ended[u] === NO_DAY) continue;
    reversed++;
    if (treatment.dropoutWithin === undefined || ended[u] - began[u] + 1 >= treatment.dropoutWithin) continue;
    dropouts++;
    note("cohort/dropped-out", treatment.ends);
  }
  for (const option of ["minimumDays", "afterEnd"] as const) {
    if (treatment[option] === undefined || treatment[option] === "keep") continue;
    problems.push(problem("cohort/selects-on-staying", "warning", { option: `cohort.treatment.${option}` }, {}));
  }
  const where = { option: "cohort.treatment" };
  const tell = (code: string, count: number) => {
    if (count > 0) problems.push(problem(code, "note", where, { count }));
  };
  tell("cohort/several-courses", again);
  tell("cohort/several-restarted", restarted);
  if (treatment.ends !== undefined || treatment.startFrom !== "people") tell("cohort/several-ended", reversed);
  if (dropouts > 0) {
    const { dropoutWithin: days } = treatment as { dropoutWithin: number };
    problems.push(
      problem("cohort/several-dropped-out", "note", { option: "cohort.treatment.dropoutWithin" }, { count: dropouts, days }),
    );
  }
  const before = began.reduce((n, day) => n + (day !== NO_DAY && day < window.from ? 1 : 0), 0);
  if (treatment.startedBefore === "refuse" && before > 0) {
    fail("cohort/started-before-refused", { option: "cohort.treatment.startedBefore" }, { count: before }, messages);
  }

  const start = began.slice();
  if (treatment.referredOnly === "treat") {
    for (let u = 0; u < people.units; u++) {
      const referral = people.referral[u];
      if (referral === NO_DAY) continue;
      if (referral < people.born[u] || referral > window.extract) {
        account.note(people.rowOf[u], "cohort/referral-out-of-reach", options.referral);
      } else start[u] = referral;
    }
    problems.push(problem("cohort/time-zero-is-referral", "note", { option: "cohort.treatment.referredOnly" }, {}));
  }
  const starters = start.reduce((n, day) => n + (day === NO_DAY ? 0 : 1), 0);
  const fromFile = treatment.startFrom === "people" && treatment.referredOnly !== "treat";
  for (const step of people.steps) ledger.flow(fromFile ? step : { ...step, treated: starters });
  if (options.start === undefined && starters === 0 && people.units > 0) {
    problems.push(problem("cohort/no-starts-in-services", "warning", where, { service: study.programmeService ?? "" }));
  }
  return { people: { ...people, start }, courses, ended, began };
}

/** The first course, or with `restart` the first begun inside the window after long enough without the programme. */
function courseThatCounts(
  { first, from, to }: Courses,
  u: number,
  { startedBefore, restartAfter }: { readonly startedBefore: string; readonly restartAfter: number },
  windowFrom: number,
): number {
  if (startedBefore !== "restart" || from[first[u]] >= windowFrom) return first[u];
  for (let k = first[u] + 1; k < first[u + 1]; k++) {
    if (from[k] >= windowFrom && from[k] - to[k - 1] - 1 >= restartAfter) return k;
  }
  return first[u];
}
