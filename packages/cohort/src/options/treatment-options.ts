import { z } from "zod";
import { header, name, textOption } from "./common.js";

export const otherProgrammeOptions = z.strictObject({
  services: z
    .array(header)
    .min(1)
    .describe("kinds of service of the other programme, as written in the services file")
    .optional(),
  start: header.describe("header in the people file of the date the other programme started, blank if never").optional(),
  policy: z
    .enum(["keep", "exclude", "censor"])
    .describe(
      "keep: people stay, and the other programme is part of what both groups got; exclude: whoever ever had it is left out; " +
        "censor: observation ends the day before it begins. Both of the latter select on what may come after the start",
    )
    .default("keep"),
  label: textOption.optional(),
});

export const treatmentOptions = z.strictObject({
  startFrom: z
    .enum(["people", "service", "either"])
    .describe(
      "where the start comes from: the people file's date, the first day of the programme's own service, or the service where the date is blank",
    )
    .default("people"),
  repeats: z
    .enum(["firstRow", "firstStart"])
    .describe("of several rows of one person in the people file, the one used: the first, or the one with the earliest start")
    .default("firstRow"),
  courseGap: z
    .int()
    .min(0)
    .describe("most days between two spells of the programme's own service that still belong to one course")
    .default(30),
  startedBefore: z
    .enum(["exclude", "restart", "refuse"])
    .describe(
      "people whose programme started before the window: exclude leaves them out of the analysis, though their siblings are still told; " +
        "restart counts a new course inside the window as the start; refuse stops the study",
    )
    .default("exclude"),
  restartAfter: z.int().min(0).describe("least days without the programme before a course counts as a new start").default(365),
  referredOnly: z
    .enum(["control", "exclude", "treat"])
    .describe(
      "people who were referred and never started: control compares starters with them too; exclude leaves them out; " +
        "treat counts everyone referred as treated from the referral on (intention to treat by referral)",
    )
    .default("control"),
  ends: header
    .describe("header in the people file of the day the programme ended; without it the programme's own service tells")
    .optional(),
  afterEnd: z
    .enum(["keep", "censor"])
    .describe(
      "after the programme has ended: keep counts people on as starters (intention to treat); censor ends their observation, which selects on staying",
    )
    .default("keep"),
  dropoutWithin: z
    .int()
    .min(1)
    .describe("days from the start within which an end counts as dropping out; told, never left out")
    .optional(),
  minimumDays: z
    .int()
    .min(1)
    .describe(
      "leaves out starters whose programme ended in fewer days. This selects on staying, so that the effect is no longer that of starting",
    )
    .optional(),
  otherProgrammes: z
    .record(name, otherProgrammeOptions)
    .describe(
      "programmes that the same people may get, by name of your choice; counted in each group, before and after the start",
    )
    .default({}),
});

export type TreatmentOptions = z.infer<typeof treatmentOptions>;
export type OtherProgrammeOptions = z.infer<typeof otherProgrammeOptions>;
