import type { Context } from "@kontrafakt/base";
import { type Cohort, type CohortOptions, readCohort as readWithKey, type Source, withMaskedErrors } from "@kontrafakt/cohort";
import {
  type Check,
  checkStudy as checkWithKey,
  type Evaluation,
  evaluate as evaluateWithKey,
  type Lock,
  type Study,
} from "@kontrafakt/study";
import { randomKey } from "./random-key.js";

/** The context with a key of its own, unless it has one or the study names one, which the caller must then give. */
function withKey<C extends Partial<Context>>(context: C, options: CohortOptions): C {
  return context.key !== undefined || options.identifiers.keyFile !== undefined ? context : { ...context, key: randomKey() };
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
  context: Partial<Context> = {},
  lock?: Lock,
): Promise<Evaluation> {
  return withMaskedErrors(() => evaluateWithKey(study, sources, withKey(context, study.cohort), lock));
}

/** `checkStudy` of `@kontrafakt/study`, with pseudonyms as `readCohort` makes them. */
export function checkStudy(study: Study, sources: ReadonlyMap<string, Source>, context: Context): Promise<Check> {
  return withMaskedErrors(() => checkWithKey(study, sources, withKey(context, study.cohort)));
}
