import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Term } from "../effects-value.js";
import { absorb } from "../fixed-effects/absorb.js";
import { messages } from "../messages.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";
import { type CountedRows, countedRows, measureNamed, type RegressionSample, valuesOf } from "./regression-sample.js";
import { runEnd } from "./run-end.js";
import type { TermPlan } from "./term-plan.js";
import { termSizes } from "./term-sizes.js";
import { type WithinDesign, withinDesign } from "./within-regression.js";

/** The rows of an outcome with the term each belongs to. */
export interface LabelledSample {
  readonly sample: RegressionSample;
  readonly counted: CountedRows;
  /** Term of each row, −1 for none. */
  readonly label: Int32Array;
  /** Without outcome and unit. */
  readonly terms: readonly Omit<Term, "outcome" | "unit">[];
  readonly precedence: readonly number[];
  readonly hidden: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}

export function labelled(panel: Panel, plan: TermPlan, sample: RegressionSample, outcome: string): LabelledSample {
  const ordinals = panel.periods.ordinals;
  const T = ordinals.length;
  const counted = countedRows(sample, plan.group, T);
  const present = (g: number, t: number) => counted.rows[counted.place.get(g)! * T + t] > 0;
  const planned = plan.terms(counted.groups, present, outcome);
  const K = planned.labels.length;
  if (K === 0) fail("effects/no-treated", {}, { from: ordinals[0], to: ordinals[plan.periods - 1] }, messages);
  const table = new Int32Array(counted.place.size * T).fill(-1);
  for (const g of counted.groups) for (let t = 0; t < plan.periods; t++) table[counted.place.get(g)! * T + t] = planned.at(g, t);
  const label = new Int32Array(sample.n);
  const { unit, time } = sample;
  for (let r = 0; r < sample.n; ) {
    const from = r;
    r = runEnd(unit, from);
    look(label, table, counted.ofUnit[unit[from]] * T, time, from, r);
  }
  const sizes = termSizes(panel, plan, sample, counted, table, K);
  return {
    sample,
    counted,
    label,
    terms: planned.labels.map((own, k) => ({ ...own, scale: "difference", ...sizes[k] })),
    precedence: planned.precedence ?? planned.labels.map((_, k) => k),
    hidden: planned.hidden ?? new Set(),
    problems: planned.problems,
  };
}

function look(label: Int32Array, table: Int32Array, at: number, time: Int32Array, from: number, to: number): void {
  for (let r = from; r < to; r++) label[r] = table[at + time[r]];
}

function setOnes(columns: readonly Float64Array[], place: Int32Array, label: Int32Array): void {
  for (let r = 0; r < label.length; r++) if (label[r] >= 0) columns[place[label[r]]][r] = 1;
}

export interface RegressionDesign {
  readonly within: WithinDesign;
  /** For each term its place among the kept columns, −1 where collinear. */
  readonly place: Int32Array;
  readonly droppedCovariates: readonly string[];
}

/** Covariates first, then terms: a term that follows from covariates and fixed effects is what cannot be estimated. */
export function regressionDesign(
  panel: Panel,
  { sample, label, terms, precedence, hidden }: LabelledSample,
  options: FixedEffectsOptions,
  weight?: Float64Array,
): RegressionDesign {
  const { n } = sample;
  const T = panel.periods.ordinals.length;
  const columns = options.covariates.map((name) => valuesOf(measureNamed(panel, name, "covariates"), sample, T));
  const C = columns.length;
  const placeOf = new Int32Array(terms.length);
  precedence.forEach((k, j) => {
    placeOf[k] = C + j;
    columns.push(new Float64Array(n));
  });
  setOnes(columns, placeOf, label);
  const within = withinDesign(columns, absorb(sample.effects, n, weight), n, weight);
  const place = new Int32Array(terms.length).fill(-1);
  within.kept.forEach((j, at) => {
    if (j >= C && !hidden.has(precedence[j - C])) place[precedence[j - C]] = at;
  });
  return { within, place, droppedCovariates: within.dropped.filter((j) => j < C).map((j) => options.covariates[j]) };
}

export function designProblems(
  outcome: string,
  { within, place, droppedCovariates }: RegressionDesign,
  terms: LabelledSample["terms"],
): Problem[] {
  const problems: Problem[] = [];
  if (droppedCovariates.length > 0) {
    problems.push(problem("effects/covariates-collinear", "warning", {}, { outcome, covariates: droppedCovariates.join(", ") }));
  }
  const collinear = terms.filter((_, k) => place[k] < 0);
  if (collinear.length > 0) {
    problems.push(problem("effects/terms-collinear", "warning", {}, { outcome, which: collinear.map(termName).join(", ") }));
  }
  if (!within.converged) problems.push(problem("effects/not-converged", "warning", {}, { outcome }));
  return problems;
}

export function termName({ kind, group, time, event }: Pick<Term, "kind" | "group" | "time" | "event">): string {
  if (kind === "cell") return `(${group}, ${time})`;
  return kind === "event" ? `${event}` : kind;
}
