import { planMoneyOptions, planOptions } from "@kontrafakt/savings";
import { z } from "zod";
import { reportOptions } from "./report-options.js";
import { studySchema } from "./study-schema.js";

const { kontrafakt, title, municipality, programme, language, seed } = studySchema.shape;

/** The study file of a plan: `plan` in place of `cohort`, `matching` and `effects`. Nothing is observed, and nothing is held against a claim. */
export const planStudySchema = z.strictObject({
  kontrafakt,
  title,
  municipality,
  programme,
  language,
  seed,
  plan: planOptions,
  savings: planMoneyOptions,
  report: reportOptions
    .pick({ smallCell: true, languages: true })
    .prefault({})
    .describe("What is published, and in which languages."),
});

/** A plan with every default filled in. */
export type PlanStudy = z.output<typeof planStudySchema>;

/** A plan as its author may write it. */
export type PlanStudyInput = z.input<typeof planStudySchema>;
