import { fail, type Problem, problem } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { aloneProblems } from "../att-gt/alone-problems.js";
import { armDegrees } from "../att-gt/arm-degrees.js";
import { type ArmStrata, armStrata } from "../att-gt/arm-strata.js";
import { type AttGtCell, attGtCells } from "../att-gt/att-gt-cells.js";
import { armsOf, sharesOf } from "../att-gt/att-gt-fit.js";
import { cellKeys } from "../att-gt/cell-keys.js";
import { constantCells } from "../att-gt/constant-cells.js";
import { modelledTerms } from "../att-gt/modelled-terms.js";
import type { Effects, Fit, Term } from "../effects-value.js";
import { armsChoice } from "../inference/arms-choice.js";
import { withCovariance } from "../inference/with-covariance.js";
import { messages } from "../messages.js";
import { parseOptions } from "../options/parse-options.js";
import {
  type TripleDifferenceOptions,
  type TripleDifferenceOptionsInput,
  tripleDifferenceOptions,
} from "../options/triple-difference-options.js";
import { rowProduct } from "../row-product.js";
import { type TripleCell, tripleCells } from "./triple-cells.js";
import { type TripleSample, tripleSample } from "./triple-sample.js";

/**
 * Group-time effects on the eligible, by triple difference: their change beside that of the others of their group, less the same difference in
 * control groups. What moves eligible and others apart everywhere cancels, and so does what moves a group as a whole. `firstTreated` of
 * the panel is when the unit's group (its municipality, school, …) got the programme, for eligible and others alike. Each of the three
 * differences is estimated as in attGt; with control notYet, control groups are compared with one by one and put together with the weights
 * of least variance (of the influence without small-sample factors), which `refit` holds. Factors and degrees of freedom are by arm, as in attGt.
 * Cells aggregate by the groups' shares among the eligible.
 * Source: Ortiz-Villavicencio & Sant'Anna 2025, arXiv:2505.09942.
 * @throws KontrafaktError on unknown names, a measure of eligibility other than 0 and 1, or where nobody is treated or a control
 */
export function tripleDifference(panel: Panel, input: TripleDifferenceOptionsInput): Fit {
  const options = parseOptions(tripleDifferenceOptions, input);
  const sample = tripleSample(panel, options);
  if (sample.atoms < 2) fail("effects/one-cluster", { option: "cluster" }, { clusters: sample.atoms }, messages);
  const cells = attGtCells(sample.groups, sample.periods, { ...options, baseWindow: 1, baseSeason: "any" });
  const found = tripleCells(sample, cells, options);
  const byArm = options.compat === "none";
  const made = (counted: Counted, levels: boolean) => effectsOf(panel, sample, cells, options, found, levels, counted);
  const fit = (counted: Counted): Fit => ({
    effects: made(counted, false),
    refit(weights, assignment) {
      if (assignment) fail("effects/triple-assignment", {}, {}, messages);
      if (weights.length !== sample.atoms)
        fail("effects/length", {}, { what: "weights", given: weights.length, needed: sample.atoms }, messages);
      return Float64Array.from(tripleCells(sample, cells, options, weights, found), (cell) => cell.value);
    },
    withLevels: () => made(counted, true),
  });
  return withCovariance(fit(byArm ? "arms" : "clusters"), options.inference, options.compat, () => fit("none"));
}

/** Small-sample factors: of arms, G/(G − 1) of all clusters as the R package has it, or none. */
type Counted = "arms" | "clusters" | "none";

