import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Effects, Fit, GroupShares, Influence, MomentBasis, Term } from "../effects-value.js";
import { armsChoice } from "../inference/arms-choice.js";
import { messages } from "../messages.js";
import type { AttGtOptions } from "../options/att-gt-options.js";
import { rowProduct } from "../row-product.js";
import { aloneProblems } from "./alone-problems.js";
import { armDegrees } from "./arm-degrees.js";
import { armParts } from "./arm-parts.js";
import { type ArmStrata, armStrata } from "./arm-strata.js";
import type { CellSource, ShareSample } from "./cell-source.js";
import { type Collected, collectCells } from "./collect-cells.js";
import { constantCells } from "./constant-cells.js";
import { leaveOneOut } from "./leave-one-out.js";
import { modelledTerms } from "./modelled-terms.js";
import { strataFactors } from "./strata-factors.js";

/** Most numbers of influence that effects carry along (32 MB); beyond, they keep the joint covariance alone. */
export const MOST_INFLUENCE = 4e6;
/** Most that is held while estimating (1.6 GB). */
const MOST_HELD = 2e8;

/**
 * Group-time effects of a source by a method: estimates, joint covariance, and their answers to other weights.
 * @param byArm whether factors and degrees of freedom are by arm; without, none is counted
 * @param carried numbers of influence from which on the joint covariance alone is kept
 */
export function attGtFit(
  source: CellSource,
  options: AttGtOptions,
  estimator: string,
  byArm = options.compat === "none",
  carried = MOST_INFLUENCE,
): Fit {
  const numbers = source.atoms * source.keys.length;
  if (source.atoms < 2) fail("effects/one-cluster", { option: "cluster" }, { clusters: source.atoms }, messages);
  if (2 * numbers > MOST_HELD) {
    const params = { clusters: source.atoms, cells: source.keys.length };
    fail("effects/att-gt-too-large", { option: "outcomes" }, params, messages);
  }
  const strata = source.shares && armStrata(source.shares, source.atoms);
  const arms = byArm && strata !== undefined;
  const model = strata?.single ? undefined : strata;
  const found = (wanted: "estimates" | "levels") => collectCells(source, options, wanted, undefined, arms, model);
  const made = (wanted: "estimates" | "levels") =>
    effectsOf(source, options, estimator, found(wanted), wanted, byArm, carried, strata);
  return {
    effects: made("estimates"),
    refit(weights, assignment) {
      if (assignment) fail("effects/refit-assignment", {}, {}, messages);
      if (weights.length !== source.atoms) {
        fail("effects/length", {}, { what: "weights", given: weights.length, needed: source.atoms }, messages);
      }
      return collectCells(source, options, "none", weights).value;
    },
    withLevels: () => made("levels"),
    ...(source.matching && { matching: source.matching }),
    // After matching, people share the weight of their set.
    ...(source.shares && { leaveOneOut: () => leaveOneOut(source, options) }),
  };
}

