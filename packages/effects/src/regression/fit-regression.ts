import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { aloneProblems } from "../att-gt/alone-problems.js";
import type { Effects, Fit, SampleUse, Term } from "../effects-value.js";
import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import { messages } from "../messages.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";
import { clusterSquaresOf } from "./cluster-squares-of.js";
import { type AskedCovariance, covarianceChoice, inferenceOf, regressionFactor } from "./covariance-choice.js";
import { jointCovariance } from "./joint-covariance.js";
import {
  designProblems,
  type LabelledSample,
  labelled,
  type RegressionDesign,
  regressionDesign,
  termName,
} from "./regression-design.js";
import { levelsOf, measureNamed, type RegressionSample, regressionSample, rowsOf, valuesOf } from "./regression-sample.js";
import type { OutcomePart } from "./score-columns.js";
import type { TermPlan } from "./term-plan.js";
import { treatedClusters } from "./treated-clusters.js";
import { solveWithin } from "./within-regression.js";

/** What is solved for one outcome: estimates of its terms and what their covariance needs. */
interface Solved extends OutcomePart {
  readonly terms: Term[];
  readonly estimate: Float64Array;
  readonly df: number;
  readonly problems: readonly Problem[];
}

/** The rows of each outcome and what they have in common. */
export interface PreparedRegression {
  readonly names: readonly string[];
  readonly samples: readonly LabelledSample[];
  /** Rows that any outcome uses. */
  readonly union: Union;
  /** Cluster of each of these rows; `refit` takes one weight for each. */
  readonly atom: FixedEffect;
}

export function prepareRegression(panel: Panel, plan: TermPlan, options: FixedEffectsOptions): PreparedRegression {
  const { variance, lags } = options;
  if (lags !== undefined && variance !== "neweyWest" && variance !== "driscollKraay") {
    fail("effects/lags-unused", { option: "lags" }, { variance }, messages);
  }
  const negative = panel.samplingWeight?.filter((w) => !(w >= 0 && w < Number.POSITIVE_INFINITY)).length ?? 0;
  if (negative > 0) fail("effects/weights-negative", {}, { count: negative }, messages);
  const names = options.outcomes ?? panel.measures.map(({ name }) => name).filter((name) => !options.covariates.includes(name));
  const samples: LabelledSample[] = [];
  for (const name of names) {
    const sample = regressionSample(panel, plan, options, measureNamed(panel, name, "outcomes"));
    const same = samples.find((earlier) => alike(earlier.sample.mask, sample.mask));
    const own = same ? { ...same, problems: [] } : labelled(panel, plan, sample, name);
    samples.push({ ...own, problems: [...sample.problems, ...own.problems] });
  }
  const union = unionOf(panel, samples);
  const known = union.cells.size === 0 ? [...samples[0].sample.effects, ...samples[0].sample.clusters] : [];
  const atom = known.find(({ name }) => name === options.cluster[0]) ?? levelsOf(panel, options.cluster[0], union, "cluster");
  return { names, samples, union, atom };
}

