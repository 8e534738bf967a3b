import type { Params } from "@kontrafakt/base";
import { type Covariates, covariateOf } from "./covariate-options.js";

type Add = (path: readonly (string | number)[], code: string, params: Params) => void;

/** Rules between the options of a covariate. */
export function covariateProblems(covariates: Covariates, add: Add): void {
  for (const [covariate, written] of Object.entries(covariates)) {
    const options = covariateOf(written);
    const path = ["people", "covariates", covariate];
    const { type, column, levels, reference } = options;
    const fromBirth = type === "age" || type === "birthYear" || type === "born";
    if (!fromBirth && column === undefined) add(path, "covariate-needs-column", { covariate });
    if (fromBirth && column !== undefined) add(path, "age-needs-no-column", { covariate });
    for (const option of ["levels", "reference", "lump"] as const) {
      if (options[option] !== undefined && type !== "category")
        add([...path, option], "covariate-not-category", { covariate, option });
    }
    if (options.on !== undefined && type !== "age") add([...path, "on"], "covariate-not-age", { covariate });
    if (options.missing !== undefined && fromBirth) add([...path, "missing"], "age-never-missing", { covariate });
    if (levels !== undefined && reference !== undefined && !levels.includes(reference))
      add([...path, "reference"], "reference-undeclared", { covariate, reference, levels: levels.join(", ") });
  }
}
