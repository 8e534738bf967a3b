import { dayFromIso } from "@kontrafakt/base";
import type { CohortOptions } from "../options/cohort-shape.js";
import { familiesOf } from "../options/identifier-options.js";
import type { LookFor } from "./look-at-column.js";

/** What a study looks for in its files. */
export function lookForOf(study: Pick<CohortOptions, "identifiers" | "extract">): LookFor {
  return { families: familiesOf(study.identifiers), asOf: dayFromIso(study.extract) };
}
