import { formatOptions } from "@kontrafakt/cohort";
import * as z from "zod";

const block = (what: string) =>
  z
    .strictObject({
      file: z.string().min(1).describe("File name, relative to the study file."),
      format: formatOptions.optional().describe("How the file is written, where detection is wrong."),
    })
    .describe(what);

/** Effects estimated elsewhere: the files a closed register environment lets out. Their columns are fixed: see handover/README.md of the kontrafakt package. */
export const effectsFileOptions = z.strictObject({
  terms: block("One row an estimate: what it is about, how many people it rests on, and the estimate."),
  covariance: block("Joint covariance of all the estimates, as a square with labels or one row a pair."),
  cohorts: block("How many units each group has.").optional(),
  period: z
    .enum(["month", "quarter", "year", "ordinal"])
    .default("year")
    .describe(
      "What group and time count: years (2021), quarters (2021Q3), months (2021-07), or whole numbers of the study's own.",
    ),
});

export type EffectsFileOptions = z.infer<typeof effectsFileOptions>;
export type EffectsFileOptionsInput = z.input<typeof effectsFileOptions>;
