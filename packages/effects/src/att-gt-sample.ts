import { fail, type Problem, problem } from "@kontrafakt/base";
import { ALWAYS, type Covariate, type Measure, NEVER, type Panel } from "@kontrafakt/cohort";
import { messages } from "./messages.js";
import type { AttGtOptions } from "./options/att-gt-options.js";

/** A balanced panel made ready: units that stay, groups as the estimator sees them. */
export interface AttGtSample {
  readonly n: number;
  /** Index into the panel's units. */
  readonly unit: Int32Array;
  /** Ordinal of first treatment, NEVER for whoever is not treated within the periods. */
  readonly group: Int32Array;
  /** Groups with an effect to estimate, ascending, and how many units each has. */
  readonly groups: Int32Array;
  readonly sizes: Int32Array;
  readonly periods: Int32Array;
  readonly outcomes: readonly { readonly measure: Measure; readonly name: string; readonly unit: string }[];
  readonly covariates: readonly string[];
  /** n × k with a leading constant. */
  readonly x: Float64Array;
  readonly k: number;
  readonly w: Float64Array;
  /** Cluster of each unit, dense. */
  readonly atom: Int32Array;
  readonly atoms: number;
  readonly problems: readonly Problem[];
}

/** Chooses periods, groups and complete units. @throws KontrafaktError where nothing can be estimated or a name is unknown */
export function attGtSample(panel: Panel, options: AttGtOptions): AttGtSample {
  const problems: Problem[] = [];
  const { anticipation } = options;
  const all = panel.periods.ordinals;
  const first = all[0];
  let last = all[all.length - 1];
  const group = panel.firstTreated.map((g) => (g !== ALWAYS && g > last + anticipation ? NEVER : g));
  const before = (g: number) => g === ALWAYS || g <= first + anticipation;
  if (!group.includes(NEVER)) {
    if (options.control === "never") fail("effects/no-never-treated", { option: "control" }, {}, messages);
    const latest = group.reduce((a, b) => Math.max(a, b), ALWAYS);
    const from = latest - anticipation;
    problems.push(problem("effects/last-group-as-control", "warning", {}, { group: latest, from }));
    for (let i = 0; i < group.length; i++) if (group[i] === latest) group[i] = NEVER;
    last = from - 1;
  }
  const periods = all.filter((t) => t <= last);
  if (periods.length < 2) fail("effects/one-period", {}, { periods: periods.length }, messages);

  const outcomes = (options.outcomes ?? panel.measures.map((m) => m.name)).map((name) => {
    const measure = named(panel.measures, name, "effects/no-outcome", "outcomes");
    return { measure, name, unit: measure.unit };
  });
  const chosen = [...new Set(options.covariates.flatMap((name) => covariatesNamed(panel, name)))];
  const covariates = chosen.map(({ values }) => values);
  const T = all.length;
  const complete = (i: number) => {
    for (let t = 0; t < periods.length; t++) {
      if (panel.observed[i * T + t] !== 1) return false;
      for (const { measure } of outcomes) if (Number.isNaN(measure.values[i * T + t])) return false;
    }
    return covariates.every((values) => !Number.isNaN(values[i]));
  };
  const unit: number[] = [];
  const incomplete: number[] = [];
  let always = 0;
  for (let i = 0; i < panel.units; i++) {
    if (before(group[i])) always++;
    else if (complete(i)) unit.push(i);
    else incomplete.push(i);
  }
  if (always > 0) problems.push(problem("effects/always-treated", "warning", {}, { count: always }));
  if (incomplete.length > 0) problems.push(incompleteProblem(panel, options, incomplete, group));
  if (incomplete.length > 0 && options.incomplete === "error") {
    const { params, where } = problems[problems.length - 1];
    fail(
      "effects/incomplete",
      where,
      { ...params, what: options.covariates.length > 0 ? "a value or a covariate" : "a value" },
      messages,
    );
  }

  const n = unit.length;
  const k = covariates.length + 1;
  const x = new Float64Array(n * k);
  const w = new Float64Array(n).fill(1);
  unit.forEach((i, r) => {
    x[r * k] = 1;
    covariates.forEach((values, j) => {
      x[r * k + j + 1] = values[i];
    });
    if (panel.samplingWeight) w[r] = panel.samplingWeight[i];
    if (!(w[r] >= 0)) fail("effects/sampling-weight", {}, { unit: panel.ids[i], value: w[r] }, messages);
  });
  const own = Int32Array.from(unit, (i) => group[i]);
  const groups = Int32Array.from(new Set(own.filter((g) => g !== NEVER))).sort();
  if (groups.length === 0) fail("effects/no-treated", {}, { from: first, to: last }, messages);
  const sizes = groups.map((g) => own.reduce((sum, v) => sum + (v === g ? 1 : 0), 0));
  const { atom, atoms } = clusters(panel, options.cluster, unit);
  return {
    n,
    unit: Int32Array.from(unit),
    group: own,
    groups,
    sizes,
    periods,
    outcomes,
    covariates: chosen.map(({ name }) => name),
    x,
    k,
    w,
    atom,
    atoms,
    problems,
  };
}

/** A covariate by its name, with its indicator of missing; a category by the name before `=`. */
function covariatesNamed(panel: Panel, name: string): readonly Covariate[] {
  const found = panel.covariates.filter((c) => c.name === name || c.name.startsWith(`${name}=`));
  return found.length > 0 ? found : [named(panel.covariates, name, "effects/no-covariate", "covariates")];
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string, code: string, option: string): T {
  const found = list.find((item) => item.name === name);
  return found ?? fail(code, { option }, { name, names: list.map((item) => item.name).join(", ") || "none" }, messages);
}

function incompleteProblem(panel: Panel, options: AttGtOptions, incomplete: readonly number[], group: Int32Array): Problem {
  const treated = incomplete.filter((i) => group[i] !== NEVER).length;
  const params = { count: incomplete.length, units: panel.units, treated };
  return problem("effects/incomplete-dropped", "warning", { option: `incomplete: ${options.incomplete}` }, params);
}

function clusters(panel: Panel, name: string, unit: readonly number[]): { atom: Int32Array; atoms: number } {
  if (name === "unit") return { atom: Int32Array.from(unit, (_, r) => r), atoms: unit.length };
  const names = panel.clusterings.map((c) => c.name).join(", ") || "none";
  const clustering = panel.clusterings.find((c) => c.name === name);
  if (!clustering) return fail("effects/unknown-clustering", { option: "cluster" }, { name, names }, messages);
  const unknown = unit.filter((i) => clustering.of[i] < 0).length;
  if (unknown > 0) fail("effects/unknown-cluster-of-unit", { option: "cluster" }, { count: unknown, cluster: name }, messages);
  const dense = new Map<number, number>();
  const atom = Int32Array.from(unit, (i) => {
    const c = clustering.of[i];
    if (!dense.has(c)) dense.set(c, dense.size);
    return dense.get(c)!;
  });
  return { atom, atoms: dense.size };
}
