import { fail, KontrafaktError } from "@kontrafakt/base";
import type { Fit } from "../effects-value.js";
import { linearCombination } from "../linear-combination.js";
import { messages } from "../messages.js";
import { permutableDesign } from "../permutable-design.js";
import { armLines } from "./arm-lines.js";
import type { ArmValues } from "./arm-values.js";
import { fromLines } from "./from-lines.js";
import type { Method } from "./method.js";
import { isWaveFit } from "./permutation-interval.js";
import { pooledWaves } from "./pooled-waves.js";
import { roleLines } from "./role-lines.js";
import { rolesLeaveClusters } from "./roles-leave-clusters.js";

/**
 * Randomisation test: c'θ̂ over its standard error against what it would have been, had the programme gone to others of the same number.
 * Sharp null: nobody was changed by it. Studentised by arm, so that in large samples it holds for a mean effect of 0 too. All assignments
 * if there are at most `draws`. Slopes of adjusted outcomes are fitted to everyone, blind to who got the programme. Interval: the values not refused
 * when taken off the treated in equal parts (clusters: of their person-periods).
 *
 * `within` set and stratum: roles move among the people of each matched set or stratum (`permutation`); wave: among all of a wave, matched sets
 * aside; cluster: whole clusters change arms (waves and comparison); all: so does every unit of an estimator on everyone; auto: clusters
 * where whole clusters were given the programme, else matched sets, else all.
 * Sources: Fisher 1935; Chung & Romano 2013, doi:10.1214/13-AOS1090; DiCiccio & Romano 2017, doi:10.1080/01621459.2016.1202117; for staggered
 * starts Roth & Sant'Anna 2023, doi:10.1086/726581, §3.4.
 * @throws KontrafaktError where people or clusters cannot change places so, naming what to ask for
 */
export const randomisation: Method = async (fit, c, options, context) => {
  const { within } = options;
  const { estimate } = linearCombination(fit.effects, c);
  const { estimator } = fit.effects;
  const values =
    within === "auto" ? likely(fit, c) : within === "cluster" || within === "all" ? asked(fit, c, within) : undefined;
  if (values) {
    const lines = await armLines(values, options.draws, context);
    const treatedClusters = values.arm.reduce((n, a) => n + (a < values.arms - 1 ? 1 : 0), 0);
    const variant = values.units.every((n) => n === 1) ? "within all" : "within cluster";
    return fromLines(lines, { method: "randomisation", variant, estimate, clusters: values.clusters, treatedClusters }, options);
  }
  if (!isWaveFit(fit)) return fail("effects/roles-without-sets", {}, { estimator }, messages);
  if (within === "stratum" && fit.design.independence === "set") fail("effects/roles-not-strata", {}, {}, messages);
  if (within !== "wave" && !permutableDesign(fit.design)) fail("effects/roles-fixed", {}, {}, messages);
  const moved = within === "wave" ? pooledWaves(fit) : fit;
  const lines = await roleLines(moved, c, "blind", options.draws, context);
  const variant = within === "wave" ? "within wave" : fit.design.independence === "set" ? "within set" : "within stratum";
  const doubts = rolesLeaveClusters(fit.design);
  return fromLines(lines, { method: "randomisation", variant, estimate, clusters: moved.design.sets, doubts }, options);
};

function asked(fit: Fit, c: Float64Array, within: "cluster" | "all"): ArmValues {
  if (within === "all" && isWaveFit(fit)) fail("effects/arms-of-people", {}, {}, messages);
  if (!fit.armValues) return fail("effects/arms-unknown", {}, { estimator: fit.effects.estimator }, messages);
  return fit.armValues(c, within === "all" ? "units" : "clusters", "blind");
}

/** Whole clusters where they were given the programme; else nothing after matching, units where all are in the estimate. */
function likely(fit: Fit, c: Float64Array): ArmValues | undefined {
  if (!fit.armValues) return isWaveFit(fit) ? undefined : asked(fit, c, "cluster");
  try {
    return fit.armValues(c, "clusters", "blind");
  } catch (error) {
    if (!(error instanceof KontrafaktError && error.problems.some((p) => p.code === "effects/clusters-mixed"))) throw error;
    return isWaveFit(fit) ? undefined : fit.armValues(c, "units");
  }
}
