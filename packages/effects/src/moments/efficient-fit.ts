import { fail, type Problem, problem } from "@kontrafakt/base";
import { cholesky } from "@kontrafakt/numerics";
import { termDegrees } from "../arm-part-degrees.js";
import { MOST_BY_ARM } from "../att-gt/arm-parts.js";
import type { ArmPart, Effects, Fit, Term } from "../effects-value.js";
import { armsChoice } from "../inference/arms-choice.js";
import { messages } from "../messages.js";
import type { EfficientOptions } from "../options/efficient-options.js";
import type { EfficientData } from "./efficient-data.js";
import type { EfficientCell, EfficientDesign } from "./efficient-design.js";
import { adjustment, contrastValue, efficientBeta, neymanCovariance, weightedForms } from "./efficient-variance.js";
import type { Form } from "./moment-cells.js";

/**
 * Estimates and joint covariance of figures (cells, or means of them), each with a β of its own. Degrees of freedom are Satterthwaite's over
 * cohorts of Neyman's variance, each with its units less one.
 */
export function efficientFit(
  read: EfficientData,
  design: EfficientDesign,
  { weighting, variance }: EfficientOptions,
  figures: readonly EfficientCell[],
): Fit {
  const effects = figures.map(({ effect }) => effect);
  const befores = figures.map(({ before }) => before);
  const beta =
    weighting === "efficient"
      ? efficientBeta(design, effects, befores).map((b, k) => (figures[k].base ? 1 : b))
      : new Float64Array(figures.length).fill(1);
  const own = figures.map(({ effect, before }, k) => weightedForms([effect, before], [1, -beta[k]]));
  // Only effects after the start can differ between units: only there is Neyman's variance too large.
  const after = figures.map(({ effect, term }) => ((term.event ?? 0) >= 0 ? effect : []));
  const adjusts = variance === "adjusted" && design.before > 0;
  const taken = adjusts ? adjustment(design, after) : undefined;
  const joint = taken !== undefined && adjustsJointly(design, own, figures, taken);
  const effectsOf = (levels: boolean): Effects => {
    const terms: Term[] = figures.map(({ term }) => term);
    const forms: (readonly Form[])[] = [...own];
    const estimate = own.map((form) => contrastValue(design, form));
    for (const { term, level } of levels ? figures : []) {
      terms.push({ ...term, scale: "treatedMean" });
      forms.push(level);
      estimate.push(contrastValue(design, level, true));
    }
    const problems: Problem[] = [...design.problems];
    const arms: ArmPart[] = [];
    let room = MOST_BY_ARM;
    const tell = (arm: number, of: Int32Array, part: Float64Array) => {
      room -= part.length;
      if (room >= 0) arms.push({ terms: of, covariance: part, degrees: design.moments.arms[arm].units - 1 });
    };
    const { covariance, kept } = covarianceOf(design, forms, figures.length, taken, joint, tell);
    const fewest = Math.min(...design.moments.arms.map(({ units }) => units - 1));
    const known = room >= 0 ? termDegrees(arms, terms.length) : new Float64Array(terms.length).fill(fewest);
    const df = known.map((own) => (Number.isNaN(own) ? design.units - design.moments.arms.length : own));
    const { ordinals } = design.moments.periods;
    const treated = design.moments.arms.filter(({ firstTreated }) => firstTreated <= ordinals[ordinals.length - 1]);
    const treatedClusters = treated.reduce((sum, { units }) => sum + units, 0);
    const refused = adjusts ? figures.length - kept : 0;
    if (refused > 0)
      problems.push(problem("effects/efficient-not-adjusted", "note", { option: "variance" }, { effects: refused }));
    return {
      kind: "effects",
      estimator: `efficient, ${weighting}, ${variance} variance`,
      terms,
      estimate: Float64Array.from(estimate),
      covariance,
      df,
      clusters: design.units,
      basis: { kind: "moments", ...(room >= 0 && { arms }) },
      inference: armsChoice({
        means: true,
        byArm: true,
        by: "unit",
        clusters: design.units,
        treatedClusters,
        largestShare: 1 / treatedClusters,
      }),
      use: { ...read.use, units: design.units, rows: design.units * read.stride },
      problems,
    };
  };
  return {
    effects: effectsOf(false),
    refit(weights, assignment) {
      if (assignment) fail("effects/refit-assignment", {}, {}, messages);
      return reweighted(read, design, own, weights);
    },
    withLevels: () => effectsOf(true),
  };
}

