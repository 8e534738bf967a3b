import { type CovariateOptions, covariateOf } from "../options/covariate-options.js";
import type { ColumnRequest } from "../table/table-request.js";

/** Prefix of covariate keys in the people table, so that a name of the study's can never be one of ours. */
export const COVARIATE = "covariate:";

/** The columns that covariates need, by key. Declared levels and words for yes and no are recoded while the file is read. */
export function covariateColumns(covariates: Readonly<Record<string, CovariateOptions>>): [string, ColumnRequest][] {
  const columns: [string, ColumnRequest][] = [];
  for (const [name, options] of Object.entries(covariates)) {
    const { type, column, levels } = covariateOf(options);
    if (column === undefined) continue;
    const recode = type === "boolean" ? { boolean: true as const } : levels && { levels: [...levels] };
    columns.push([
      COVARIATE + name,
      { header: column, type: type === "number" ? "number" : "category", ...(recode ? { recode } : {}) },
    ]);
  }
  return columns;
}
