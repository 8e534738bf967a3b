import type { Context } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { permutable, permutation } from "@kontrafakt/effects";
import { type MoneyFiles, primaryCost, primaryWeights } from "@kontrafakt/savings";
import type { Estimated } from "./estimate.js";
import type { Study } from "./options/study-schema.js";

const PERMUTATIONS = 9999;

/** The permutation test that a saving of skewed outcomes must pass, on the primary figure; none where the comparison does not allow one. */
export async function confirm(panel: Panel, study: Study, money: MoneyFiles, { shown }: Estimated, context: Context) {
  const { effects } = shown;
  const weights = primaryWeights(effects, money, study.savings, panel.periods);
  const cost = primaryCost(effects, money, study.savings, panel.periods);
  const isPermutable = permutable(shown);
  const tested =
    isPermutable && weights.some((w) => w !== 0) ? await permutation(shown, weights, context, PERMUTATIONS, cost) : undefined;
  return { weights, isPermutable, permutation: tested && { p: tested.p, draws: tested.draws } };
}
