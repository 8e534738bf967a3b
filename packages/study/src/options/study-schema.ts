import { cohortOptions, textOption } from "@kontrafakt/cohort";
import { effectsOptions } from "@kontrafakt/effects";
import { matchingOptions } from "@kontrafakt/matching";
import { savingsOptions } from "@kontrafakt/savings";
import { z } from "zod";
import { dataProtectionOptions } from "./data-protection-options.js";
import { languageOption, reportOptions } from "./report-options.js";

/** Format version of the study file that this version reads. */
export const STUDY_VERSION = 1;

/** The study file: everything that can be asked for. Composed from each package's own options. */
export const studySchema = z.strictObject({
  kontrafakt: z.literal(STUDY_VERSION).describe("Format version of the study file: 1."),
  title: textOption.describe("Title of the report: one text, or one a language."),
  municipality: textOption.describe("Who pays and asks, as the report names it."),
  programme: textOption.describe("The programme that is evaluated, as the report names it."),
  language: languageOption.default("en").describe("Language of report.html; the others become report.<language>.html."),
  seed: z.int().min(0).max(4294967295).default(1).describe("Seed of every random draw. Another seed changes only the draws."),
  cohort: cohortOptions.describe("The files about people, and how they become person-periods."),
  matching: matchingOptions.prefault({}).describe("How the comparison group is found."),
  effects: effectsOptions.prefault({}).describe("How the effect is estimated."),
  savings: savingsOptions.describe("Prices, programme cost, claim, and how effects become money."),
  report: reportOptions.prefault({}).describe("What is published, and in which languages."),
  dataProtection: dataProtectionOptions
    .describe("What `kontrafakt data-protection` is to say of responsibility, purpose and storage.")
    .optional(),
});

/** A study with every default filled in. */
export type Study = z.output<typeof studySchema>;

/** A study as its author may write it. */
export type StudyInput = z.input<typeof studySchema>;
