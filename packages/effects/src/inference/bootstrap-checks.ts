import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Effects } from "../effects-value.js";
import { messages } from "../messages.js";
import { distinctSizes, type WildWeights } from "./wild-weights.js";

/** @throws KontrafaktError unless the combination has one weight a term, not all 0, and looks at estimated terms only */
export function checkCombination({ terms, estimate }: Effects, c: Float64Array): void {
  const K = terms.length;
  if (c.length !== K) fail("effects/length", {}, { what: "a combination", given: c.length, needed: K }, messages);
  if (c.every((v) => v === 0)) fail("effects/wild-nothing-asked", {}, {}, messages);
  const missing = terms.filter((_, k) => c[k] !== 0 && !Number.isFinite(c[k] * estimate[k])).length;
  if (missing > 0) fail("effects/wild-not-estimated", {}, {}, messages);
}

/** @throws KontrafaktError where one cluster holds all treated, or so few clusters differ that no test can refuse at this level */
export function checkClusters(clusters: number, treatedClusters: number | undefined, weights: WildWeights, level: number): void {
  if (treatedClusters === 1) fail("effects/wild-one-treated", { option: "inference.beside" }, { clusters }, messages);
  if (treatedClusters === 0) fail("effects/wild-no-treated", { option: "inference.beside" }, { clusters }, messages);
  const distinct = distinctSizes(weights, clusters);
  if (distinct * (1 - level) >= 1 - 1e-9) return;
  const code = weights === "rademacher" ? "effects/wild-too-few-signs" : "effects/wild-too-few-clusters";
  fail(code, { option: "inference.weights" }, { clusters, distinct, level }, messages);
}

/** Below this many treated clusters a test by weights of clusters is far off: MacKinnon & Webb 2018, doi:10.1111/ectj.12107. */
const FEWEST_TREATED = 4;

/** What to know where few clusters, or one of them, hold most of the treated. */
export function doubts(clusters: number, treatedClusters: number | undefined, share: number | undefined): Problem[] {
  const where = { option: "inference.beside" };
  const few = treatedClusters !== undefined && treatedClusters < FEWEST_TREATED;
  return [
    ...(few ? [problem("effects/wild-few-treated", "warning", where, { count: treatedClusters, clusters })] : []),
    ...(share !== undefined && share > 0.5
      ? [problem("effects/wild-one-dominates", "warning", where, { percent: Math.round(100 * share) })]
      : []),
  ];
}
