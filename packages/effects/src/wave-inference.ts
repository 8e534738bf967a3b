import { type Problem, problem } from "@kontrafakt/base";
import type { InferenceChoice, InferenceReason } from "./inference/inference-value.js";
import type { EffectsOptions } from "./options/effects-options.js";
import { treatedShares } from "./treated-shares.js";
import type { WaveDesign } from "./wave-design.js";

/** Fewer treated clusters than this, or more than this share of the starters in one: the figures rest on too little to be taken at their word. */
const FEW = 3;
const MOST = 1 / 2;

/** How covariance and degrees of freedom of a matched comparison are made, why so, and whether few treated clusters make them doubtful. */
export function waveInference(
  design: WaveDesign,
  { compat, inference }: Pick<EffectsOptions, "compat" | "inference">,
): { choice: InferenceChoice; problems: Problem[] } {
  const { atoms, independence } = design;
  const { treatedClusters, largestShare } = treatedShares(design);
  const clusters = atoms.crossed?.crossing?.groups[0] ?? atoms.count;
  const asDid = compat === "did";
  const byMean = !atoms.crossed && independence === "set" && !design.estimation;
  const choice: InferenceChoice = {
    covariance: asDid ? "CR0" : "CR2",
    degrees: asDid ? "normal" : byMean || atoms.crossed ? "bellMcCaffrey" : "arms",
    by: by(design),
    ...(atoms.way && { crossing: atoms.way }),
    clusters,
    treatedClusters,
    largestShare,
    reason: asDid ? "compat" : inference.crossing !== "auto" ? "asked" : reason(design),
  };
  const few = atoms.cluster !== undefined && (treatedClusters < FEW || largestShare > MOST);
  const params = { name: atoms.cluster ?? "", treated: treatedClusters, clusters, share: Math.round(100 * largestShare) };
  return {
    choice,
    problems: few ? [problem("effects/few-treated-clusters", "warning", { option: "effects.cluster" }, params)] : [],
  };
}

function by({ atoms, independence }: WaveDesign): string[] {
  if (atoms.crossed?.crossing) return [...atoms.crossed.crossing.names];
  const cluster = atoms.cluster ?? "person";
  if (atoms.way === "clusters" || independence === "unit") return [cluster];
  return atoms.cluster !== undefined && !atoms.way
    ? [cluster]
    : atoms.cluster !== undefined
      ? [cluster, "matched set"]
      : ["matched set"];
}

function reason({ atoms, independence }: WaveDesign): InferenceReason {
  if (atoms.way === "clusters") return "clusters-assigned";
  if (atoms.way) return atoms.cluster === undefined ? "controls-reused" : "sets-cross-clusters";
  return independence === "set" ? "sets-independent" : "people-independent";
}
