import { problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { aloneProblems } from "../att-gt/alone-problems.js";
import type { Effects, Fit, Term } from "../effects-value.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";
import { rowProduct } from "../row-product.js";
import { blankCancelled } from "./blank-cancelled.js";
import { type AskedCovariance, covarianceChoice, inferenceOf, regressionFactor } from "./covariance-choice.js";
import { checkRefit, fitRegression, prepareRegression, useOf } from "./fit-regression.js";
import { termName } from "./regression-design.js";
import { fromSums, influence } from "./saturated-covariance.js";
import { saturatedArms, saturatedLeverage, saturatedSquares } from "./saturated-leverage.js";
import { coefficients, meanPaths, type Paths, type Saturated, saturatedShape } from "./saturated-shape.js";
import type { TermPlan } from "./term-plan.js";

/**
 * Closed form of cohort-by-period coefficients: with unit and period effects on a balanced panel and no covariates the residuals are the
 * deviations from the cohort's mean path, and a coefficient is the difference of two mean changes; so are its scores. One pass over the data.
 * Anything else goes through `fitRegression`.
 */
export function fitSaturated(panel: Panel, plan: TermPlan, options: FixedEffectsOptions): Fit {
  const prepared = prepareRegression(panel, plan, options);
  const asked = covarianceChoice(options);
  const general = () => fitRegression(panel, plan, options, prepared);
  const shape = saturatedShape(panel, plan, options, prepared);
  if (!shape) return general();
  return {
    effects: estimate(panel, plan, options, asked, shape, false),
    refit(weights, assignment) {
      checkRefit(weights, assignment, prepared.atom.levels);
      const w = shape.weight.map((own, i) => own * weights[shape.atomOf[i]]);
      return Float64Array.from(shape.outcomes.flatMap(({ values }) => coefficients(shape, meanPaths(shape, values, w))));
    },
    // Levels of row-wise variances need the residuals of every row.
    withLevels: () =>
      options.variance === "cluster" ? estimate(panel, plan, options, asked, shape, true) : general().withLevels!(),
    leastSquares: (c) => (options.variance === "cluster" ? saturatedSquares(shape, c) : general().leastSquares!(c)),
  };
}

function estimate(
  panel: Panel,
  plan: TermPlan,
  options: FixedEffectsOptions,
  asked: AskedCovariance,
  shape: Saturated,
  levels: boolean,
): Effects {
  const { samples, outcomes, cell, atom, T, units } = shape;
  const { sample, terms } = samples[0];
  const factor = regressionFactor(asked, options, sample, cell.length);
  const paths = outcomes.map(({ values }) => meanPaths(shape, values, shape.weight));
  const problems = [...plan.problems, ...samples.flatMap((own) => own.problems)];
  const errors = outcomes.map(({ name, values }, o) => {
    const { fits, error } = rest(shape, values, paths[o]);
    const unknown = fits || !(factor.rowsLeft > 0) || !Number.isFinite(factor.value);
    if (unknown) problems.push(problem("effects/nothing-left", "warning", {}, { outcome: name }));
    return unknown ? null : error * factor.value;
  });
  const figures = outcomes.length * cell.length * (levels ? 2 : 1);
  const labels = outcomes.flatMap(({ name, unit }) => terms.map((t): Term => ({ ...t, outcome: name, unit })));
  const means = paths.flatMap(({ mean }) => cell.map(({ group, time }) => mean[(group + 1) * T + time]));
  const values = paths.flatMap((path) => coefficients(shape, path));
  const clustered = options.variance === "cluster";
  const leverage = asked.byCluster ? saturatedLeverage(shape, paths, asked.byCluster, figures, levels) : null;
  const share = leverage?.share ?? shape.weight;
  const rows = clustered
    ? influence(shape, paths, share, Math.sqrt(factor.value), levels ? (leverage?.levels ?? share) : null)
    : null;
  const byUnit = clustered && !levels && atom.levels === units.length;
  const how = options.variance === "iid" ? "iid" : byUnit ? "unit" : "hetero";
  const covariance = rows && !byUnit ? rowProduct(rows, atom.levels, figures) : fromSums(shape, paths, share, how, factor);
  if (rows && !Number.isFinite(factor.value)) for (let c = 0; c < rows.length; c++) if (!Number.isFinite(rows[c])) rows[c] = 0;
  errors.forEach((error, o) => {
    const K = cell.length;
    if (error === null) {
      blank(covariance, figures, o * K, K, levels ? figures / 2 : 0);
      return;
    }
    const { total } = paths[o];
    const own = terms.map((term, k) => ({
      index: o * K + k,
      kind: term.kind,
      name: termName(term),
      independent: error * (2 / total[cell[k].group + 1] + 2 / total[0]),
    }));
    const by = clustered ? options.cluster[0] : options.variance;
    blankCancelled(covariance, figures, own, byUnit ? "products" : "squares", { outcome: outcomes[o].name, by }, problems);
  });
  const arms = saturatedArms(shape);
  if (clustered) problems.push(...aloneProblems(arms, options.cluster[0]));
  const df = new Float64Array(figures).fill(factor.df);
  if (leverage) for (let k = 0; k < figures; k++) df[k] = leverage.df[k % leverage.df.length] || factor.df;
  return {
    kind: "effects",
    estimator: plan.estimator,
    terms: levels ? [...labels, ...labels.map((t): Term => ({ ...t, scale: "treatedMean" }))] : labels,
    estimate: Float64Array.from(levels ? [...values, ...means] : values),
    covariance,
    df,
    clusters: atom.levels,
    basis: rows
      ? {
          kind: "influence",
          atoms: atom.levels,
          rows,
          stratum: new Int32Array(atom.levels),
          treated: arms.treated,
          ...(leverage && { working: leverage.working }),
        }
      : { kind: "covariance-only" },
    use: useOf(panel, shape.union),
    inference: inferenceOf(asked, false, atom.levels, arms, options.variance),
    problems,
  };
}

/** Mean square of the errors of weighted rows, and whether they are but rounding. */
function rest({ units, T, stride, group, weight }: Saturated, values: Float64Array, { mean }: Paths) {
  let left = 0;
  let weighted = 0;
  let whole = 0;
  let level = 0;
  for (let i = 0; i < units.length; i++) {
    const from = units[i] * stride;
    let own = 0;
    for (let t = 0; t < T; t++) own += values[from + t] - mean[(group[i] + 1) * T + t];
    for (let t = 0; t < T; t++) {
      const e = values[from + t] - mean[(group[i] + 1) * T + t] - own / T;
      left += e * e;
      weighted += weight[i] * e * e;
      level += values[from + t];
      whole += values[from + t] * values[from + t];
    }
  }
  const rows = units.length * T;
  // Means of large values are rounded too, and then scores cancel only so far.
  const error = Math.max(weighted, 1e-12 * whole) / rows;
  return { fits: !(left > 1e-20 * Math.max(whole - (level * level) / rows, 1e-9 * whole)), error };
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
