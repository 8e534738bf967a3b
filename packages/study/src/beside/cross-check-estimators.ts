import type { Params } from "@kontrafakt/base";
import type { EstimatorOptions } from "@kontrafakt/effects";
import { hintFor } from "../hint-for.js";
import { checkCovariance, checkInference } from "../inference/check-inference.js";
import type { Study } from "../options/study-schema.js";
import type { OptionPath } from "../parse-yaml.js";

/** Says of names at an option that some are not among the known, with a code of `study/`. */
export type Refer = (code: string, known: readonly string[], names: readonly string[] | undefined, path: OptionPath) => void;

/** Says that an option cannot do what was asked, with a code of `study/`. */
export type Tell = (code: string, path: OptionPath, params: Params) => void;

type At = (...steps: OptionPath) => OptionPath;

/** Estimators whose covariates are measured once a unit; those of the others are measures over time. */
const BY_UNIT: ReadonlySet<EstimatorOptions["estimator"]> = new Set(["attGt", "tripleDifference"]);

/** Estimators whose levels may be two crossed, as region*period. */
const CROSSES: ReadonlySet<EstimatorOptions["estimator"]> = new Set(["twoWay", "eventStudy", "sunAbraham"]);

/**
 * Whatever the estimators beside the matched comparison refer to is there: outcomes, covariates, clusterings. Options that do not go
 * together, or would have no effect, are refused here and not after everything else was read and matched.
 */
export function crossCheckEstimators(study: Study, clusterings: readonly string[], refer: Refer, tell: Tell): void {
  for (const [name, options] of Object.entries(study.effects.estimators)) {
    const at: At = (...steps) => ["effects", "estimators", name, ...steps];
    refer("study/no-such-outcome", Object.keys(study.cohort.outcomes), options.outcomes, at("outcomes"));
    checkCovariates(study, options, at, tell);
    checkEligible(study, options, at, tell);
    checkLevels(options, clusterings, at, refer);
    checkUnused(options, at, tell);
    if ("inference" in options) checkInference(options.inference, at("inference"), tell);
    if ("inference" in options) checkCovariance(options, at("inference"), tell);
  }
}

/** Covariates are there and of the kind the estimator takes, and no outcome is adjusted for itself. */
function checkCovariates({ cohort }: Study, options: EstimatorOptions, at: At, tell: Tell): void {
  const outcomes = Object.keys(cohort.outcomes);
  const covariates = Object.keys(cohort.people.covariates);
  const { estimator } = options;
  const own = options.outcomes ?? outcomes;
  const overTime = (name: string, path: OptionPath) => {
    if (own.includes(name)) tell("study/estimator-own-outcome", path, { outcome: name });
    else if (outcomes.includes(name)) return;
    else if (covariates.includes(name)) tell("study/estimator-covariate-fixed", path, { name, estimator });
    else tell("study/no-such-outcome", path, { name, hint: hintFor(name, outcomes) });
  };
  const byUnit = (given: string, path: OptionPath) => {
    const name = withoutLevel(given);
    if (covariates.includes(name)) return;
    if (outcomes.includes(name)) tell("study/estimator-covariate-varies", path, { name, estimator });
    else tell("study/no-such-covariate", path, { name, hint: hintFor(name, covariates) });
  };
  if ("covariates" in options)
    for (const [i, name] of options.covariates.entries()) (BY_UNIT.has(estimator) ? byUnit : overTime)(name, at("covariates", i));
  if ("timeVarying" in options) for (const [i, name] of options.timeVarying.entries()) overTime(name, at("timeVarying", i));
}

/** Who is eligible is a number of 1 and 0, or a level of a category. */
function checkEligible({ cohort }: Study, options: EstimatorOptions, at: At, tell: Tell): void {
  if (!("eligible" in options)) return;
  const { covariates } = cohort.people;
  const name = withoutLevel(options.eligible);
  if (!Object.hasOwn(covariates, name))
    tell("study/no-such-covariate", at("eligible"), { name, hint: hintFor(name, Object.keys(covariates)) });
  else if (name === options.eligible && isCategory(covariates[name]))
    tell("study/estimator-eligible-level", at("eligible"), { name });
}

/** Clusterings that fixed effects and standard errors are by; two of them as one where the estimator crosses them. */
function checkLevels(options: EstimatorOptions, clusterings: readonly string[], at: At, refer: Refer): void {
  const withPeriod = ["unit", "period", ...clusterings];
  const of = (name: string) => (CROSSES.has(options.estimator) ? withoutUnknown(name.split("*"), withPeriod) : name);
  if ("cluster" in options) {
    const { cluster } = options;
    if (typeof cluster === "string") refer("study/no-such-clustering", ["unit", ...clusterings], [cluster], at("cluster"));
    else refer("study/no-such-clustering", withPeriod, cluster.map(of), at("cluster"));
  }
  if ("effects" in options) refer("study/no-such-clustering", withPeriod, options.effects.map(of), at("effects"));
}

/** Of names crossed, one that is not known; else any of them. */
function withoutUnknown(names: readonly string[], known: readonly string[]): string {
  return names.find((name) => !known.includes(name)) ?? names[0];
}

/** Options that only others of the same estimator give something to do. */
function checkUnused(options: EstimatorOptions, at: At, tell: Tell): void {
  const unused = (option: string, needs: string) => tell("study/estimator-option-unused", at(option), { option, needs });
  if ("covariatesFrom" in options && options.covariatesFrom !== "base" && options.timeVarying.length === 0)
    unused("covariatesFrom", "timeVarying");
  if ("singletons" in options) {
    const { variance, lags, cluster } = options;
    if (lags !== undefined && variance !== "neweyWest" && variance !== "driscollKraay")
      tell("effects/lags-unused", at("lags"), { variance });
    if (variance !== "cluster" && cluster.join() !== "unit") unused("cluster", "variance: cluster");
  }
  if ("window" in options && options.window !== undefined) {
    const [from, to] = options.window;
    const reference = options.reference - options.anticipation;
    if (reference < from) tell("effects/event-window", at("window"), { reference, from, to });
  }
}

function isCategory(covariate: Study["cohort"]["people"]["covariates"][string]): boolean {
  return typeof covariate === "string" || covariate.type === "category";
}

/** A level of a category goes by the category's name. */
const withoutLevel = (name: string) => name.replace(/=.*$/s, "");
