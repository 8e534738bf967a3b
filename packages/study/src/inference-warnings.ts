import { type Problem, problem } from "@kontrafakt/base";
import { coarse } from "@kontrafakt/cohort";
import type { InferenceChoice } from "@kontrafakt/effects";

/** What decides how far the interval of an outcome can be trusted. Exact: not for publishing. */
export interface InferenceSituation {
  readonly outcome: string;
  readonly choice: InferenceChoice;
  /** Treated people who have the outcome at any time after the start. */
  readonly treatedWithOutcome: number;
}

interface Rule {
  readonly code: string;
  readonly when: (situation: InferenceSituation) => boolean;
  readonly params: (situation: InferenceSituation) => Readonly<Record<string, string | number>>;
}

/** Below it simulation finds intervals valid but so wide that they say little, or slightly too short where clusters differ much in size. */
const FEW_TREATED_CLUSTERS = 4;
/** Fewer clusters on both sides together than simulation covers. */
const FEW_CLUSTERS = 8;
/** Above it one cluster is most of the effect, and its own luck cannot be told from the programme. */
const MOST_IN_ONE = 0.5;
/** Fewer treated with the outcome than simulation covers: errors are then too skewed for any interval. */
const FEW_WITH_OUTCOME = 5;

/** Units of one person or one matched set are not clusters that somebody named. */
const isNamed = ({ by }: InferenceChoice) => by.some((name) => !["person", "unit", "matched set", "row"].includes(name));
const clusterParams = ({ choice: { by, clusters, treatedClusters = Number.NaN } }: InferenceSituation) => ({
  by: by.join(" + "),
  clusters,
  treatedClusters,
});

/**
 * Where simulation (test/simulations/inference) says that false "savings shown" exceed 3% or that coverage falls below 0.93. The first rule that
 * holds for the clusters is told, since they say the same thing in degrees.
 */
const clusterRules: readonly Rule[] = [
  {
    code: "study/inference-one-cluster-most",
    when: ({ choice }) => isNamed(choice) && (choice.largestShare ?? 0) > MOST_IN_ONE && (choice.treatedClusters ?? 2) > 1,
    params: (s) => ({ ...clusterParams(s), share: coarse(s.choice.largestShare ?? Number.NaN, 0.05) }),
  },
  {
    code: "study/inference-few-treated-clusters",
    when: ({ choice }) => isNamed(choice) && (choice.treatedClusters ?? Number.POSITIVE_INFINITY) < FEW_TREATED_CLUSTERS,
    params: clusterParams,
  },
  {
    code: "study/inference-few-clusters",
    when: ({ choice }) => isNamed(choice) && choice.clusters < FEW_CLUSTERS,
    params: clusterParams,
  },
];

const outcomeRules: readonly Rule[] = [
  {
    code: "study/inference-few-with-outcome",
    when: ({ treatedWithOutcome }) => treatedWithOutcome > 0 && treatedWithOutcome < FEW_WITH_OUTCOME,
    params: ({ outcome, treatedWithOutcome: people }) => ({ outcome, people }),
  },
];

/** What estimators say themselves of few clusters, or one that has most: it is not said twice. */
export const clusterWarnings: ReadonlySet<string> = new Set([
  "effects/few-treated-clusters",
  "effects/unmatched-few-treated-clusters",
  "effects/one-treated-cluster",
  "effects/one-treated-cluster-asked",
  "effects/each-start-one-cluster",
  "effects/each-start-one-cluster-asked",
  "effects/largest-treated-cluster",
]);

/**
 * Warnings about intervals that simulation does not bear out, those that the effects bring among them. What is said of clusters is said once; of
 * outcomes, of each.
 *
 * @param known problems of the effects
 */
export function inferenceWarnings(situations: readonly InferenceSituation[], known: readonly Problem[] = []): Problem[] {
  const said = known.filter(({ code }) => clusterWarnings.has(code));
  const told = ({ code, params }: Rule, s: InferenceSituation) => problem(code, "warning", {}, params(s));
  const clusters = situations.flatMap((s) =>
    clusterRules
      .filter((rule) => rule.when(s))
      .slice(0, 1)
      .map((rule) => told(rule, s)),
  );
  const outcomes = situations.flatMap((s) => outcomeRules.filter((rule) => rule.when(s)).map((rule) => told(rule, s)));
  const once = new Map(clusters.map((p) => [JSON.stringify([p.code, p.params]), p]));
  return [...(said.length > 0 ? said : once.values()), ...outcomes];
}
