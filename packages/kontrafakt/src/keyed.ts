import type { Context } from "@kontrafakt/base";
import { type Cohort, type CohortOptions, readCohort as readWithKey, type Source, withMaskedErrors } from "@kontrafakt/cohort";
import {
  type AnyEvaluation,
  type AnyStudy,
  type Check,
  checkStudy as checkWithKey,
  evaluate as evaluateWithKey,
  type GroupCheck,
  type GroupEvaluation,
  type GroupStudy,
  type Lock,
  type MatchedEvaluation,
  type PlanCheck,
  type PlanEvaluation,
  type PlanStudy,
  type Study,
} from "@kontrafakt/study";
import { randomKey } from "./random-key.js";

/** The context with a key of its own, unless it has one or the study names one, which the caller must then give. */
function withKey<C extends Partial<Context>>(context: C, options?: CohortOptions): C {
  return context.key !== undefined || options?.identifiers.keyFile !== undefined ? context : { ...context, key: randomKey() };
}

/** `readCohort` of `@kontrafakt/cohort`; people get pseudonyms under a new random key where the context has none. */
export function readCohort(
  sources: ReadonlyMap<string, Source>,
  options: CohortOptions,
  context: Partial<Context> = {},
): Promise<Cohort> {
  return readWithKey(sources, options, { seed: 1, ...withKey(context, options) });
}

/** `evaluate` of `@kontrafakt/study`, with pseudonyms as `readCohort` makes them. */
export function evaluate(
  study: Study,
  sources: ReadonlyMap<string, Source>,
  context?: Partial<Context>,
  lock?: Lock,
): Promise<MatchedEvaluation>;
export function evaluate(
  study: GroupStudy,
  sources: ReadonlyMap<string, Source>,
  context?: Partial<Context>,
  lock?: Lock,
): Promise<GroupEvaluation>;
export function evaluate(
  study: PlanStudy,
  sources: ReadonlyMap<string, Source>,
  context?: Partial<Context>,
  lock?: Lock,
): Promise<PlanEvaluation>;
export function evaluate(
  study: AnyStudy,
  sources: ReadonlyMap<string, Source>,
  context: Partial<Context> = {},
  lock?: Lock,
): Promise<AnyEvaluation> {
  return withMaskedErrors((): Promise<AnyEvaluation> => evaluateWithKey(study, sources, withKey(context, cohortOf(study)), lock));
}

/** `checkStudy` of `@kontrafakt/study`, with pseudonyms as `readCohort` makes them. */
export function checkStudy(study: Study, sources: ReadonlyMap<string, Source>, context: Context): Promise<Check>;
export function checkStudy(study: GroupStudy, sources: ReadonlyMap<string, Source>, context: Context): Promise<GroupCheck>;
export function checkStudy(study: PlanStudy, sources: ReadonlyMap<string, Source>, context: Context): Promise<PlanCheck>;
export function checkStudy(
  study: AnyStudy,
  sources: ReadonlyMap<string, Source>,
  context: Context,
): Promise<Check | GroupCheck | PlanCheck> {
  return withMaskedErrors(
    (): Promise<Check | GroupCheck | PlanCheck> => checkWithKey(study, sources, withKey(context, cohortOf(study))),
  );
}

function cohortOf(study: AnyStudy): CohortOptions | undefined {
  return "cohort" in study ? study.cohort : undefined;
}
