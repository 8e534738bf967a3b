import { z } from "zod";
import { idRules } from "../linkage/same-id.js";
import { clusteringOptions } from "./clustering-options.js";
import { day, header, name } from "./common.js";
import { comparisonCellsOptions } from "./comparison-cells-options.js";
import { formatOptions } from "./format-options.js";
import { identifierOptions } from "./identifier-options.js";
import { linkOptions } from "./link-options.js";
import { measureOptions } from "./measure-options.js";
import { outcomeOptions } from "./outcome-options.js";
import { peopleOptions } from "./people-options.js";
import { refundOptions } from "./refund-options.js";
import { residenceOptions } from "./residence-options.js";
import { servicesOptions } from "./services-options.js";
import { treatmentOptions } from "./treatment-options.js";

/** The `cohort:` block option by option, without the rules between options. */
export const cohortShape = z.strictObject({
  extract: day.describe("the day the files were drawn; open-ended spells are closed here"),
  period: z.enum(["month", "quarter", "year"]).describe("length of a period of the panel").default("quarter"),
  from: day.describe("first day of the first period"),
  to: day.describe("last day of the last period, not after the extract"),
  eligibleAges: z
    .tuple([z.int().min(0), z.int().min(0)])
    .describe("first and last age in whole years at which a person is in the study; both count")
    .default([0, 17]),
  observedShare: z
    .number()
    .gt(0)
    .max(1)
    .describe("least share of a period's days for which the municipality must be responsible for a person to be observed in it")
    .default(0.5),
  people: peopleOptions.describe("one row a person"),
  treatment: treatmentOptions.prefault({}).describe("who counts as treated, from when, and what becomes of the special cases"),
  clusterings: z
    .record(name, clusteringOptions)
    .describe("groups besides household and school that people share (class, district), by name of your choice")
    .default({}),
  link: z
    .record(name, linkOptions)
    .describe("key files that translate the ids of other systems, by a name that a block's `ids` gives")
    .default({}),
  matchIds: z
    .array(z.enum(idRules))
    .describe(
      "what does not matter when ids are compared, in every file: punctuation (blanks, - . / _), zeros (leading ones), case. Default: every character matters",
    )
    .default([]),
  services: servicesOptions.describe("one row a spell of a service; one file of them, or a list").optional(),
  refunds: z.record(name, refundOptions).describe("refunds in steps of a calendar year, by name of your choice").default({}),
  residence: residenceOptions
    .describe("one row a stay in a municipality; without it everyone lives in `home` throughout")
    .optional(),
  home: z.string().min(1).describe("the evaluating municipality as written in the residence and payer columns").optional(),
  measures: z
    .record(name, measureOptions)
    .describe("files of what was measured, wide or long, by name of your choice")
    .default({}),
  programmeService: header.describe("the programme's own service in the services file; it can be no outcome").optional(),
  outcomes: z.record(name, outcomeOptions).describe("what the programme may change, by name of your choice"),
  comparisonCells: comparisonCellsOptions
    .describe("published averages of others, such as the region's municipalities, drawn beside the paths; they enter no estimate")
    .optional(),
  identifiers: identifierOptions.describe("national identifiers in the files, and the pseudonyms that replace them").prefault({}),
  format: formatOptions.prefault({}).describe("how the files are written, where detection is wrong"),
});

export type CohortOptions = z.infer<typeof cohortShape>;
export type CohortInput = z.input<typeof cohortShape>;
