import { disclosureOptions } from "@kontrafakt/cohort";
import { z } from "zod";

/** Languages the report can be written in. */
export const languages = ["da", "en"] as const;

export const languageOption = z.enum(languages);

export type Language = z.infer<typeof languageOption>;

/** What is published, and in which languages. */
export const reportOptions = z.strictObject({
  smallCell: z
    .int()
    .min(1)
    .max(100)
    .default(5)
    .describe("Counts of people above 0 and below this number are withheld from everything in publish/. Unit: people."),
  disclosure: disclosureOptions
    .prefault({})
    .describe("What owners of the data ask of every published figure, beyond the smallest count."),
  deleteAfter: z
    .int()
    .min(1)
    .max(3650)
    .default(180)
    .describe("How long after a run the folder internal/ may be kept; its README names the day. Unit: days."),
  languages: z
    .array(languageOption)
    .min(1)
    .default([...languages])
    .describe("Languages the report is written in; the study's own language is always among them."),
});

export type ReportOptions = z.infer<typeof reportOptions>;