function effectsOf(
  source: CellSource,
  options: AttGtOptions,
  estimator: string,
  found: Collected,
  wanted: "estimates" | "levels",
  byArm: boolean,
  carried: number,
  strata?: ArmStrata,
): Effects {
  const { atoms, keys } = source;
  const levels = wanted === "levels";
  const cells = keys.map((key, k): Term => termOf(key, found.sizes[k]));
  const terms = levels ? [...cells, ...cells.map((t) => ({ ...t, scale: "treatedMean" as const }))] : cells;
  const K = terms.length;
  const estimate = new Float64Array(K);
  estimate.set(found.value);
  if (levels) estimate.set(found.level, keys.length);
  const influence = found.influence!;
  const treated = strata?.treated ?? source.treated;
  // In place, and so before products are taken.
  const apart = byArm && !strata ? strataFactors(influence, source.stratum, K) : undefined;
  const covariance = rowProduct(influence, atoms, K);
  const modelled = found.parts && modelledTerms(terms, found.parts, covariance);
  const basis =
    byArm && strata
      ? { ...armsOf(strata, source.whole), ...(modelled && { modelled }) }
      : { stratum: source.stratum, ...(treated && { treated }) };
  const df =
    apart ?? (byArm ? armDegrees({ atoms, rows: influence, ...basis }, K) : new Float64Array(K).fill(Number.POSITIVE_INFINITY));
  const problems: Problem[] = [...source.problems];
  const where = (k: number) => ({ outcome: keys[k].outcome, group: keys[k].group, time: keys[k].time });
  for (const { term, reason, empty } of found.told) {
    const severity = empty || reason.code === "effects/cell-not-calibrated" ? "warning" : "note";
    problems.push(
      problem(
        reason.code,
        reason.code === "effects/cell-collinear" ? "warning" : severity,
        {},
        { ...where(term), ...reason.params },
      ),
    );
  }
  problems.push(...constantCells({ estimate, covariance }, keys, source.outcomes));
  unknown(estimate, covariance);
  if (byArm && strata) problems.push(...aloneProblems(strata, options.cluster));
  // Groups are sampled together: their shares have one factor G/(G − 1).
  const shares = source.shares && sharesOf(source.shares, atoms, byArm ? Math.sqrt(atoms / (atoms - 1)) : 1);
  return {
    kind: "effects",
    estimator,
    terms,
    estimate,
    covariance,
    df,
    clusters: atoms,
    basis: basisOf({ kind: "influence", atoms, rows: influence, ...basis }, K, carried, shares),
    use: source.use(),
    inference: armsChoice({
      means: strata !== undefined && source.covariates.length === 0,
      byArm,
      modelled: modelled !== undefined,
      by: !strata && options.cluster === "unit" ? "person" : options.cluster,
      clusters: atoms,
      ...(treated && { treatedClusters: treated.reduce((n, v) => n + v, 0) }),
      ...(strata && { largestShare: strata.largestShare }),
    }),
    problems,
  };
}

function termOf({ outcome, unit, group, time }: CellSource["keys"][number], size: Collected["sizes"][number]): Term {
  return {
    outcome,
    unit,
    kind: "cell",
    scale: "difference",
    group,
    time,
    event: time - group,
    n: size.treated,
    controls: size.controls,
    personPeriods: size.treated,
    ...(size.effective && { effective: size.effective }),
  };
}

/** A cell without an estimate has no covariance with anything. */
function unknown(estimate: Float64Array, covariance: Float64Array): void {
  const K = estimate.length;
  for (let k = 0; k < K; k++) {
    if (!Number.isNaN(estimate[k])) continue;
    for (let j = 0; j < K; j++) {
      covariance[k * K + j] = Number.NaN;
      covariance[j * K + k] = Number.NaN;
    }
  }
}

/** The part of the basis that says whose atoms are whose. */
export function armsOf(
  { stratum, degrees, treated }: ArmStrata,
  whole = false,
): Pick<Influence, "stratum" | "degrees" | "treated" | "whole"> {
  return { stratum, degrees, treated, ...(whole && { whole: true }) };
}

function basisOf(basis: Influence, K: number, carried: number, shares?: GroupShares): Influence | MomentBasis {
  const { atoms, rows } = basis;
  if (!shares || atoms * K <= carried) return shares ? { ...basis, shares } : basis;
  const arms = armParts(basis, K, shares);
  const G = shares.groups.length;
  const cross = new Float64Array(K * G);
  for (let a = 0; a < atoms; a++)
    for (let k = 0; k < K; k++) {
      const v = rows[a * K + k];
      if (v !== 0) for (let g = 0; g < G; g++) cross[k * G + g] += v * shares.rows[a * G + g];
    }
  const covariance = rowProduct(shares.rows, atoms, G);
  return { kind: "moments", shares: { groups: shares.groups, share: shares.share, covariance, cross }, ...(arms && { arms }) };
}

/** p_g = weighted share of group g among the units, and its influence by atom. */
export function sharesOf({ groups, group, w, atom }: ShareSample, atoms: number, factor: number): GroupShares {
  const n = group.length;
  const G = groups.length;
  const of = new Map(Array.from(groups, (g, i) => [g, i]));
  const place = group.map((g) => of.get(g) ?? -1);
  const share = new Float64Array(G);
  for (let i = 0; i < n; i++) if (place[i] >= 0) share[place[i]] += w[i] / n;
  const rows = new Float64Array(atoms * G);
  for (let i = 0; i < n; i++) {
    for (let g = 0; g < G; g++) rows[atom[i] * G + g] += (factor * ((place[i] === g ? w[i] : 0) - share[g])) / n;
  }
  return { groups, share, rows };
}
