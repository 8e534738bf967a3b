import { z } from "zod";
import { fileFormatOptions, formatOptions } from "./format-options.js";

const header = z.string().trim().min(1);
const file = z.string().min(1).describe("file name, relative to the study file");
const person = header.describe("header of the column that identifies the person");
const day = z.iso.date();
const format = fileFormatOptions.describe("how this file is written, where detection is wrong").optional();
const name = z
  .string()
  .regex(/^[A-Za-zÆØÅÄÖæøåäö][\wÆØÅÄÖæøåäö-]*$/, "a name begins with a letter and holds letters, digits, - and _");

export const textOption = z
  .union([z.string(), z.record(z.string(), z.string())])
  .describe("text in one language, or in several by language code (en, da, sv, nb)");

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

export const servicesOptions = z.strictObject({
  file,
  person,
  service: header.describe("header of the kind of service"),
  from: header.describe("header of the first day of the spell"),
  to: header.describe("header of the last day of the spell, which counts; blank while it goes on"),
  price: header.describe("header of the price per day; checked, not used").optional(),
  payer: header.describe("header of the municipality that pays; it overrides residence for observation").optional(),
  format,
});

export const residenceOptions = z.strictObject({
  file,
  person,
  from: header.describe("header of the day the person moved in"),
  to: header.describe("header of the last day at the address, blank while living there"),
  municipality: header.describe("header of the municipality"),
  format,
});

export const measureOptions = z.strictObject({
  file,
  person,
  columns: z
    .string()
    .regex(/\{year\}/, "the pattern holds {year}")
    .describe(
      "headers of the columns, one a period, with {year} and {quarter} or {month} where they stand; blank cells are missing",
    ),
  minimum: z.number().describe("smallest value that can be true; smaller ones become missing and are noted").default(0),
  maximum: z.number().describe("largest value that can be true; larger ones become missing and are noted").optional(),
  format,
});

export const outcomeOptions = z.strictObject({
  service: z
    .union([header, z.array(header).min(1)])
    .describe("kind of service, or several, as written in the services file; days covered by a spell are counted once")
    .optional(),
  measure: name.describe("name of a measure of this study").optional(),
  unit: z.string().min(1).describe("what is counted; services count days").default("days"),
  better: z.enum(["lower", "higher"]).describe("which direction is good for the child").default("lower"),
  label: textOption.optional(),
});

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
export type CovariateOptions = z.infer<typeof covariateOptions>;
export type PeopleOptions = z.infer<typeof peopleOptions>;
export type ServicesOptions = z.infer<typeof servicesOptions>;
export type ResidenceOptions = z.infer<typeof residenceOptions>;
export type MeasureOptions = z.infer<typeof measureOptions>;
export type OutcomeOptions = z.infer<typeof outcomeOptions>;
