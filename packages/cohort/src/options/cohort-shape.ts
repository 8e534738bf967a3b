import { z } from "zod";
import { day, header, name } from "./common.js";
import { formatOptions } from "./format-options.js";
import { measureOptions } from "./measure-options.js";
import { outcomeOptions } from "./outcome-options.js";
import { peopleOptions } from "./people-options.js";
import { residenceOptions } from "./residence-options.js";
import { servicesOptions } from "./services-options.js";

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
  services: servicesOptions.describe("one row a spell of a service").optional(),
  residence: residenceOptions
    .describe("one row a stay in a municipality; without it everyone lives in `home` throughout")
    .optional(),
  home: z.string().min(1).describe("the evaluating municipality as written in the residence and payer columns").optional(),
  measures: z.record(name, measureOptions).describe("wide files with one column a period, by name of your choice").default({}),
  programmeService: header.describe("the programme's own service in the services file; it can be no outcome").optional(),
  outcomes: z.record(name, outcomeOptions).describe("what the programme may change, by name of your choice"),
  format: formatOptions.prefault({}).describe("how the files are written, where detection is wrong"),
});

export type CohortOptions = z.infer<typeof cohortShape>;
export type CohortInput = z.input<typeof cohortShape>;
