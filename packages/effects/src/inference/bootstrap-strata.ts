import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Effects } from "../effects-value.js";
import { messages } from "../messages.js";
import { clusterStrata } from "./jackknife-strata.js";

/** Fewer treated clusters than this give a warning. */
const FEW = 5;

/** Clusters that may stand in for one another: those of an arm (treated of a wave or cohort, or controls), so that no arm is ever drawn empty. */
export interface DrawnStrata {
  readonly members: readonly Int32Array[];
  /** Clusters with treated people; undefined where nobody knows. */
  readonly treated?: number;
  readonly problems: readonly Problem[];
}

/**
 * Strata of the bootstrap: those of the effects, treated apart from controls. Where a stratum of an arm has one cluster, which could only be drawn as
 * it is, all strata of the arm are one.
 * @throws KontrafaktError with one cluster, or one of either arm
 */
export function bootstrapStrata(effects: Effects): DrawnStrata {
  const { stratum, treated } = clusterStrata(effects);
  const { clusters } = effects;
  const count = treated?.reduce((n, v) => n + v, 0);
  if (clusters < 2 || count === 1 || count === clusters - 1)
    fail("effects/bootstrap-one-cluster", {}, { clusters, treated: count ?? clusters }, messages);
  const lists = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (let a = 0; a < clusters; a++) {
    const list = lists[treated?.[a] ?? 1];
    const own = list.get(stratum[a]);
    if (own) own.push(a);
    else list.set(stratum[a], [a]);
  }
  const members = lists.flatMap((list) => {
    const all = [...list.values()];
    return all.some((own) => own.length === 1) ? [all.flat().sort((a, b) => a - b)] : all;
  });
  const problems =
    count !== undefined && count < FEW ? [problem("effects/bootstrap-few-treated", "warning", {}, { treated: count })] : [];
  return {
    members: members.map((own) => Int32Array.from(own)),
    ...(count !== undefined && { treated: count }),
    problems,
  };
}