/**
 * Neyman's covariance less what it is known to hold too much (`taken`, of the first `effects` forms); an effect that would be left with less
 * than 0 keeps it.
 * @param joint whether covariances are adjusted like variances; if not, correlations stay Neyman's
 */
function covarianceOf(
  design: EfficientDesign,
  forms: readonly (readonly Form[])[],
  effects: number,
  taken: Float64Array | undefined,
  joint: boolean,
  byArm?: Parameters<typeof neymanCovariance>[2],
): { readonly covariance: Float64Array; readonly kept: number } {
  const neyman = neymanCovariance(design, forms, byArm);
  if (taken === undefined) return { covariance: neyman, kept: 0 };
  const K = forms.length;
  const less = (k: number, l: number) => (k < effects && l < effects ? taken[k * effects + l] : 0);
  const keeps = forms.map((_, k) => less(k, k) <= neyman[k * K + k]);
  const shrunk = keeps.map((keep, k) => {
    const own = neyman[k * K + k];
    return keep && own > 0 ? Math.sqrt(1 - less(k, k) / own) : 1;
  });
  const covariance = neyman.map((v, at) => {
    const [k, l] = [Math.floor(at / K), at % K];
    if (k === l || joint) return keeps[k] && keeps[l] ? v - less(k, l) : v;
    return v * (shrunk[k] * shrunk[l]);
  });
  return { covariance, kept: keeps.slice(0, effects).filter((v) => v).length };
}

/** Most figures, effects and levels, whose joint covariance is tried. */
const MOST_TRIED = 1000;
/** Share of a variance that is added to it in the trial: what rounding may take off. */
const ROUNDING = 1e-8;

/** Whether covariances can be adjusted too: not where a combination of effects and levels would be left with a variance below 0, as with small cohorts. */
function adjustsJointly(
  design: EfficientDesign,
  own: readonly (readonly Form[])[],
  figures: readonly EfficientCell[],
  taken: Float64Array,
): boolean {
  const K = 2 * figures.length;
  if (K > MOST_TRIED) return false;
  const { covariance } = covarianceOf(design, [...own, ...figures.map(({ level }) => level)], figures.length, taken, true);
  const used = Array.from({ length: K }, (_, k) => k).filter((k) => covariance[k * K + k] > 0);
  const n = used.length;
  const scaled = new Float64Array(n * n);
  used.forEach((k, i) => {
    used.forEach((l, j) => {
      scaled[i * n + j] =
        covariance[k * K + l] / Math.sqrt(covariance[k * K + k] * covariance[l * K + l]) + (i === j ? ROUNDING : 0);
    });
  });
  return cholesky(scaled, n) !== null;
}

/** The estimates with units counted `weights` times, one a unit of the cohorts used, in the order of the panel; β as fitted. */
function reweighted(
  { sample, stride }: EfficientData,
  { moments, mean, units }: EfficientDesign,
  forms: readonly (readonly Form[])[],
  weights: Float64Array,
): Float64Array {
  if (!sample) return fail("effects/refit-moments", {}, {}, messages);
  if (weights.length !== units) fail("effects/length", {}, { what: "weights", given: weights.length, needed: units }, messages);
  const V = moments.shift.length;
  const T = sample.periods.length;
  const sums = new Float64Array(mean.length);
  const total = new Float64Array(moments.arms.length);
  const arm = armsOfUnits(moments, sample.group);
  for (let i = 0, next = 0; i < sample.n; i++) {
    const a = arm[i];
    if (a < 0) continue;
    const weight = weights[next++];
    total[a] += weight;
    for (let v = 0; v < V; v++) {
      const y = sample.outcomes[Math.floor(v / T)].measure.values[sample.unit[i] * stride + (v % T)];
      sums[a * V + v] += weight * (y - moments.shift[v]);
    }
  }
  return Float64Array.from(forms, (own) => {
    let value = 0;
    for (const { arm: a, variable, coefficient } of own) {
      variable.forEach((v, x) => {
        value += (coefficient[x] * sums[a * V + v]) / total[a];
      });
    }
    return value;
  });
}

/** Arm of each unit by its start; those that start after the last period are never treated. −1 where its cohort is not used. */
export function armsOfUnits({ arms, periods }: EfficientDesign["moments"], group: Int32Array): Int32Array {
  const last = periods.ordinals[periods.ordinals.length - 1];
  const place = new Map(arms.map(({ firstTreated }, a) => [firstTreated, a]));
  const late = arms.findIndex(({ firstTreated }) => firstTreated > last);
  return group.map((g) => (g > last ? late : (place.get(g) ?? -1)));
}
