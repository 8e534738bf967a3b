import type { CohortMoments, Panel } from "@kontrafakt/cohort";
import type { Fit } from "../effects-value.js";
import { type EfficientOptionsInput, efficientOptions } from "../options/efficient-options.js";
import { parseOptions } from "../options/parse-options.js";
import { efficientData } from "./efficient-data.js";
import { efficientCells, efficientDesign } from "./efficient-design.js";
import { efficientFit } from "./efficient-fit.js";

/**
 * Effects by cohort and period of a programme whose start was drawn by lot: the difference from cohorts that start later, less β times the same
 * difference in the last period before the start, from sums by cohort alone. β makes the variance of each cell smallest, or is 1
 * (`weighting`). Cells before the start test the lot. For a mean over cells with a β of its own see `efficientAggregate`; for the test
 * by permutation, whose number of draws `permutations` is, `efficientTest`.
 * Cohorts of one unit and those treated by the first period are left out, and a problem tells. Where everyone starts, effects end
 * before the start of the last cohort. The standard error is of the lot, for these units.
 * `refit` takes one weight a unit of a panel and keeps β; moments hold nothing by unit, and it refuses.
 * Source: Roth & Sant'Anna 2023, doi:10.1086/726581.
 * @throws KontrafaktError where the lot cannot have been one for all (weights, strata, clusters), or no cohorts can be compared
 */
export function efficient(data: Panel | CohortMoments, input: EfficientOptionsInput = {}): Fit {
  const options = parseOptions(efficientOptions, input);
  const read = efficientData(data, options);
  const design = efficientDesign(read.moments, options.outcomes);
  return efficientFit(read, design, options, efficientCells(design, options.weighting));
}
