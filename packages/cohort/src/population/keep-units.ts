import { NO_DAY } from "@kontrafakt/base";
import type { LedgerBuilder } from "../ledger/create-ledger.js";
import { tableAccount } from "../ledger/table-account.js";
import type { PeopleOptions } from "../options/people-options.js";
import type { Spells } from "../spells/spells-to-periods.js";
import { missingCovariate } from "./build-covariates.js";
import type { People } from "./read-people.js";
import type { StudyWindow } from "./study-window.js";

/**
 * The units of the panel, ascending, and the flow from eligible people to analysed ones: a start date for those who had the programme,
 * not started before the window, known covariates, observed at least once. Whoever leaves is listed, so that the rows used of the
 * people file are the people analysed. Those who started before the window are listed too, but stay in the panel if all else holds.
 */
export function keepUnits(
  people: People,
  options: PeopleOptions,
  observed: Uint8Array,
  window: StudyWindow,
  spells: Spells | undefined,
  ledger: LedgerBuilder,
): Int32Array {
  const periods = window.ordinals.length;
  const account = tableAccount(ledger, people.table);
  const row = (u: number) => people.rowOf[u];
  const started = (u: number) => people.start[u] !== NO_DAY;
  const firstSpell = firstProgrammeDay(people.units, spells);
  const missing = missingCovariate(people, options.covariates);
  const isDated = (u: number) => started(u) || firstSpell[u] === NEVER_SEEN;
  const isLater = (u: number) => !started(u) || people.start[u] >= window.from;
  const isKnown = (u: number) => missing[u] === "";
  const isObserved = (u: number) => observed.subarray(u * periods, (u + 1) * periods).includes(1);

  const everyone = Int32Array.from({ length: people.units }, (_, u) => u);
  for (const u of everyone) {
    if (started(u) && firstSpell[u] < people.start[u]) account.note(row(u), "cohort/programme-before-start", options.start);
  }
  let left = everyone;
  const step = (code: string, holds: (u: number) => boolean, reason: string, column: (u: number) => string) => {
    for (const u of left) if (!holds(u)) account.list(row(u), reason, column(u));
    left = left.filter(holds);
    ledger.flow({ code, people: left.length, treated: left.filter(started).length });
  };
  step("cohort/flow-dated", isDated, "cohort/programme-without-start", () => options.start);
  step("cohort/flow-not-before", isLater, "cohort/started-before-window", () => options.start);
  step("cohort/flow-covariates", isKnown, "cohort/covariate-missing", (u) => missing[u]);
  step("cohort/flow-observed", isObserved, "cohort/never-observed", () => "");
  account.used(left.map(row));
  return everyone.filter((u) => isDated(u) && isKnown(u) && isObserved(u));
}

const NEVER_SEEN = 2 ** 31 - 1;

/** First day of the programme's own service by unit. */
function firstProgrammeDay(units: number, spells: Spells | undefined): Int32Array {
  const first = new Int32Array(units).fill(NEVER_SEEN);
  if (spells === undefined) return first;
  for (let i = 0; i < spells.unit.length; i++) {
    if (spells.outcome[i] === -1 && spells.from[i] < first[spells.unit[i]]) first[spells.unit[i]] = spells.from[i];
  }
  return first;
}
