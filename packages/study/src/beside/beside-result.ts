import { type Context, KontrafaktError, type Periods, type Problem, problem } from "@kontrafakt/base";
import { coarse, type DisclosureRules, type Panel } from "@kontrafakt/cohort";
import {
  aggregate,
  type Effects,
  type EstimatorOptions,
  efficientAggregate,
  efficientTest,
  type Fit,
  fitEstimator,
  interval,
} from "@kontrafakt/effects";
import type { Tally } from "../disclosure/tally.js";
import { inferenceOf } from "../inference/inference-of.js";
import { overallWeights } from "../inference/overall-weights.js";
import { relativeResult } from "../relative-result.js";
import type { Beside } from "../results.js";
import { withPeriods } from "../with-periods.js";
import { besideAverages, type MakeAverage } from "./beside-averages.js";
import { decompositionResult } from "./decomposition-result.js";
import { fixedAverages } from "./fixed-averages.js";
import type { MayTellLevel } from "./level-keeper.js";
import { levelsTold } from "./levels-told.js";

/** One outcome by one estimator, and what the reader must know of it. */
export interface BesideResult {
  readonly beside: Beside;
  readonly problems: readonly Problem[];
}

/** What every estimator of an outcome obeys. */
export interface BesideRules {
  readonly level: number;
  readonly rules: DisclosureRules;
  readonly tally: Tally;
  readonly mayTellLevel: MayTellLevel;
}

/**
 * One outcome by an estimator on the whole panel, unmatched. Averages on few people are left out. Counts are still exact: `publishCounts`
 * tells them, all outcomes together. An estimator that cannot be fitted stops nothing: it has `failed`, and a warning says why.
 *
 * @param name the study's name for it; problems have the option `effects.estimators.<name>`
 */
export async function besideResult(
  panel: Panel,
  outcome: string,
  name: string,
  options: EstimatorOptions,
  given: BesideRules,
  context: Context,
): Promise<BesideResult> {
  try {
    const { beside, problems } = await estimated(panel, outcome, options, given, context);
    return { beside: { name, ...beside }, problems: problems.map((p) => under(name, p, panel.periods)) };
  } catch (error) {
    if (!(error instanceof KontrafaktError)) throw error;
    const { estimator } = options;
    const failed = problem("study/estimator-failed", "warning", optionOf(name), { estimator: name, outcome });
    const reasons = error.problems.map((p): Problem => ({ ...p, severity: "warning" }));
    return {
      beside: { name, estimator, label: estimator, failed: error.problems[0]?.code ?? "", units: 0, averages: [] },
      problems: [failed, ...reasons.map((p) => under(name, p, panel.periods))],
    };
  }
}

async function estimated(
  panel: Panel,
  outcome: string,
  asked: EstimatorOptions,
  { level, rules, tally, mayTellLevel }: BesideRules,
  context: Context,
): Promise<{ readonly beside: Omit<Beside, "name">; readonly problems: readonly Problem[] }> {
  const options = { ...asked, outcomes: [outcome] };
  const fit = fitEstimator(panel, options);
  const { effects } = fit;
  const missing = missingCells(effects);
  const levels = levelsTold(panel, outcome, rules) && mayTellLevel(effects) ? fit.withLevels?.() : undefined;
  const relative = levels && relativeResult(levels, outcome, { level, rules, tally });
  const overall = (told: Fit) => overallWeights(told.effects);
  const averages = besideAverages(effects, averagesOf(panel, effects, options), level, rules, tally);
  const figure = (averages.find(({ type }) => type === "simple") ?? averages[0])?.overall;
  const own = { at: "inference", level, rules, tally, figure };
  const apart =
    options.estimator === "twoWay" && options.decompose
      ? decompositionResult(panel, outcome, options, interval(effects, 0, level), rules, tally)
      : undefined;
  const sure =
    "inference" in options ? await inferenceOf(fit, overall, { ...own, options: options.inference }, context) : undefined;
  return {
    beside: {
      estimator: options.estimator,
      label: effects.estimator,
      units: unitsOf(effects),
      ...(effects.use && { rowsUsed: shareOf(effects.use, rules.smallCell) }),
      averages,
      ...(missing > 0 && { missingCells: missing }),
      ...(relative?.relative && { relative: relative.relative }),
      ...(apart?.decomposition && { decomposition: apart.decomposition }),
      ...(await shuffled(panel, options, context)),
      ...(sure?.inference && { inference: sure.inference }),
    },
    problems: [...effects.problems, ...(relative?.problems ?? []), ...(apart?.problems ?? []), ...(sure?.problems ?? [])],
  };
}

/**
 * How an estimator averages its cells: by weights that suit it, with the uncertainty of the groups' shares where they are sampled too, else the
 * numbers of treated as given.
 */
function averagesOf(panel: Panel, effects: Effects, options: EstimatorOptions): MakeAverage {
  const { basis, terms } = effects;
  if (options.estimator === "efficient") {
    const { estimator: _, ...own } = options;
    return (type) => efficientAggregate(panel, { type }, own).effects;
  }
  if ("shares" in basis && basis.shares !== undefined && terms[0]?.kind === "cell") return (type) => aggregate(effects, { type });
  return (type) => fixedAverages(effects, type);
}

/** The test that shuffles starts, where it is asked for. */
async function shuffled(panel: Panel, options: EstimatorOptions, context: Context): Promise<Pick<Beside, "randomisation">> {
  if (options.estimator !== "efficient" || options.permutations === 0) return {};
  const { estimator: _, ...own } = options;
  const [{ p, draws }] = await efficientTest(panel, own, context);
  return { randomisation: { p, draws } };
}

const optionOf = (name: string) => ({ option: `effects.estimators.${name}` });

/**
 * A problem of an estimator, at its place in the study, with its periods as readers know them. What is wrong with single cells is a note:
 * no money and no verdict rest on them, and how many could not be estimated is told as `missingCells`.
 */
function under(name: string, p: Problem, { unit }: Periods): Problem {
  const { option } = p.where;
  const where = { ...p.where, option: `${optionOf(name).option}${option === undefined ? "" : `.${option}`}` };
  const severity = p.severity === "warning" && p.code.startsWith("effects/cell-") ? "note" : p.severity;
  return { ...p, severity, where, params: withPeriods(p, unit) };
}

function unitsOf({ use, basis, clusters }: Effects): number {
  return use?.units ?? (basis.kind === "influence" ? basis.atoms : clusters);
}

/** The share of rows used; where counts of people are withheld, to the nearest hundredth, so that few rows left out don't show. */
function shareOf({ rows, rowsGiven }: NonNullable<Effects["use"]>, smallCell: number): number {
  const share = rowsGiven > 0 ? rows / rowsGiven : 1;
  return smallCell > 1 ? coarse(share, 0.01) : share;
}

function missingCells({ terms, estimate }: Effects): number {
  return terms.reduce((count, { kind }, k) => count + (kind === "cell" && Number.isNaN(estimate[k]) ? 1 : 0), 0);
}
