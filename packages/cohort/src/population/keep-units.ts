import { NO_DAY } from "@kontrafakt/base";
import { tableAccount } from "../ledger/table-account.js";
import type { Reading } from "../table/reading.js";
import { missingCovariate } from "./build-covariates.js";
import type { Starters } from "./derive-starts.js";
import type { OtherProgramme } from "./other-programmes.js";

/** Who is in the panel, ascending, and who of them is analysed: the others had the programme in a way that cannot be analysed. */
export interface KeptUnits {
  readonly units: Int32Array;
  /** 1 by unit of the people, not of the panel. */
  readonly analysed: Uint8Array;
}

interface Step {
  readonly code: string;
  readonly reason: string;
  readonly holds: (unit: number) => boolean;
  readonly column: (unit: number) => string;
}

/**
 * The units of the panel and the flow from eligible people to analysed ones: a start date for those who had the programme, not started
 * before the window, what the study's policies leave out, known covariates, observed at least once. Whoever leaves is listed, so that
 * the rows used of the people file are the people analysed. Those who started, but leave for when or how long or with what else, stay in
 * the panel if all else holds, so that their household and classmates can be told.
 * @param residents 1 for units with a row in the residence file; undefined without one
 */
export function keepUnits(
  starters: Starters,
  others: readonly OtherProgramme[],
  observed: Uint8Array,
  residents: Uint8Array | undefined,
  reading: Reading,
): KeptUnits {
  const { study, window, ledger } = reading;
  const { people, courses, ended, began } = starters;
  const { treatment, people: options } = study;
  const startColumn = options.start ?? "";
  const periods = window.ordinals.length;
  const account = tableAccount(ledger, people.table);
  const row = (u: number) => people.rowOf[u];
  const started = (u: number) => people.start[u] !== NO_DAY;
  const hadProgramme = (u: number) => courses.first[u] < courses.first[u + 1];
  const missing = missingCovariate(people, options);
  const isDated = (u: number) => started(u) || !hadProgramme(u);
  const isKnown = (u: number) => missing[u] === "";
  const isObserved = (u: number) => {
    for (let c = u * periods; c < (u + 1) * periods; c++) if (observed[c] === 1) return true;
    return false;
  };
  const isReferredOnly = (u: number) => !started(u) && people.referral[u] !== NO_DAY;
  const isShort = (u: number) => ended[u] !== NO_DAY && ended[u] - began[u] + 1 < (treatment.minimumDays ?? 0);
  const excluding = others.filter(({ policy }) => policy === "exclude");

  const everyone = people.rowOf.map((_, u) => u);
  for (const u of everyone) {
    if (started(u) && hadProgramme(u) && courses.from[courses.first[u]] < people.start[u] && treatment.startFrom !== "service") {
      account.note(row(u), "cohort/programme-before-start", startColumn);
    }
  }
  const steps: (Step | false)[] = [
    {
      code: "cohort/flow-dated",
      reason: "cohort/programme-without-start",
      holds: isDated,
      column: () => startColumn,
    },
    {
      code: "cohort/flow-not-before",
      reason: "cohort/started-before-window",
      holds: (u) => !started(u) || people.start[u] >= window.from,
      column: () => startColumn,
    },
    treatment.referredOnly === "exclude" && {
      code: "cohort/flow-not-referred-only",
      reason: "cohort/referred-never-started",
      holds: (u) => !isReferredOnly(u),
      column: () => options.referral ?? "",
    },
    treatment.minimumDays !== undefined && {
      code: "cohort/flow-long-enough",
      reason: "cohort/course-too-short",
      holds: (u) => !isShort(u),
      column: () => treatment.ends ?? "",
    },
    excluding.length > 0 && {
      code: "cohort/flow-no-other-programme",
      reason: "cohort/had-other-programme",
      holds: (u) => excluding.every((other) => other.began[u] === NO_DAY),
      column: (u) => {
        const had = excluding.find((other) => other.began[u] !== NO_DAY);
        return (had && treatment.otherProgrammes[had.name].start) ?? "";
      },
    },
    { code: "cohort/flow-covariates", reason: "cohort/covariate-missing", holds: isKnown, column: (u) => missing[u] },
    { code: "cohort/flow-observed", reason: "cohort/never-observed", holds: isObserved, column: () => "" },
  ];
  let left = everyone;
  for (const step of steps) {
    if (step === false) continue;
    for (const u of left) {
      if (step.holds(u)) continue;
      const absent = step.code === "cohort/flow-observed" && residents?.[u] === 0;
      account.list(row(u), absent ? "cohort/without-residence" : step.reason, step.column(u));
    }
    left = left.filter(step.holds);
    ledger.flow({ code: step.code, people: left.length, treated: left.filter(started).length });
  }
  account.used(left.map(row));
  const analysed = new Uint8Array(people.units);
  for (const u of left) analysed[u] = 1;
  const units = everyone.filter((u) => analysed[u] === 1 || (started(u) && isKnown(u) && isObserved(u)));
  return { units, analysed };
}
