import type { Catalogue } from "@kontrafakt/base";

export const shapesMessages: Catalogue = {
  "cohort/out-of-range": "the value lies outside the measure's range; it becomes missing",
  "cohort/more-days-than-period": "more days than the period has; it becomes missing",
  "cohort/measure-periods-absent": "measure {measure} has no column for {periods}; it is missing there",
};
