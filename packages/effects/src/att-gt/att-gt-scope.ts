import { fail, type Problem, problem } from "@kontrafakt/base";
import { ALWAYS, type Covariate, type Measure, NEVER } from "@kontrafakt/cohort";
import { messages } from "../messages.js";
import type { AttGtOptions } from "../options/att-gt-options.js";

/** Periods and groups as the estimator sees them. */
export interface Scope {
  /** The first of the data's periods. */
  readonly periods: Int32Array;
  /** One a unit (or row): ordinal of first treatment, NEVER for whoever is not treated within the periods. */
  readonly group: Int32Array;
  /** Groups up to this start have no period before it. */
  readonly always: number;
  readonly problems: Problem[];
}

/** Who is treated when, and which periods have controls. @throws KontrafaktError where nobody can be a control, or one period is left */
export function attGtScope(firstTreated: Int32Array, ordinals: Int32Array, options: AttGtOptions): Scope {
  const problems: Problem[] = [];
  const { anticipation } = options;
  const first = ordinals[0];
  let last = ordinals[ordinals.length - 1];
  const [never, until] = [NEVER, last + anticipation];
  const group = firstTreated.slice();
  for (let i = 0; i < group.length; i++) if (group[i] > until && group[i] !== ALWAYS) group[i] = never;
  if (!group.includes(NEVER)) {
    if (options.control === "never") fail("effects/no-never-treated", { option: "control" }, {}, messages);
    const latest = group.reduce((a, b) => Math.max(a, b), ALWAYS);
    const from = latest - anticipation;
    problems.push(problem("effects/last-group-as-control", "warning", {}, { group: latest, from }));
    for (let i = 0; i < group.length; i++) if (group[i] === latest) group[i] = NEVER;
    last = from - 1;
  }
  const periods = ordinals.filter((t) => t <= last);
  if (periods.length < 2) fail("effects/one-period", {}, { periods: periods.length }, messages);
  return { periods, group, always: Math.max(ALWAYS, first + anticipation), problems };
}

export interface AttGtOutcome {
  readonly measure: Measure;
  readonly name: string;
  readonly unit: string;
}

export function outcomesNamed(measures: readonly Measure[], names: readonly string[] | undefined): AttGtOutcome[] {
  return (names ?? measures.map((m) => m.name)).map((name) => {
    const measure = named(measures, name, "effects/no-outcome", "outcomes");
    return { measure, name, unit: measure.unit };
  });
}

/** Covariates by their names, each with its indicator of missing; a category by the name before `=`. */
export function covariatesNamed(covariates: readonly Covariate[], names: readonly string[]): Covariate[] {
  const chosen = names.flatMap((name) => {
    const found = covariates.filter((c) => c.name === name || c.name.startsWith(`${name}=`));
    return found.length > 0 ? found : [named(covariates, name, "effects/no-covariate", "covariates")];
  });
  return [...new Set(chosen)];
}

export function named<T extends { readonly name: string }>(list: readonly T[], name: string, code: string, option: string): T {
  const found = list.find((item) => item.name === name);
  return found ?? fail(code, { option }, { name, names: list.map((item) => item.name).join(", ") || "none" }, messages);
}

/** Groups with an effect to estimate, ascending. @throws KontrafaktError where there is none */
export function treatedGroups(group: Int32Array, periods: Int32Array): Int32Array {
  const groups = distinct(group).filter((g) => g !== NEVER);
  const [from, to] = [periods[0], periods[periods.length - 1]];
  if (groups.length === 0) fail("effects/no-treated", {}, { from, to }, messages);
  return groups;
}

/** Sampling weights of chosen units or rows; 1 where there are none. @throws KontrafaktError on a weight that is none */
export function samplingWeights(weights: Float64Array | undefined, chosen: Int32Array): Float64Array {
  const own = new Float64Array(chosen.length).fill(1);
  if (weights === undefined) return own;
  return own.map((_, r) => {
    const w = weights[chosen[r]];
    if (!(w >= 0 && w < Number.POSITIVE_INFINITY)) fail("effects/sampling-weight", {}, { value: w }, messages);
    return w;
  });
}

/** Says how many of which group were left out, or are not observed throughout: first of all, then group by group. */
export function tellByGroup(
  problems: Problem[],
  code: string,
  option: string | undefined,
  chosen: readonly number[],
  group: Int32Array,
): void {
  if (chosen.length === 0) return;
  const where = option === undefined ? {} : { option };
  const treated = chosen.filter((i) => group[i] !== NEVER).length;
  problems.push(problem(code, "warning", where, { count: chosen.length, units: group.length, treated }));
  for (const g of distinct(Int32Array.from(chosen, (i) => group[i]))) {
    const count = chosen.filter((i) => group[i] === g).length;
    const units = group.reduce((sum, own) => sum + (own === g ? 1 : 0), 0);
    if (g === NEVER) problems.push(problem("effects/of-never-treated", "note", where, { count, units }));
    else if (g !== ALWAYS) problems.push(problem("effects/of-group", "note", where, { group: g, count, units }));
  }
}

/** Few values many times over, ascending. */
function distinct(values: Int32Array): Int32Array {
  const found: number[] = [];
  let last = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === last) continue;
    last = values[i];
    if (!found.includes(last)) found.push(last);
  }
  return Int32Array.from(found).sort();
}
