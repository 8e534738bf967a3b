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
import { comparisonProblems } from "./comparison-problems.js";
import { covariateProblems } from "./covariate-problems.js";
import { measureProblems } from "./measure-problems.js";
import { populationProblems } from "./population-problems.js";
import { recodeProblems } from "./recode-problems.js";
import { refundProblems } from "./refund-problems.js";
import { serviceProblems } from "./service-problems.js";
import { unusedOptions } from "./unused-options.js";

export interface OptionProblem {
  readonly path: readonly (string | number)[];
  readonly problem: Problem;
}

/** Rules that hold between options: the window, what outcomes refer to, and that nothing is counted twice. */
export function optionProblems(options: CohortOptions): OptionProblem[] {
  const found: OptionProblem[] = [];
  const add = (path: readonly (string | number)[], code: string, params: Params) => {
    found.push({ path, problem: problem(`cohort/${code}`, "error", { option: `cohort.${path.join(".")}` }, params) });
  };
  windowProblems(options, add);
  populationProblems(options, (path, code, params) => add(path, code.slice(7), params));
  const { services, programmeService, measures, outcomes } = options;
  for (const [name, { measure }] of Object.entries(outcomes)) {
    if (measure === undefined || Object.hasOwn(measures, measure)) continue;
    const known = Object.keys(measures).join(", ") || "none";
    add(["outcomes", name, "measure"], "measure-unknown", { outcome: name, measure, known });
  }
  serviceProblems(options, (path, code, params) => add(path, code.slice(7), params));
  refundProblems(options, (path, code, params) => add(path, code.slice(7), params));
  if (Object.keys(outcomes).length === 0) add(["outcomes"], "no-outcomes", {});
  const [low, high] = options.eligibleAges;
  if (!(low <= high)) add(["eligibleAges"], "ages-reversed", { low, high });
  if (options.home === undefined && options.residence !== undefined) add(["home"], "home-needed", {});
  if (programmeService !== undefined && services === undefined) add(["programmeService"], "programme-without-services", {});
  covariateProblems(options.people.covariates, add);
  recodeProblems(options, add);
  measureProblems(measures, options.period, add);
  comparisonProblems(options, add);
  unusedOptions(options, add);
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
