import * as z from "zod";
import { inferenceMethods } from "../inference/inference-value.js";

/** How uncertainty is reckoned: `effects.inference`, and `inference` of an estimator. */
export const inferenceOptions = z.strictObject({
  covariance: z
    .enum(["auto", "CR0", "CR1", "CR2", "CR3"])
    .default("auto")
    .describe(
      "Covariance from clusters. auto: CR2 with Satterthwaite's degrees of freedom (Bell and McCaffrey) where the estimator has it, else a factor and degrees of freedom by arm. CR0: no small-sample factor. CR1: G/(G − 1). CR3: the cluster jackknife.",
    ),
  crossing: z
    .enum(["auto", "components", "clusters", "multiway"])
    .default("auto")
    .describe(
      "Matched sets that share clusters, or controls that serve several sets. components: what is connected counts as one. clusters: by cluster (or person) alone, the sets left aside. multiway: by cluster and by set at once. auto: components where none holds more than a quarter of the sets, else clusters where whole clusters got the programme, else multiway.",
    ),
  bands: z
    .enum(["auto", "supT", "bonferroni"])
    .default("auto")
    .describe(
      "Limits that hold over a whole path. supT: from the joint covariance. bonferroni: wider, and needs no joint covariance. auto: supT, or bonferroni where there are too few clusters for a joint covariance.",
    ),
  beside: z
    .array(z.enum(inferenceMethods))
    .default([])
    .describe(
      "Set these beside the default for each total (of an estimator: its overall effect). permutation: roles within matched sets. randomisation: the programme given to other people or clusters. wildBootstrap: only of least squares. scoreBootstrap and multiplierBootstrap: of the influence by cluster. jackknife: leaving out each cluster. bootstrap: drawing clusters or whole matched sets. fewTreated: when few clusters got the programme.",
    ),
  draws: z
    .int()
    .min(99)
    .max(999_999)
    .default(9_999)
    .describe("Draws of the methods that draw; fewer possibilities than that are gone through one by one."),
  weights: z
    .enum(["rademacher", "webb", "mammen"])
    .default("rademacher")
    .describe("Weights of the wild, score and multiplier bootstraps. webb has six points, for fewer than about 12 clusters."),
  imposeNull: z
    .boolean()
    .default(true)
    .describe("Whether the wild bootstrap draws from the model with the tested value imposed."),
  pValue: z
    .enum(["inclusive", "strict"])
    .default("inclusive")
    .describe(
      "inclusive: share of statistics at least as extreme as the observed. strict: more extreme only, as some packages count.",
    ),
  within: z
    .enum(["auto", "set", "wave", "stratum", "cluster", "all"])
    .default("auto")
    .describe(
      "Among whom randomisation moves the programme. set, wave and stratum: among the people of each. cluster: among whole clusters. all: among everyone. auto: as the programme was given, clusters where whole clusters got it, else the matched set, else all.",
    ),
  resample: z
    .enum(["clusters", "people"])
    .default("clusters")
    .describe(
      "What the bootstrap draws, with replacement. clusters: whole clusters, after matching whole matched sets, with the matching held fixed. people: single people; refused after nearest-neighbour matching, where it is not valid, and where people of a cluster are not independent.",
    ),
  fewTreated: z
    .enum(["fermanPinto", "conleyTaber"])
    .default("fermanPinto")
    .describe(
      "How fewTreated reckons from the controls. conleyTaber: as if clusters varied alike. fermanPinto: larger clusters vary less.",
    ),
});

export type InferenceOptions = z.infer<typeof inferenceOptions>;
/** The options as written, defaults not yet filled in. */
export type InferenceOptionsInput = z.input<typeof inferenceOptions>;

/** As a block of another option list. */
export const inferenceOption = inferenceOptions
  .prefault({})
  .describe("How uncertainty is reckoned, and what is set beside the default.");

/** Of an estimator on everyone: nothing is matched, and paths have no band. */
export const estimatorInference = inferenceOptions.omit({ crossing: true, bands: true });

/** As a block of an estimator's options. */
export const estimatorInferenceOption = estimatorInference
  .prefault({})
  .describe("How uncertainty is reckoned, and what is set beside the default.");
