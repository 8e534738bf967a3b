import { fail, type Problem, problem } from "@kontrafakt/base";
import { aloneProblems } from "../att-gt/alone-problems.js";
import { armDegrees } from "../att-gt/arm-degrees.js";
import { armsOf } from "../att-gt/att-gt-fit.js";
import { modelledTerms } from "../att-gt/modelled-terms.js";
import type { Effects, Fit, SampleUse } from "../effects-value.js";
import { armsChoice } from "../inference/arms-choice.js";
import { messages } from "../messages.js";
import { rowProduct } from "../row-product.js";
import { armForms } from "./arm-forms.js";
import { type ArmMeans, armMeans, reweightedMeans } from "./arm-means.js";
import { clusterInfluence, clusterParts, clusterStrata, usedClusters } from "./cluster-influence.js";
import { carriesArms, momentArms, momentDegrees, periodsApart, type Told, toldByPeriod, treatedUnits } from "./moment-arms.js";
import { type Form, type MomentCells, momentCells } from "./moment-cells.js";
import { declaredCorrelation, formsCovariance, largestVariances } from "./moment-covariance.js";
import type { MomentDesign } from "./moment-design.js";
import { clusterShares, momentShares } from "./moment-shares.js";

export interface MomentAbout {
  readonly estimator: string;
  readonly use: SampleUse;
  readonly problems: readonly Problem[];
  /** Means with atoms reweighted, where units stand behind the moments; else by cluster sums, or refused. */
  readonly reweighted?: (weights: Float64Array) => ArmMeans;
}

/**
 * Group-time effects from moments, with the joint covariance of all of them: of independent units from products, of clusters from their
 * sums (the basis is then the clusters' influence). Factors and degrees of freedom are by arm unless `compat: did`.
 */
