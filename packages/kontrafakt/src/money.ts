import type { Context, Periods, Problem } from "@kontrafakt/base";
import type { Source } from "@kontrafakt/cohort";
import type { Effects, Fit } from "@kontrafakt/effects";
import {
  type MoneyFiles,
  monetize as monetizeRead,
  type OutcomeInfo,
  readMoney as readParsed,
  type Savings,
  type SavingsInput,
  type SavingsOptions,
  type StudyFacts,
  savingsOptions,
  type Verification,
  type VerificationEvidence,
  verify as verifyRead,
} from "@kontrafakt/savings";

/** The `savings:` block of a study, as it stands in the file or with every option filled in. */
export type MoneyChoice = SavingsInput | SavingsOptions;

const anySeed: Context = { seed: 1 };
const effectsOf = (value: Effects | Fit): Effects => ("refit" in value ? value.effects : value);

/**
 * Reads prices, cost, claim and what else the options name.
 *
 * @param sources by the file name the options give
 * @param outcomes what may be priced: name and unit, such as `panel.measures`; `aliases` are other words the files may use
 * @throws KontrafaktError with every fault, each with file, row and column; ZodError for options that are none
 */
export function readMoney(
  sources: ReadonlyMap<string, Source>,
  options: MoneyChoice,
  outcomes: readonly OutcomeInfo[],
  context: Context = anySeed,
): Promise<MoneyFiles> {
  return readParsed(sources, savingsOptions.parse(options), outcomes, context);
}

/**
 * Effects of a fit as money per payer, year and consequence.
 *
 * @param effects by wave and period, of every priced outcome
 * @param periods of the panel
 * @param facts what only people's data say: starters, subgroups and so on
 */
export function monetize(
  effects: Effects | Fit,
  money: MoneyFiles,
  options: MoneyChoice,
  periods: Periods,
  context: Context = anySeed,
  facts?: StudyFacts,
): Promise<Savings> {
  return monetizeRead(effectsOf(effects), money, savingsOptions.parse(options), periods, context, facts);
}

/**
 * The primary row held against the claim.
 *
 * @param evidence the design's standard error, a test that needs no shape, and what the verdict depends on
 */
export function verify(
  effects: Effects | Fit,
  money: MoneyFiles,
  options: MoneyChoice,
  periods: Periods,
  evidence: VerificationEvidence,
  facts?: StudyFacts,
): { readonly verification: Verification; readonly problems: readonly Problem[] } {
  return verifyRead(effectsOf(effects), money, savingsOptions.parse(options), periods, evidence, facts);
}
