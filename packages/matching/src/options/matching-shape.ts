import { z } from "zod";
import { agreeOption, calipersOption, distanceOption, variableRatioOption } from "./distance-options.js";
import { historyOptions } from "./history-options.js";
import { peakOptions } from "./peak-options.js";
import { scoreOptions } from "./score-options.js";
import { coarseningOptions } from "./strata-options.js";
import { weightingOptions } from "./weighting-options.js";

const options = z.strictObject({
  method: z
    .enum(["nearest", "exact", "coarsened", "ipw", "entropy", "cbps"])
    .default("nearest")
    .describe(
      "nearest: nearest neighbours; exact: everybody with the same values; coarsened: everybody in the same intervals; " +
        "ipw: inverse probability weights from the score; entropy: weights that make means equal; cbps: covariate balancing propensity score",
    ),
  covariates: z
    .array(z.string())
    .optional()
    .describe(
      "names of the covariates in the score; a category stands for all its levels; all covariates of the cohort if left out",
    ),
  score: scoreOptions.prefault({}).describe("the score: the fitted chance of starting"),
  distance: distanceOption,
  distanceOn: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("variables in a distance that is not the score; all of the score's variables if left out"),
  ratio: z.int().min(1).default(3).describe("controls wanted for each starter; a set keeps fewer when no more are close enough"),
  variableRatio: variableRatioOption,
  caliper: z
    .number()
    .min(0)
    .nullable()
    .default(0.2)
    .describe(
      "greatest distance between a starter and a control, in standard deviations of the linear score " +
        "(pooled over starters and others, within waves); null for no limit",
    ),
  calipers: calipersOption,
  exact: agreeOption.describe("covariates, categories or clusterings in which a control must agree with its starter"),
  antiExact: agreeOption.describe("covariates, categories or clusterings in which a control must differ from its starter"),
  order: z
    .enum(["largest", "smallest", "closest", "random", "data"])
    .default("largest")
    .describe(
      "who chooses first within a wave: the starter with the largest score, the smallest, the closest control, by lot, or the first row",
    ),
  replace: z.boolean().default(false).describe("a control may serve several starters of a wave"),
  reuseLimit: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .describe("with replace: how many starters of a wave one control may serve at most; null for no limit"),
  coarsening: coarseningOptions.prefault({}).describe("method coarsened: how variables are cut"),
  weighting: weightingOptions
    .prefault({})
    .describe("methods ipw, entropy and cbps: whom the weights are about, and their limits"),
  anticipation: z
    .int()
    .min(0)
    .default(0)
    .describe("periods from referral to start; time zero, before which history is read, is the start less these"),
  estimand: z
    .enum(["never", "waiting"])
    .default("never")
    .describe(
      "never: compare with not getting the programme, a control counts until its own referral and the rest are weighted up; " +
        "waiting: compare with getting it later or never, controls are kept after their own start",
    ),
  history: historyOptions.prefault({}).describe("what happened before time zero"),
  peak: peakOptions.prefault({}).describe("what is done where starters were referred at a peak"),
  missing: z
    .enum(["exclude", "indicator"])
    .default("exclude")
    .describe(
      "people without a covariate or a history: exclude leaves them out of the wave and counts them; " +
        "indicator keeps them, with the mean in its place and an indicator of missing in the score",
    ),
  exclude: z
    .array(z.string())
    .optional()
    .describe(
      "clusterings (household, school) in which the others in a starter's cluster are no controls from its start on: not chosen " +
        "after it, and under estimand never counted until its referral; household and class, where the cohort has them, if left out",
    ),
  share: z
    .enum(["lot", "first", "reuse"])
    .default("lot")
    .describe(
      "how waves share people who could be controls in several: lot: each is offered to one wave, drawn in proportion to its starters; " +
        "first: earlier waves choose first and each serves one starter, which leaves later waves with people of quieter pasts; " +
        "reuse: each may serve in every wave, so that matched sets are no longer independent of one another",
    ),
  balanceThreshold: z
    .number()
    .positive()
    .default(0.1)
    .describe(
      "greatest absolute standardised difference after matching at which a covariate counts as balanced, in treated standard deviations",
    ),
  balanceBinary: z
    .enum(["std", "raw"])
    .default("std")
    .describe(
      "how differences of yes/no covariates are shown and held against the threshold: std: in standard deviations, √(p(1 − p)); raw: as differences of shares",
    ),
});

/** What every candidate shares with the specification it is compared with. */
const SHARED = ["anticipation", "estimand", "peak", "exclude", "missing", "balanceThreshold", "balanceBinary"];

/** The options of a candidate: those it names replace the ones above, so none has a default of its own. */
const candidate = z.strictObject({
  name: z.string().min(1).describe("what the report calls it"),
  ...(Object.fromEntries(
    Object.entries(options.shape)
      .filter(([name]) => !SHARED.includes(name))
      .map(([name, schema]) => [
        name,
        withoutDefault(schema)
          .optional()
          .describe(schema.description ?? ""),
      ]),
  ) as {
    [K in Replaceable]: z.ZodOptional<z.ZodType<z.infer<typeof options>[K], Exclude<z.input<typeof options>[K], undefined>>>;
  }),
});
type Replaceable = Exclude<
  keyof z.infer<typeof options>,
  "anticipation" | "estimand" | "peak" | "exclude" | "missing" | "balanceThreshold" | "balanceBinary"
>;

function withoutDefault(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault ? (schema.unwrap() as z.ZodType) : schema;
}

/** Every option of the `matching:` block with its default; rules between them are those of `matchingOptionProblems`. */
export const matchingShape = options.extend({
  candidates: z
    .array(candidate)
    .default([])
    .describe(
      "other specifications, each a set of options that replace those above; the one with the best balance is used, chosen before any outcome after " +
        "the start is read, and all are reported",
    ),
});

export type MatchingOptions = z.infer<typeof matchingShape>;
export type Candidate = MatchingOptions["candidates"][number];
