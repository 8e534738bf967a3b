import { type Context, KontrafaktError, type Problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { evidenceTest, type Fit } from "@kontrafakt/effects";
import { type Evidence, type MoneyFiles, primaryCost, primaryWeights } from "@kontrafakt/savings";
import type { Estimated } from "./estimate.js";
import type { Study } from "./options/study-schema.js";

/** What must agree with the interval before a saving counts as shown. */
export interface Confirmed {
  /** Weights on the effects that make the primary figure. */
  readonly weights: Float64Array;
  /** The programme's cost in it. */
  readonly cost: number;
  /** Absent where no test holds. */
  readonly evidence?: Evidence;
  readonly problems: readonly Problem[];
}

/** The test that a saving of skewed outcomes must pass, on the primary figure of matched people. */
export async function confirm(
  panel: Panel,
  study: Study,
  money: MoneyFiles,
  { shown }: Estimated,
  context: Context,
): Promise<Confirmed> {
  const weights = primaryWeights(shown.effects, money, study.savings, panel.periods);
  const cost = primaryCost(shown.effects, money, study.savings, panel.periods);
  return { weights, cost, ...(await evidenceOf(shown, weights, cost, study.effects.inference.draws, context)) };
}

/** The test by whatever holds for a fit; where nothing does, notes that say why. */
export async function evidenceOf(
  fit: Fit,
  weights: Float64Array,
  cost: number,
  draws: number,
  context: Context,
): Promise<Pick<Confirmed, "evidence" | "problems">> {
  if (!weights.some((w) => w !== 0)) return { problems: [] };
  try {
    const { kind: _, ...evidence } = await evidenceTest(fit, weights, context, { draws, known: cost });
    return { evidence, problems: [] };
  } catch (error) {
    if (!(error instanceof KontrafaktError)) throw error;
    return { problems: error.problems.map((p): Problem => ({ ...p, severity: "note" })) };
  }
}
