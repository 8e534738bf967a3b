import { z } from "zod";
import { file, format, header, name, person } from "./common.js";
import { covariateOptions, missingCovariatesOption } from "./covariate-options.js";
import { recodeOptions } from "./recode-options.js";

export const peopleOptions = z.strictObject({
  file,
  person,
  born: header.describe("header of the birth date; left out, it is read from national identifiers").optional(),
  died: header.describe("header of the date of death, where known").optional(),
  household: header.describe("header of the household or family, a clustering").optional(),
  school: header.describe("header of the school, a clustering").optional(),
  referral: header.describe("header of the date of referral to the programme").optional(),
  start: header
    .describe("header of the date the programme started, blank if never; not needed where treatment.startFrom is service")
    .optional(),
  covariates: z.record(name, covariateOptions).describe("what people are compared on, by name of your choice").default({}),
  missingCovariates: missingCovariatesOption,
  format,
  recode: recodeOptions,
});

export type PeopleOptions = z.infer<typeof peopleOptions>;
