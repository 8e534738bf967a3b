import { cellsOptions, crossSectionOptions, filesOf, textOption } from "@kontrafakt/cohort";
import { effectsFileOptions } from "@kontrafakt/effects";
import { z } from "zod";
import { groupEstimatorOptions } from "./group-estimator-options.js";
import type { PlanStudy } from "./plan-study-schema.js";
import { type Study, studySchema } from "./study-schema.js";

const momentsFileOptions = z.strictObject({
  file: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe("File of sums by cohort (JSON), relative to the study file; or several, of one place each, which are added up."),
});

/** The sources of a study of groups. */
export const groupSources = ["cells", "crossSections", "moments", "effects"] as const;
export type GroupSource = (typeof groupSources)[number];

/** Data that are not people followed one by one: the `groups:` block of a study. */
export const groupsOptions = z.strictObject({
  cells: cellsOptions.describe("Aggregated cells: a row a group and period, with how many people and their mean.").optional(),
  crossSections: crossSectionOptions.describe("Other people in each period: a row a person and period.").optional(),
  moments: momentsFileOptions.describe("Sums by cohort, as places make them that may not let their people out.").optional(),
  effects: effectsFileOptions.describe("Effects estimated elsewhere, as a closed register environment lets them out.").optional(),
  outcomes: z
    .record(
      z.string().min(1),
      z.strictObject({
        label: textOption.describe("What the report calls it.").optional(),
        better: z.enum(["lower", "higher"]).describe("Which direction is good.").default("lower"),
      }),
    )
    .default({})
    .describe("What is to be said of outcomes, by their names in the source. Those not named here go by their own name."),
  estimator: groupEstimatorOptions
    .describe("How the effect is estimated. Not with effects, which are estimated already.")
    .optional(),
  level: z.number().gt(0.5).lt(1).default(0.95).describe("Confidence level of intervals and bands, as a share."),
});

const { kontrafakt, title, municipality, programme, language, seed, savings, report } = studySchema.shape;

/** The study file of a study of groups: `groups` in place of `cohort`, `matching` and `effects`. */
export const groupStudySchema = z.strictObject({
  kontrafakt,
  title,
  municipality,
  programme,
  language,
  seed,
  groups: groupsOptions.describe(
    "The data, which are not people followed one by one, and how the effect is estimated from them.",
  ),
  savings,
  report,
});

/** A study of groups with every default filled in. */
export type GroupStudy = z.output<typeof groupStudySchema>;

/** A study of groups as its author may write it. */
export type GroupStudyInput = z.input<typeof groupStudySchema>;

/** A study of any design. */
export type AnyStudy = Study | GroupStudy | PlanStudy;

export function isGroupStudy(study: AnyStudy): study is GroupStudy {
  return "groups" in study;
}

/** Before the start: nothing is observed. */
export function isPlan(study: AnyStudy): study is PlanStudy {
  return "plan" in study;
}

/** The one source that a study of groups has. */
export function groupSource({ groups }: GroupStudy): GroupSource {
  return groupSources.find((source) => groups[source] !== undefined) as GroupSource;
}

/** The moments files of a study, in order. */
export function momentsFiles({ groups }: GroupStudy): readonly string[] {
  return groups.moments === undefined ? [] : filesOf(groups.moments.file);
}
