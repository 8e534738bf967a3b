import { problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Effects, Fit, Term } from "../effects-value.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";
import { rowProduct } from "../row-product.js";
import { checkRefit, fitRegression, prepareRegression, useOf } from "./fit-regression.js";
import { fromSums, influence } from "./saturated-covariance.js";
import { coefficients, meanPaths, type Paths, type Saturated, saturatedShape } from "./saturated-shape.js";
import { smallSampleFactor, smallSampleOf } from "./small-sample.js";
import type { TermPlan } from "./term-plan.js";

/**
 * Closed form of cohort-by-period coefficients: with unit and period effects on a balanced panel and no covariates the residuals are the
 * deviations from the cohort's mean path, and a coefficient is the difference of two mean changes; so are its scores. One pass over the data.
 * Anything else goes through `fitRegression`.
 */
export function fitSaturated(panel: Panel, plan: TermPlan, options: FixedEffectsOptions): Fit {
  const prepared = prepareRegression(panel, plan, options);
  const general = () => fitRegression(panel, plan, options, smallSampleOf(options.compat), prepared);
  const shape = saturatedShape(panel, plan, options, prepared);
  if (!shape) return general();
  return {
    effects: estimate(panel, plan, options, shape, false),
    refit(weights, assignment) {
      checkRefit(weights, assignment, prepared.atom.levels);
      const w = shape.weight.map((own, i) => own * weights[shape.atomOf[i]]);
      return Float64Array.from(shape.outcomes.flatMap(({ values }) => coefficients(shape, meanPaths(shape, values, w))));
    },
    // Levels of row-wise variances need the residuals of every row.
    withLevels: () => (options.variance === "cluster" ? estimate(panel, plan, options, shape, true) : general().withLevels!()),
  };
}

function estimate(panel: Panel, plan: TermPlan, options: FixedEffectsOptions, shape: Saturated, levels: boolean): Effects {
  const { samples, outcomes, cell, atom, T, units } = shape;
  const { sample, terms } = samples[0];
  const factor = smallSampleFactor(
    smallSampleOf(options.compat),
    options.variance,
    sample.n,
    cell.length,
    sample.effects,
    sample.clusters,
  );
  const paths = outcomes.map(({ values }) => meanPaths(shape, values, shape.weight));
  const problems = [...plan.problems, ...samples.flatMap((own) => own.problems)];
  const exact = outcomes.map(({ name, values }, o) => {
    const fits = fitsExactly(shape, values, paths[o]) || !(factor.rowsLeft > 0) || !Number.isFinite(factor.value);
    if (fits) problems.push(problem("effects/nothing-left", "warning", {}, { outcome: name }));
    return fits;
  });
  const figures = outcomes.length * cell.length * (levels ? 2 : 1);
  const labels = outcomes.flatMap(({ name, unit }) => terms.map((t): Term => ({ ...t, outcome: name, unit })));
  const means = paths.flatMap(({ mean }) => cell.map(({ group, time }) => mean[(group + 1) * T + time]));
  const values = paths.flatMap((path) => coefficients(shape, path));
  const clustered = options.variance === "cluster";
  const rows = clustered ? influence(shape, paths, Math.sqrt(factor.value), levels) : null;
  const byUnit = clustered && !levels && atom.levels === units.length;
  const how = options.variance === "iid" ? "iid" : byUnit ? "unit" : "hetero";
  const covariance = rows && !byUnit ? rowProduct(rows, atom.levels, figures) : fromSums(shape, paths, how, factor);
  if (rows && !Number.isFinite(factor.value)) for (let c = 0; c < rows.length; c++) if (!Number.isFinite(rows[c])) rows[c] = 0;
  exact.forEach((fits, o) => {
    if (fits) blank(covariance, figures, o * cell.length, cell.length, levels ? figures / 2 : 0);
  });
  return {
    kind: "effects",
    estimator: plan.estimator,
    terms: levels ? [...labels, ...labels.map((t): Term => ({ ...t, scale: "treatedMean" }))] : labels,
    estimate: Float64Array.from(levels ? [...values, ...means] : values),
    covariance,
    df: new Float64Array(figures).fill(factor.df),
    clusters: atom.levels,
    basis: rows
      ? {
          kind: "influence",
          atoms: atom.levels,
          rows,
          stratum: new Int32Array(atom.levels),
        }
      : { kind: "covariance-only" },
    use: useOf(panel, shape.union),
    problems,
  };
}

function fitsExactly({ units, T, stride, group }: Saturated, values: Float64Array, { mean }: Paths): boolean {
  let left = 0;
  let whole = 0;
  let level = 0;
  for (let i = 0; i < units.length; i++) {
    const from = units[i] * stride;
    let own = 0;
    for (let t = 0; t < T; t++) own += values[from + t] - mean[(group[i] + 1) * T + t];
    for (let t = 0; t < T; t++) {
      const e = values[from + t] - mean[(group[i] + 1) * T + t] - own / T;
      left += e * e;
      level += values[from + t];
      whole += values[from + t] * values[from + t];
    }
  }
  return !(left > 1e-20 * Math.max(whole - (level * level) / (units.length * T), 1e-9 * whole));
}

/** NaN for all figures of one outcome, its levels too. */
function blank(covariance: Float64Array, figures: number, from: number, K: number, levels: number): void {
  for (const first of levels > 0 ? [from, levels + from] : [from]) {
    for (let k = first; k < first + K; k++) {
      for (let l = 0; l < figures; l++) {
        covariance[k * figures + l] = Number.NaN;
        covariance[l * figures + k] = Number.NaN;
      }
    }
  }
}
