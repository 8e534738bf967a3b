import {
  type Day,
  dayFromIso,
  firstDayOfPeriod,
  isoFromDay,
  NO_DAY,
  type Params,
  type Problem,
  periodOfDay,
  problem,
} from "@kontrafakt/base";
import type { CohortOptions } from "./cohort-shape.js";

export interface OptionProblem {
  readonly path: readonly (string | number)[];
  readonly problem: Problem;
}

/** Services of an outcome as a list. */
export function outcomeServices(service: string | readonly string[] | undefined): readonly string[] {
  return service === undefined ? [] : typeof service === "string" ? [service] : service;
}

/** Rules that hold between options: the window, what outcomes refer to, and that nothing is counted twice. */
export function optionProblems(options: CohortOptions): OptionProblem[] {
  const found: OptionProblem[] = [];
  const add = (path: readonly (string | number)[], code: string, params: Params) => {
    found.push({ path, problem: problem(`cohort/${code}`, "error", { option: `cohort.${path.join(".")}` }, params) });
  };
  windowProblems(options, add);
  const { services, programmeService, measures, outcomes } = options;
  const claimed = new Map<string, string>();
  for (const [name, outcome] of Object.entries(outcomes)) {
    const path = ["outcomes", name];
    const list = outcomeServices(outcome.service);
    if ((outcome.measure === undefined) === (list.length === 0)) add(path, "outcome-of-what", { outcome: name });
    if (outcome.measure !== undefined && !Object.hasOwn(measures, outcome.measure)) {
      const known = Object.keys(measures).join(", ") || "none";
      add([...path, "measure"], "measure-unknown", { outcome: name, measure: outcome.measure, known });
    }
    if (list.length > 0 && services === undefined) add([...path, "service"], "services-needed", { outcome: name });
    if (list.length > 0 && outcome.unit !== "days")
      add([...path, "unit"], "services-count-days", { outcome: name, unit: outcome.unit });
    for (const service of list) {
      if (service === programmeService) add([...path, "service"], "programme-is-outcome", { outcome: name, service });
      const other = claimed.get(service);
      if (other !== undefined) add([...path, "service"], "service-in-two-outcomes", { service, outcome: name, other });
      claimed.set(service, name);
    }
  }
  if (Object.keys(outcomes).length === 0) add(["outcomes"], "no-outcomes", {});
  const [low, high] = options.eligibleAges;
  if (!(low <= high)) add(["eligibleAges"], "ages-reversed", { low, high });
  if (options.home === undefined && (options.residence !== undefined || services?.payer !== undefined))
    add(["home"], "home-needed", {});
  if (programmeService !== undefined && services === undefined) add(["programmeService"], "programme-without-services", {});
  for (const [name, covariate] of Object.entries(options.people.covariates)) {
    if (typeof covariate === "string") continue;
    const path = ["people", "covariates", name];
    if (covariate.type !== "age" && covariate.column === undefined) add(path, "covariate-needs-column", { covariate: name });
    if (covariate.type === "age" && covariate.column !== undefined) add(path, "age-needs-no-column", { covariate: name });
  }
  for (const [name, measure] of Object.entries(measures)) {
    const needed = options.period === "year" ? [] : [options.period];
    const used = ["quarter", "month"].filter((part) => measure.columns.includes(`{${part}}`));
    if (used.join() !== needed.join()) {
      const pattern = options.period === "year" ? "{year}" : `{year} and {${options.period}}`;
      add(["measures", name, "columns"], "pattern-and-period", { found: measure.columns, period: options.period, pattern });
    }
  }
  return found;
}

function windowProblems(options: CohortOptions, add: (path: readonly string[], code: string, params: Params) => void): void {
  const from = dayFromIso(options.from);
  const to = dayFromIso(options.to);
  const unit = options.period;
  if ([from, to, dayFromIso(options.extract)].includes(NO_DAY)) return;
  if (!(from < to)) add(["to"], "window-reversed", { from: options.from, to: options.to });
  if (!(to <= dayFromIso(options.extract))) add(["to"], "window-after-extract", { to: options.to, extract: options.extract });
  const first = firstDayOfPeriod(periodOfDay(from, unit), unit);
  if (first !== from) add(["from"], "from-inside-period", { from: options.from, period: unit, nearest: isoFromDay(first) });
  const last: Day = firstDayOfPeriod(periodOfDay(to, unit) + 1, unit) - 1;
  if (last !== to) add(["to"], "to-inside-period", { to: options.to, period: unit, nearest: isoFromDay(last) });
}
