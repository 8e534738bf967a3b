import { type Problem, problem } from "@kontrafakt/base";
import type { ArmStrata } from "./arm-strata.js";

/** With so few clusters that hold treated, or fewer, intervals were simulated to be up to twice as wide as with twice as many. */
const FEW = 3;

type Told = Pick<ArmStrata, "alone" | "largestShare" | "treatedClusters"> & {
  /** Cohorts that are estimated each by itself; absent where one regression pools them. */
  readonly cohorts?: number;
};

/** Warnings of treated that are all, or mostly, in one cluster: how clusters differ is then told by the controls alone. */
export function aloneProblems({ alone, cohorts, largestShare, treatedClusters }: Told, cluster: string): Problem[] {
  const where = { option: "cluster" };
  // Of one unit other problems tell.
  if (cluster === "unit") return [];
  if (treatedClusters === 1) return [problem("effects/one-treated-cluster", "warning", where, { cluster })];
  if (alone.length > 0 && alone.length === cohorts)
    return [problem("effects/each-start-one-cluster", "warning", where, { cluster, clusters: treatedClusters })];
  const few =
    treatedClusters <= FEW
      ? [problem("effects/unmatched-few-treated-clusters", "warning", where, { cluster, clusters: treatedClusters })]
      : [];
  const told = alone.map((group) => problem("effects/cohort-one-cluster", "warning", where, { cluster, group }));
  if (largestShare > 0.5)
    told.push(problem("effects/largest-treated-cluster", "warning", where, { cluster, percent: Math.round(100 * largestShare) }));
  return [...few, ...told];
}
