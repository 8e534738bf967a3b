import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Effects, Fit, SampleUse } from "../effects-value.js";
import { messages } from "../messages.js";
import { rowProduct } from "../row-product.js";
import { type ArmMeans, armMeans, reweightedMeans } from "./arm-means.js";
import { clusterInfluence, usedClusters } from "./cluster-influence.js";
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
 * sums (the basis is then the clusters' influence). Factor G/(G − 1) and G − 1 degrees of freedom unless `compat: did`.
 */
export function momentFit(design: MomentDesign, about: MomentAbout): Fit {
  const { moments } = design;
  const means = armMeans(moments);
  const cells = momentCells(design, means);
  const found = usedClusters(design);
  const units = moments.arms.reduce((sum, arm, a) => sum + (design.group[a] < 0 ? 0 : arm.units), 0);
  const atoms = moments.clusters ? found.atoms : units;
  if (atoms < 2) fail("effects/one-cluster", { option: "cluster" }, { clusters: atoms }, messages);
  const scale = design.compat === "did" ? 1 : Math.sqrt(atoms / (atoms - 1));
  const correlation = declaredCorrelation(moments, design.outcomes.length, design.periods.length);
  const known = moments.covariance === "given" || correlation !== undefined;
  const effectsOf = (levels: boolean): Effects => {
    const terms = levels ? [...cells.terms, ...cells.terms.map((t) => ({ ...t, scale: "treatedMean" as const }))] : cells.terms;
    const forms = levels ? [...cells.forms, ...cells.levelForms] : cells.forms;
    const estimate = levels ? Float64Array.of(...cells.value, ...cells.level) : cells.value;
    const K = terms.length;
    const common = {
      kind: "effects" as const,
      estimator: about.estimator,
      terms,
      estimate,
      df: new Float64Array(K).fill(design.compat === "did" ? Number.POSITIVE_INFINITY : atoms - 1),
      clusters: atoms,
      use: about.use,
    };
    if (moments.clusters) {
      const rows = clusterInfluence(design, forms, found.atomOf, atoms, scale);
      const shares = clusterShares(design, found.atomOf, atoms, scale);
      return {
        ...common,
        covariance: unknown(estimate, rowProduct(rows, atoms, K)),
        basis: { kind: "influence", atoms, rows, stratum: new Int32Array(atoms), shares },
        problems: [...about.problems, ...cells.problems],
      };
    }
    const covariance = known ? formsCovariance(moments, means.mean, forms, correlation) : upper(design, means, forms);
    const own = [...about.problems, ...cells.problems, ...spread(cells, covariance, K)];
    if (!known) own.push(problem("effects/moments-upper", "warning", {}, {}));
    return {
      ...common,
      covariance: unknown(
        estimate,
        covariance.map((v) => scale * scale * v),
      ),
      basis: { kind: "moments", shares: momentShares(design, means, forms, scale) },
      ...(known ? {} : { bounded: true as const }),
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