/** Least squares with fixed effects for each outcome of a plan, with one joint covariance. */
export function fitRegression(
  panel: Panel,
  plan: TermPlan,
  options: FixedEffectsOptions,
  prepared: PreparedRegression = prepareRegression(panel, plan, options),
): Fit {
  const { names, samples, union, atom } = prepared;
  const asked = covarianceChoice(options);
  const solve = (weights: Float64Array | null, levels: boolean) => {
    const designs = new Map<RegressionSample, RegressionDesign>();
    return names.map((name, o) => {
      const own = samples[o];
      const weight = rowWeights(panel, own.sample, weights && { weights, atom: atom.of, cell: union.cells.get(own.sample) });
      const design = designs.get(own.sample) ?? regressionDesign(panel, own, options, weight);
      designs.set(own.sample, design);
      return solveOutcome(
        panel,
        plan,
        weights === null,
        options,
        asked,
        name,
        own,
        design,
        weight,
        union.cells.get(own.sample),
        levels,
      );
    });
  };
  const build = (levels: boolean): Effects => {
    const parts = solve(null, levels);
    const problems = [...plan.problems, ...parts.flatMap((part) => part.problems)];
    const joint = jointCovariance(parts, options, asked, { panel, ...union, atom }, levels, problems);
    const terms = parts.flatMap((part) => part.terms);
    const means = levels ? parts.flatMap(({ levels: own }) => [...own!.mean]) : [];
    const df = joint.df ?? parts.flatMap((part) => part.terms.map(() => part.df));
    const arms = treatedClusters(parts, atom, panel.periods.ordinals, plan.anticipation);
    if (options.variance === "cluster") problems.push(...aloneProblems(arms, options.cluster[0]));
    return {
      kind: "effects",
      estimator: plan.estimator,
      terms: levels ? [...terms, ...terms.map((t): Term => ({ ...t, scale: "treatedMean" }))] : terms,
      estimate: Float64Array.from([...parts.flatMap((part) => [...part.estimate]), ...means]),
      covariance: joint.covariance,
      df: Float64Array.from(levels ? [...df, ...df] : df),
      clusters: atom.levels,
      basis: joint.rows
        ? {
            kind: "influence",
            atoms: atom.levels,
            rows: joint.rows,
            stratum: new Int32Array(atom.levels),
            treated: arms.treated,
            ...(joint.working && { working: joint.working }),
          }
        : { kind: "covariance-only" },
      use: useOf(panel, union),
      inference: inferenceOf(asked, joint.large, atom.levels, arms, options.variance),
      problems,
    };
  };
  return {
    effects: build(false),
    refit(weights, assignment) {
      checkRefit(weights, assignment, atom.levels);
      return Float64Array.from(solve(weights, false).flatMap((part) => [...part.estimate]));
    },
    withLevels: () => build(true),
    leastSquares: (c) => clusterSquaresOf(solve(null, false), panel, plan, options, atom, c),
  };
}

export function checkRefit(weights: Float64Array, assignment: Uint8Array | undefined, atoms: number): void {
  if (assignment) fail("effects/regression-refit-assignment", {}, {}, messages);
  if (weights.length !== atoms) fail("effects/length", {}, { what: "weights", given: weights.length, needed: atoms }, messages);
}

export function useOf(panel: Panel, { unit, units }: Union): SampleUse {
  return { units, unitsGiven: panel.units, rows: unit.length, rowsGiven: count(panel.observed) };
}

function solveOutcome(
  panel: Panel,
  plan: TermPlan,
  first: boolean,
  options: FixedEffectsOptions,
  asked: AskedCovariance,
  name: string,
  { sample, counted, label, terms, problems: own }: LabelledSample,
  design: RegressionDesign,
  weight: Float64Array | undefined,
  cell: Int32Array | undefined,
  levels: boolean,
): Solved {
  const measure = measureNamed(panel, name, "outcomes");
  const y = valuesOf(measure, sample, panel.periods.ordinals.length);
  const { within, place } = design;
  const solution = solveWithin(within, levels ? y.slice() : y, weight);
  const factor = regressionFactor(asked, options, sample, within.kept.length);
  const problems = [...own, ...designProblems(name, design, terms)];
  if (first && plan.inspect && place[0] >= 0)
    problems.push(...plan.inspect(name, { sample, label, column: firstColumn(within, place[0]), root: within.root }));
  if (within.converged && !solution.converged) problems.push(problem("effects/not-converged", "warning", {}, { outcome: name }));
  const unknown = solution.exact || !(factor.rowsLeft > 0) || !Number.isFinite(factor.value);
  if (unknown) problems.push(problem("effects/nothing-left", "warning", {}, { outcome: name }));
  return {
    outcome: name,
    names: terms.map(termName),
    kind: terms[0].kind,
    terms: terms.map((term) => ({ ...term, outcome: name, unit: measure.unit })),
    estimate: Float64Array.from(place, (at) => (at < 0 ? Number.NaN : solution.coefficients[at])),
    place,
    columns: within.columns,
    bread: within.bread,
    residual: solution.residual,
    squares: solution.squares,
    factor: { ...factor, value: unknown ? Number.NaN : factor.value },
    df: factor.df,
    clusters: sample.clusters,
    sample,
    ...(within.root && { root: within.root }),
    counted,
    periods: panel.periods.ordinals.length,
    plain: options.covariates.length === 0 && options.effects.every((name) => name === "unit" || name === "period"),
    ...(cell && { cell }),
    ...(levels && { levels: levelScores(y, label, terms.length, weight) }),
    problems,
  };
}

