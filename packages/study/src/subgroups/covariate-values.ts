import type { Panel } from "@kontrafakt/cohort";

/** The values of a category that somebody has, the base first, and each unit's place among them; −1 where it is not known. */
export interface CovariateValues {
  readonly values: readonly string[];
  readonly of: Int32Array;
}

const MISSING = "missing";
const NO_YES = ["no", "yes"];

/** A category or a yes-no covariate back from its indicators; undefined for a number, and for a covariate everybody has the same value of. */
export function covariateValues({ covariates, units }: Panel, name: string): CovariateValues | undefined {
  const own = covariates.filter((c) => c.name.startsWith(`${name}=`) && c.base !== undefined);
  const yes = covariates.find((c) => c.name === name && c.values.every((v) => v === 0 || v === 1));
  if (own.length === 0 && yes === undefined) return undefined;
  const of = new Int32Array(units);
  if (own.length === 0) of.set(yes?.values ?? []);
  own.forEach(({ values }, k) => {
    values.forEach((v, u) => {
      if (v === 1) of[u] = k + 1;
    });
  });
  const unknown = covariates.find((c) => c.name === `${name}=${MISSING}` && c.base === undefined);
  unknown?.values.forEach((v, u) => {
    if (v === 1) of[u] = -1;
  });
  return { values: own.length === 0 ? NO_YES : [own[0].base as string, ...own.map((c) => c.name.slice(name.length + 1))], of };
}
