import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Covariate, Measure, Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { messages } from "../../messages.js";
import type { AttGtOptions } from "../../options/att-gt-options.js";

/**
 * 1 for each row whose unit lacks a covariate or, where only whole histories are asked for, a value in a period in which the row counts. People
 * are counted in problems, once. @throws KontrafaktError under `incomplete: error`
 */
export function rowsLeftOut(
  panel: Panel,
  { unit, role, weight, until }: Comparison,
  covariates: readonly Covariate[],
  measures: readonly Measure[],
  { incomplete }: AttGtOptions,
  problems: Problem[],
): Uint8Array {
  const { ordinals } = panel.periods;
  const T = ordinals.length;
  const left = new Uint8Array(unit.length);
  const people = { all: new Set<number>(), covariate: new Map<number, number>(), gaps: new Map<number, number>() };
  unit.forEach((i, r) => {
    if (!(weight[r] > 0)) return;
    people.all.add(i);
    if (covariates.some(({ values }) => Number.isNaN(values[i]))) {
      left[r] = 1;
      people.covariate.set(i, Math.max(role[r], people.covariate.get(i) ?? 0));
      return;
    }
    const counts = (t: number) => role[r] === 1 || ordinals[t] < until[r];
    const gap = measures.some(({ values }) => ordinals.some((_, t) => counts(t) && Number.isNaN(values[i * T + t])));
    if (!gap) return;
    people.gaps.set(i, Math.max(role[r], people.gaps.get(i) ?? 0));
    if (incomplete === "full") left[r] = 1;
  });
  const units = people.all.size;
  const tell = (code: string, option: string, who: ReadonlyMap<number, number>) => {
    if (who.size === 0) return;
    const treated = [...who.values()].reduce((sum, v) => sum + v, 0);
    problems.push(problem(code, "warning", { option }, { count: who.size, units, treated }));
  };
  tell("effects/covariate-missing", "covariates", people.covariate);
  if (people.gaps.size > 0 && incomplete === "error") {
    const treated = [...people.gaps.values()].reduce((sum, v) => sum + v, 0);
    const params = { count: people.gaps.size, units, treated };
    fail("effects/comparison-incomplete", { option: "incomplete" }, params, messages);
  }
  const code = incomplete === "full" ? "effects/incomplete-dropped" : "effects/pairwise-used";
  tell(code, `incomplete: ${incomplete}`, people.gaps);
  return left;
}