/** What the other columns leave of one, but for a factor. */
function firstColumn({ columns, bread, n }: RegressionDesign["within"], at: number): Float64Array {
  if (columns.length === 1) return columns[0];
  const out = new Float64Array(n);
  columns.forEach((column, l) => {
    const c = bread[at * columns.length + l];
    for (let r = 0; r < n; r++) out[r] += c * column[r];
  });
  return out;
}

/** Weighted mean outcome of the rows of each term, with each row's share and deviation. */
function levelScores(y: Float64Array, label: Int32Array, K: number, weight?: Float64Array): NonNullable<OutcomePart["levels"]> {
  const total = new Float64Array(K);
  const mean = new Float64Array(K);
  for (let r = 0; r < y.length; r++) {
    if (label[r] < 0) continue;
    const w = weight ? weight[r] : 1;
    total[label[r]] += w;
    mean[label[r]] += w * y[r];
  }
  for (let k = 0; k < K; k++) mean[k] /= total[k];
  const share = new Float64Array(y.length);
  const deviation = new Float64Array(y.length);
  for (let r = 0; r < y.length; r++) {
    if (label[r] < 0) continue;
    share[r] = (weight ? weight[r] : 1) / total[label[r]];
    deviation[r] = y[r] - mean[label[r]];
  }
  return { mean, label, share, deviation, ...(weight && { root: weight.map(Math.sqrt) }) };
}

export interface Union {
  readonly unit: Int32Array;
  readonly time: Int32Array;
  readonly units: number;
  /** Place of each row of a sample among these; absent where the sample has all of them. */
  readonly cells: ReadonlyMap<RegressionSample, Int32Array>;
}

function unionOf(panel: Panel, samples: readonly LabelledSample[]): Union {
  const T = panel.periods.ordinals.length;
  const distinct = [...new Set(samples.map(({ sample }) => sample))];
  const { unit, time } = distinct.length === 1 ? distinct[0] : joined(distinct, T);
  let units = 0;
  for (let r = 0; r < unit.length; r++) if (r === 0 || unit[r - 1] !== unit[r]) units++;
  const cells = new Map<RegressionSample, Int32Array>();
  if (distinct.length > 1) {
    const position = new Int32Array(panel.units * T);
    for (let r = 0; r < unit.length; r++) position[unit[r] * T + time[r]] = r;
    for (const own of distinct)
      cells.set(
        own,
        Int32Array.from(own.unit, (i, r) => position[i * T + own.time[r]]),
      );
  }
  return { unit, time, units, cells };
}

function joined(samples: readonly RegressionSample[], T: number): Pick<Union, "unit" | "time"> {
  const mask = samples[0].mask.map((_, c) => (samples.some((own) => own.mask[c] === 1) ? 1 : 0));
  return rowsOf(mask, count(mask), T);
}

function rowWeights(
  panel: Panel,
  { n, unit }: RegressionSample,
  refit: { weights: Float64Array; atom: Int32Array; cell?: Int32Array } | null,
): Float64Array | undefined {
  const sampling = panel.samplingWeight;
  if (!sampling && !refit) return undefined;
  const weight = new Float64Array(n);
  for (let r = 0; r < n; r++) {
    weight[r] = sampling ? sampling[unit[r]] : 1;
    if (refit) weight[r] *= refit.weights[refit.atom[refit.cell ? refit.cell[r] : r]];
  }
  return weight;
}

function alike(a: Uint8Array, b: Uint8Array): boolean {
  for (let c = 0; c < a.length; c++) if (a[c] !== b[c]) return false;
  return true;
}

function count(mask: Uint8Array): number {
  let sum = 0;
  for (let c = 0; c < mask.length; c++) sum += mask[c];
  return sum;
}
