import { fail, type Problem, problem } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { type AttGtCell, attGtCells } from "../att-gt/att-gt-cells.js";
import { sharesOf } from "../att-gt/att-gt-fit.js";
import { cellKeys } from "../att-gt/cell-keys.js";
import { constantCells } from "../att-gt/constant-cells.js";
import type { Effects, Fit, Term } from "../effects-value.js";
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
 * of least variance, which `refit` holds. Cells aggregate by the groups' shares among the eligible.
 * Source: Ortiz-Villavicencio & Sant'Anna 2025, arXiv:2505.09942.
 * @throws KontrafaktError on unknown names, a measure of eligibility other than 0 and 1, or where nobody is treated or a control
 */
export function tripleDifference(panel: Panel, input: TripleDifferenceOptionsInput): Fit {
  const options = parseOptions(tripleDifferenceOptions, input);
  const sample = tripleSample(panel, options);
  if (sample.atoms < 2) fail("effects/one-cluster", { option: "cluster" }, { clusters: sample.atoms }, messages);
  const cells = attGtCells(sample.groups, sample.periods, { ...options, baseWindow: 1, baseSeason: "any" });
  const found = tripleCells(sample, cells, options);
  const effects = effectsOf(panel, sample, cells, options, found, false);
  return {
    effects,
    refit(weights, assignment) {
      if (assignment) fail("effects/triple-assignment", {}, {}, messages);
      if (weights.length !== sample.atoms)
        fail("effects/length", {}, { what: "weights", given: weights.length, needed: sample.atoms }, messages);
      return Float64Array.from(tripleCells(sample, cells, options, weights, found), (cell) => cell.value);
    },
    withLevels: () => effectsOf(panel, sample, cells, options, found, true),
  };
}

function effectsOf(
  panel: Panel,
  sample: TripleSample,
  cells: readonly AttGtCell[],
  { method, control, base, compat }: TripleDifferenceOptions,
  found: readonly TripleCell[],
  levels: boolean,
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
  const factor = Math.sqrt(atoms / (atoms - 1));
  const rows = new Float64Array(atoms * width);
  found.forEach(({ influence, levelInfluence }, k) => {
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
  const eligible = sample.group.map((g, i) => (sample.eligible[i] === 1 ? g : NEVER));
  let rowsUsed = 0;
  for (const i of unit)
    for (let t = 0; t < periods.length; t++)
      if (outcomes.some(({ measure }) => !Number.isNaN(measure.values[i * sample.periodsGiven + t]))) rowsUsed++;
  return {
    kind: "effects",
    estimator: `tripleDifference, ${method}, ${control === "never" ? "never" : "not yet"} treated, ${base} base`,
    terms: levels ? [...terms, ...terms.map((t): Term => ({ ...t, scale: "treatedMean" }))] : terms,
    estimate,
    covariance,
    df: new Float64Array(width).fill(compat === "triplediff" ? Number.POSITIVE_INFINITY : atoms - 1),
    clusters: atoms,
    basis: {
      kind: "influence",
      atoms,
      rows,
      stratum: new Int32Array(atoms),
      shares: sharesOf({ groups, group: eligible, w, atom }, atoms, factor),
    },
    use: {
      units: sample.n,
      unitsGiven: panel.units,
      rows: rowsUsed,
      rowsGiven: panel.observed.reduce((sum, v) => sum + v, 0),
    },
    problems,
  };
}
