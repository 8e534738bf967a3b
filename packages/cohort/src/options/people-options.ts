import { z } from "zod";
import { file, format, header, name, person, textOption } from "./common.js";

export const covariateOptions = z.union([
  header.describe("header of a column of categories"),
  z.strictObject({
    column: header.describe("header of the column; not needed for type age").optional(),
    type: z
      .enum(["category", "number", "age"])
      .describe("category: a 0/1 indicator for each level but the first; number: as it stands; age: years from birth to `from`")
      .default("category"),
    label: textOption.optional(),
  }),
]);

export const peopleOptions = z.strictObject({
  file,
  person,
  born: header.describe("header of the birth date"),
  died: header.describe("header of the date of death, where known").optional(),
  household: header.describe("header of the household or family, a clustering").optional(),
  school: header.describe("header of the school, a clustering").optional(),
  referral: header.describe("header of the date of referral to the programme").optional(),
  start: header.describe("header of the date the programme started, blank if never"),
  covariates: z.record(name, covariateOptions).describe("what people are compared on, by name of your choice").default({}),
  format,
});

export type CovariateOptions = z.infer<typeof covariateOptions>;
export type PeopleOptions = z.infer<typeof peopleOptions>;