export function momentFit(design: MomentDesign, about: MomentAbout): Fit {
  const { moments } = design;
  const means = armMeans(moments);
  const cells = momentCells(design, means);
  const found = usedClusters(design);
  const units = moments.arms.reduce((sum, arm, a) => sum + (design.group[a] < 0 ? 0 : arm.units), 0);
  const atoms = moments.clusters ? found.atoms : units;
  if (atoms < 2) fail("effects/one-cluster", { option: "cluster" }, { clusters: atoms }, messages);
  const byArm = design.compat !== "did";
  const scale = byArm ? Math.sqrt(atoms / (atoms - 1)) : 1;
  const correlation = declaredCorrelation(moments, design.outcomes.length, design.periods.length);
  const known = moments.covariance === "given" || correlation !== undefined;
  const by = moments.clusters?.name ?? "unit";
  const choice = { means: moments.strata.length === 1, byArm, by, clusters: atoms };
  const effectsOf = (levels: boolean): Effects => {
    const terms = levels ? [...cells.terms, ...cells.terms.map((t) => ({ ...t, scale: "treatedMean" as const }))] : cells.terms;
    const plain = levels ? [...cells.forms, ...cells.levelForms] : cells.forms;
    const estimate = levels ? Float64Array.of(...cells.value, ...cells.level) : cells.value;
    const K = terms.length;
    const normal = new Float64Array(K).fill(Number.POSITIVE_INFINITY);
    const common = {
      kind: "effects" as const,
      estimator: about.estimator,
      terms,
      estimate,
      clusters: atoms,
      use: about.use,
    };
    if (moments.clusters) {
      const rows = clusterInfluence(design, plain, found.atomOf, atoms, byArm);
      const shares = clusterShares(design, found.atomOf, atoms, scale);
      const strata = clusterStrata(design, found.atomOf, atoms);
      const whole = moments.arms.every((arm) => arm.complete);
      const covariance = rowProduct(rows, atoms, K);
      const modelled =
        byArm && !strata.single ? modelledTerms(terms, clusterParts(design, plain, found.atomOf, strata), covariance) : undefined;
      const basis = {
        kind: "influence" as const,
        atoms,
        rows,
        shares,
        ...(modelled && { modelled }),
        ...(byArm ? armsOf(strata, whole) : { stratum: new Int32Array(atoms), treated: strata.treated }),
      };
      return {
        ...common,
        df: byArm ? armDegrees(basis, K) : normal,
        covariance: unknown(estimate, covariance),
        basis,
        inference: armsChoice({
          ...choice,
          modelled: modelled !== undefined,
          treatedClusters: strata.treatedClusters,
          largestShare: strata.largestShare,
        }),
        problems: [...about.problems, ...cells.problems, ...(byArm ? aloneProblems(strata, by) : [])],
      };
    }
    const forms = byArm ? armForms(design, plain) : plain;
    const carried = byArm && known && carriesArms(forms, moments.arms.length);
    const apart = carried && periodsApart(design);
    const told: Told[] = apart ? toldByPeriod(design, means.mean, forms) : [];
    const tell = (arm: number, of: Int32Array, own: Float64Array) => told.push({ arm, terms: of, covariance: own });
    const covariance = known
      ? formsCovariance(moments, means.mean, forms, correlation, carried && !apart ? tell : undefined)
      : upper(design, means, forms);
    const own = [...about.problems, ...cells.problems, ...spread(cells, covariance, K)];
    if (!known) own.push(problem("effects/moments-upper", "warning", {}, {}));
    const shares = momentShares(design, means, forms, scale);
    const arms = carried ? momentArms(design, told, shares.byArm) : undefined;
    return {
      ...common,
      df: byArm ? momentDegrees(design, forms, atoms, arms) : normal,
      covariance: unknown(estimate, covariance),
      basis: { kind: "moments", shares: shares.shares, ...(arms && { arms }) },
      ...(known ? {} : { bounded: true as const }),
      inference: armsChoice({ ...choice, ...treatedUnits(design) }),
      problems: own,
    };
  };
  return {
    effects: effectsOf(false),
    refit(weights, assignment) {
      if (assignment) fail("effects/refit-assignment", {}, {}, messages);
      if (!about.reweighted && !moments.clusters) fail("effects/refit-moments", {}, {}, messages);
      if (weights.length !== atoms)
        fail("effects/length", {}, { what: "weights", given: weights.length, needed: atoms }, messages);
      if (about.reweighted) return momentCells(design, about.reweighted(weights)).value;
      const all = Float64Array.from(found.atomOf, (a) => (a < 0 ? 0 : weights[a]));
      return momentCells(design, reweightedMeans(moments, all)).value;
    },
    withLevels: () => effectsOf(true),
  };
}

/**
 * Where products are not known every term has its largest variance, and terms move as one: a sum or mean of terms with weights of one sign
 * never has a larger variance than this covariance gives it.
 */
function upper({ moments }: MomentDesign, { mean }: ArmMeans, forms: readonly (readonly Form[])[]): Float64Array {
  const se = largestVariances(moments, mean, forms).map((v) => Math.sqrt(Math.max(0, v)));
  const K = forms.length;
  return Float64Array.from({ length: K * K }, (_, at) => se[Math.floor(at / K)] * se[at % K]);
}

/** An estimate that is none has no covariance either. */
function unknown(estimate: Float64Array, covariance: Float64Array): Float64Array {
  const K = estimate.length;
  for (let k = 0; k < K; k++) {
    if (!Number.isNaN(estimate[k])) continue;
    for (let j = 0; j < K; j++) {
      covariance[k * K + j] = Number.NaN;
      covariance[j * K + k] = Number.NaN;
    }
  }
  return covariance;
}

/** Cells that are estimated without a standard error, because a spread was not told. */
function spread({ terms, value }: MomentCells, covariance: Float64Array, K: number): Problem[] {
  return terms.flatMap(({ outcome, group, time }, k) =>
    !Number.isNaN(value[k]) && Number.isNaN(covariance[k * K + k])
      ? [problem("effects/cell-no-spread", "warning", {}, { outcome, group: group ?? 0, time: time ?? 0 })]
      : [],
  );
}