function effectsOf(
  panel: Panel,
  sample: TripleSample,
  cells: readonly AttGtCell[],
  { method, control, base, cluster }: TripleDifferenceOptions,
  found: readonly TripleCell[],
  levels: boolean,
  counted: Counted,
): Effects {
  const { atoms, periods, outcomes } = sample;
  const terms = found.map((one, k): Term => {
    const { name: outcome, unit } = outcomes[Math.floor(k / cells.length)];
    const { group, time } = cells[k % cells.length];
    const at = { group, time: periods[time], event: periods[time] - group };
    const sizes = { n: one.treated, controls: one.others, personPeriods: one.treated };
    return { outcome, unit, kind: "cell", scale: "difference", ...at, ...sizes };
  });
  const problems: Problem[] = [...sample.problems];
  found.forEach(({ told }, k) => {
    const { outcome, group, time } = terms[k];
    const where = { outcome, group: group!, time: time! };
    for (const { reason, empty } of told)
      problems.push(problem(reason.code, empty ? "warning" : "note", {}, { ...where, ...reason.params }));
  });
  const K = found.length;
  const width = levels ? 2 * K : K;
  const all = counted === "none" ? 1 : Math.sqrt(atoms / (atoms - 1));
  const byArm = counted === "arms";
  const factor = byArm ? 1 : all;
  const rows = new Float64Array(atoms * width);
  found.forEach((cell, k) => {
    const influence = byArm ? cell.corrected : cell.influence;
    const levelInfluence = byArm ? cell.levelCorrected : cell.levelInfluence;
    for (let a = 0; influence && a < atoms; a++) rows[a * width + k] = factor * influence[a];
    for (let a = 0; levels && levelInfluence && a < atoms; a++) rows[a * width + K + k] = factor * levelInfluence[a];
  });
  const estimate = new Float64Array(width);
  found.forEach((one, k) => {
    estimate[k] = one.value;
    if (levels) estimate[K + k] = one.level;
  });
  const covariance = rowProduct(rows, atoms, width);
  for (let k = 0; k < width; k++) {
    if (!Number.isNaN(estimate[k])) continue;
    for (let j = 0; j < width; j++) {
      covariance[k * width + j] = Number.NaN;
      covariance[j * width + k] = Number.NaN;
    }
  }
  const measures = outcomes.map(({ name, measure: { values } }) => ({ name, values }));
  problems.push(...constantCells({ estimate, covariance }, cellKeys(outcomes, cells, periods), measures));
  const { groups, w, atom, unit } = sample;
  const strata = armStrata(
    { group: sample.group, w, atom, apart: Int32Array.from(sample.eligible), eligible: sample.eligible },
    atoms,
  );
  if (byArm) problems.push(...aloneProblems(strata, cluster));
  const named = levels ? [...terms, ...terms.map((t): Term => ({ ...t, scale: "treatedMean" }))] : terms;
  const modelled = byArm && !strata.single ? modelledTerms(named, partsByStratum(found, strata, width), covariance) : undefined;
  const basis = {
    kind: "influence" as const,
    atoms,
    rows,
    ...(modelled && { modelled }),
    ...(byArm ? armsOf(strata, sample.complete) : { stratum: new Int32Array(atoms), treated: strata.treated }),
  };
  const choice = armsChoice({
    means: sample.covariates.length === 0,
    byArm,
    modelled: modelled !== undefined,
    by: cluster,
    clusters: atoms,
    treatedClusters: strata.treatedClusters,
    largestShare: strata.largestShare,
  });
  const eligible = sample.group.map((g, i) => (sample.eligible[i] === 1 ? g : NEVER));
  let rowsUsed = 0;
  for (const i of unit)
    for (let t = 0; t < periods.length; t++)
      if (outcomes.some(({ measure }) => !Number.isNaN(measure.values[i * sample.periodsGiven + t]))) rowsUsed++;
  return {
    kind: "effects",
    estimator: `tripleDifference, ${method}, ${control === "never" ? "never" : "not yet"} treated, ${base} base`,
    terms: named,
    estimate,
    covariance,
    df: byArm ? armDegrees(basis, width) : new Float64Array(width).fill(Number.POSITIVE_INFINITY),
    clusters: atoms,
    basis: { ...basis, shares: sharesOf({ groups, group: eligible, w, atom }, atoms, all) },
    inference: byArm ? choice : { ...choice, covariance: "CR1" },
    use: {
      units: sample.n,
      unitsGiven: panel.units,
      rows: rowsUsed,
      rowsGiven: panel.observed.reduce((sum, v) => sum + v, 0),
    },
    problems,
  };
}

/** Squared shares of rows by stratum, strata × terms, as `collectCells` has them. */
function partsByStratum(found: readonly TripleCell[], { stratum, degrees }: ArmStrata, width: number): Float64Array {
  const K = found.length;
  const out = new Float64Array(degrees.length * width);
  found.forEach(({ squares, levelSquares }, k) => {
    squares?.forEach((v, a) => {
      out[stratum[a] * width + k] += v;
    });
    if (width > K)
      levelSquares?.forEach((v, a) => {
        out[stratum[a] * width + K + k] += v;
      });
  });
  return out;
}
