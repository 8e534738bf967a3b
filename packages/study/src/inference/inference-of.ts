import { type Context, type Problem, problem } from "@kontrafakt/base";
import { coarse, type DisclosureRules } from "@kontrafakt/cohort";
import { type Combination, type Fit, type InferenceOptions, inferBeside, linearCombination } from "@kontrafakt/effects";
import { tCdf } from "@kontrafakt/numerics";
import { publishedChoice, publishedMethod } from "../disclosure/published-inference.js";
import type { Tally } from "../disclosure/tally.js";
import type { InferenceResult, MethodResult } from "./inference-result.js";
import { estimatedOf } from "./take-fit.js";

/** What a figure's inference obeys, and where its options stand in the study. */
export interface InferenceRules {
  /** Of an estimator the options it has; those it lacks are as if not set. */
  readonly options: Pick<InferenceOptions, "beside"> & Partial<InferenceOptions>;
  /** `effects.inference`, `effects.estimators.NAME.inference` … */
  readonly at: string;
  readonly level: number;
  readonly rules: DisclosureRules;
  readonly tally: Tally;
  /** Counts of people that are told exactly elsewhere. */
  readonly elsewhere?: readonly number[];
  /** The figure as it is told, where its interval is not that of the combination as such: weights are estimated too, or digits are left out. */
  readonly figure?: Combination;
  readonly bands?: InferenceResult["bands"];
  /** A known amount taken off the figure. */
  readonly cost?: number;
}

/**
 * How sure a combination of effects is said to be, and what other methods say of it. A method that does not hold is left out, and a warning says
 * why and what to use instead.
 *
 * @param weightsOf weights on the terms that have an estimate; undefined where there is no such combination
 */
export async function inferenceOf(
  whole: Fit,
  weightsOf: (fit: Fit) => Float64Array | undefined,
  { options, at, level, rules, tally, elsewhere = [], figure, bands, cost = 0 }: InferenceRules,
  context: Context,
): Promise<{ readonly inference?: InferenceResult; readonly problems: readonly Problem[] }> {
  const { inference: choice } = whole.effects;
  const beside: InferenceResult["beside"][number][] = [];
  const problems: Problem[] = [];
  const fit = estimatedOf(whole);
  const weights = weightsOf(fit);
  const isFigure = weights?.some((w) => w !== 0);
  if (options.beside.length > 0) {
    const option = `${at}.beside`;
    if (weights === undefined || !isFigure) {
      problems.push(problem("study/inference-no-figure", "warning", { option }, {}));
    } else {
      const found = await inferBeside(fit, weights, { ...complete(options), level }, context);
      const told = found.results.map((r) => publishedMethod(r, rules, tally, elsewhere));
      beside.push(...told.map((r) => (figure ? { ...r, estimate: figure.estimate } : r)));
      problems.push(
        ...found.problems.map((p) => ({ ...p, where: { ...p.where, option: placed(p.where.option, at) ?? option } })),
      );
    }
  }
  const test = weights && isFigure ? defaultTest(figure ?? linearCombination(fit.effects, weights), cost, rules) : undefined;
  if (choice === undefined && beside.length === 0) return { problems };
  return {
    inference: {
      ...(choice && { choice: publishedChoice(choice, rules, tally, elsewhere) }),
      ...(bands && { bands }),
      ...(test && { test }),
      beside: cost === 0 ? beside : beside.map((b) => afterCost(b, cost)),
    },
    problems,
  };
}

/** The test that goes with the t interval; to thousandths where counts of people are withheld. */
function defaultTest({ estimate, se, df }: Combination, cost: number, { smallCell }: DisclosureRules) {
  if (!(se > 0 && df > 0)) return undefined;
  const pBelow = tCdf((estimate - cost) / se, df);
  const told = (p: number) => (smallCell > 1 ? coarse(p, 0.001) : p);
  return { p: told(Math.min(1, 2 * Math.min(pBelow, 1 - pBelow))), pAbove: told(1 - pBelow), pBelow: told(pBelow) };
}

/** A figure after a known cost; its p is left out, since what was tested is that the effects are 0, not that they pay the cost. */
function afterCost(figure: MethodResult, cost: number): MethodResult {
  const { p: _, pAbove: __, pBelow: ___, ...rest } = figure;
  return { ...rest, estimate: rest.estimate - cost, lower: rest.lower - cost, upper: rest.upper - cost };
}

/** Options that an estimator does not have are as where nobody sets them. */
function complete(options: InferenceRules["options"]): InferenceOptions {
  return { crossing: "auto", bands: "auto", ...options } as InferenceOptions;
}

/** An option of the inference under its place in the study. */
function placed(option: string | undefined, at: string): string | undefined {
  if (option === undefined || option.startsWith(at)) return option;
  return `${at}.${option.replace(/^inference\./, "")}`;
}
