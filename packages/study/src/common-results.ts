import type { Context, Periods } from "@kontrafakt/base";
import type { DisclosureRules } from "@kontrafakt/cohort";
import type { MoneyFiles } from "@kontrafakt/savings";
import { figureRules } from "./disclosure/figure-rules.js";
import { periodsResult } from "./files-as-read.js";
import { compareLock, type Lock } from "./lock.js";
import { type AnyStudy, isPlan } from "./options/group-study-schema.js";
import { type CommonResults, type PublishedFacts, SCHEMA_VERSION } from "./results.js";
import { PRODUCT } from "./version.js";
import { volumeTold } from "./volume-told.js";

/** What results of every design say of the study, the product, the lock and the money files, before any figure. */
export function commonResults(
  study: AnyStudy,
  money: MoneyFiles,
  periods: Periods,
  inputs: CommonResults["inputs"],
  lock: Lock | undefined,
  { seed }: Context,
  facts: PublishedFacts = {},
) {
  return {
    kind: "results",
    schemaVersion: SCHEMA_VERSION,
    product: PRODUCT,
    seed,
    study: { ...study, seed },
    title: study.title,
    municipality: study.municipality,
    programme: study.programme,
    inputs,
    lock: compareLock(lock, study, inputs),
    periods: periodsResult(periods),
    money: {
      prices: money.prices,
      costs: money.costs,
      claim: money.claim,
      budget: money.budget,
      ...(money.volume && !isPlan(study) && { volume: volumeTold(money.volume, coarsest(figureRules(study).people)) }),
      ...(money.index && { index: money.index }),
      ...(money.later && { later: money.later }),
      ...(money.listed && { listed: money.listed }),
      facts,
    },
  } as const satisfies Partial<CommonResults>;
}

/** The step that counts of people are told to, each by itself. */
function coarsest({ smallCell, rounding }: DisclosureRules): number {
  return Math.max(smallCell, rounding);
}
