import type { InfluenceOf } from "./cell-influence.js";
import { sharesByAtom } from "./cluster-shares.js";
import { effectiveSize } from "./effective-size.js";
import { type ObservedRows, observedRows } from "./observed-rows.js";
import type { WaveDesign } from "./wave-design.js";
import { adjustedChange, type EventCell, type EventFit } from "./wave-event.js";
import { weightedMean } from "./weighted-mean.js";

/**
 * Influence by atom where people are independent of one another (strata, weights). With w a row's weight, W₁ and W₀ the arms' weights, m₁
 * and m₀ their adjusted mean changes, and a set's control weights brought to the weight of its treated under observation, a treated row
 * puts in w(Δ − m₁)/W₁ and a control −w(Δ − m₀)/W₀; what a set's controls put in on average is then taken from them and given to its
 * treated, since it is they who decide how much the set weighs. With one set a wave that average is 0 and the formula is Hájek's (Hirano,
 * Imbens & Ridder 2003, doi:10.1111/1468-0262.00442); with strata a treated row's difference is from its own stratum's mean, as of a
 * saturated score. Slopes are carried likewise. Where weights were estimated, each atom's part in θ̂ − θ times the derivative of the cell
 * by θ is added, through the weights of the arms and those of the slopes (Lunceford & Davidian 2004, doi:10.1002/sim.1903).
 *
 * Small samples: `rowFactors`; all but the estimation of weights times √(N/(N − p)) for p slopes, N the effective controls at the event
 * time. Degrees of freedom: Welch's of the arms, each with Bell & McCaffrey's. With `asDid` no factors.
 */
export function unitInfluence(design: WaveDesign, outcome: number, fit: EventFit, asDid: boolean): InfluenceOf {
  const { atoms, estimation, role } = design;
  const { ofRow, joined } = atoms;
  const rows = observedRows(design, outcome, fit);
  const change = changesOf(design, outcome, fit, rows);
  const factor = new Float64Array(rows.row.length);
  const p = fit.slopes.length;
  const P = estimation?.parameters ?? 0;
  const slopeFactor = asDid ? 1 : slopesFactor(fit.weight, p);
  const { byAtom, byParameter } = slopeParts(design, fit, rows);
  const tally = sharesByAtom(atoms.count);
  const controls = new Float64Array(atoms.count);

  return (c) => {
    const cell = fit.cells[c];
    const arms = rowFactors(design, fit, cell, rows, tally, factor);
    if (!arms) return undefined;
    if (asDid) factor.fill(1);
    const column = new Float64Array(atoms.count);
    const derivative = new Float64Array(P);
    controls.fill(0);
    eachPart(design, fit, cell, rows, change, (i, j, r, part) => {
      const own = joined[fit.sets[i]] === 1;
      (own || role[r] === 1 ? column : controls)[ofRow[r]] += part * factor[j];
      for (let k = 0; k < P; k++) derivative[k] += estimation!.relative[r * P + k] * part;
    });
    for (let k = 0; k < P; k++) for (let l = 0; l < p; l++) derivative[k] -= cell.gap[l] * byParameter[l * P + k];
    let treatedVariance = 0;
    let controlVariance = 0;
    for (let a = 0; a < atoms.count; a++) {
      treatedVariance += column[a] * column[a];
      controlVariance += controls[a] * controls[a];
      let v = column[a] + controls[a];
      for (let l = 0; l < p; l++) v -= cell.gap[l] * byAtom[a * p + l];
      v *= slopeFactor;
      for (let k = 0; k < P; k++) v += estimation!.influence[a * P + k] * derivative[k];
      column[a] = v;
    }
    const variance = treatedVariance + controlVariance;
    const over = (treatedVariance * treatedVariance) / arms.treated + (controlVariance * controlVariance) / arms.controls;
    return { column, df: variance > 0 ? (variance * variance) / over : arms.treated, arms };
  };
}

/** Adjusted change of every observed row. */
export function changesOf(design: WaveDesign, outcome: number, fit: EventFit, rows: ObservedRows): Float64Array {
  const change = new Float64Array(rows.row.length);
  for (const { from, to, time } of fit.spans)
    for (let j = rows.from[from]; j < rows.from[to]; j++)
      change[j] = adjustedChange(design, outcome, fit.gamma, rows.row[j], time);
  return change;
}

/** What each observed row j of the set at position i puts into a cell, slopes apart: the derivative of the estimate by its weight, times that. */
export function eachPart(
  { role }: WaveDesign,
  fit: EventFit,
  { from, to, total, scale, att, comparisonMean }: EventCell,
  rows: ObservedRows,
  change: Float64Array,
  visit: (i: number, j: number, r: number, part: number) => void,
): void {
  const treatedMean = att + comparisonMean;
  const shares = total / scale;
  for (let i = from; i < to; i++) {
    let sum = 0;
    for (let j = rows.from[i]; j < rows.from[i + 1]; j++)
      if (rows.index[j] >= 0) sum += fit.weight[rows.index[j]] * (change[j] - comparisonMean);
    for (let j = rows.from[i]; j < rows.from[i + 1]; j++) {
      const r = rows.row[j];
      if (role[r] === 1) {
        visit(i, j, r, (rows.own[j] * (change[j] - treatedMean)) / total - (rows.own[j] / fit.treatedTotal[i]) * (sum / shares));
        continue;
      }
      const deviation = rows.index[j] < 0 ? 0 : fit.weight[rows.index[j]] * (change[j] - comparisonMean);
      visit(i, j, r, ((rows.own[j] / fit.observedTotal[i]) * sum - deviation) / shares);
    }
  }
}

/**
 * Small-sample factors of a cell's rows, and the degrees of freedom of its arms; undefined where an arm has fewer than two atoms. Treated
 * rows, and all rows of a set in one atom, get the factor of the treated's weighted mean, a control that of its set's weighted mean
 * (`weightedMean`). A treated row's difference holds the noise of its set's control mean too, which its controls stand for already: where
 * nobody of the set stands in another, their variance is multiplied by 1 − (Σw²/(Σw)²)(1 − share), w the weights of the set's treated and
 * share theirs of the cell: nothing to take off with one set, nearly all of it with one treated among many sets.
 */
function rowFactors(
  { atoms, role }: WaveDesign,
  fit: EventFit,
  cell: EventCell,
  rows: ObservedRows,
  tally: ReturnType<typeof sharesByAtom>,
  factor: Float64Array,
): { treated: number; controls: number } | undefined {
  const { ofRow, joined, apart } = atoms;
  const shares = cell.total / cell.scale;
  let trace = 0;
  let square = 0;
  let first = -1;
  let several = false;
  for (let i = cell.from; i < cell.to; i++) {
    tally.clear();
    let set = 0;
    let treatedSquares = 0;
    for (let j = rows.from[i]; j < rows.from[i + 1]; j++) {
      if (role[rows.row[j]] === 1) treatedSquares += rows.own[j] * rows.own[j];
      if (rows.index[j] < 0) continue;
      set += fit.weight[rows.index[j]];
      if (first < 0) first = ofRow[rows.row[j]];
      several ||= first !== ofRow[rows.row[j]];
    }
    if (joined[fit.sets[i]] === 1) continue;
    for (let j = rows.from[i]; j < rows.from[i + 1]; j++)
      if (rows.index[j] >= 0) tally.add(ofRow[rows.row[j]], fit.weight[rows.index[j]] / set);
    const facts = weightedMean(tally.shares());
    const mass = fit.treatedTotal[i];
    const kept = apart[fit.sets[i]] === 1 ? 1 - (treatedSquares / (mass * mass)) * (1 - mass / cell.total) : 1;
    const share = (set / shares) * (set / shares) * kept;
    trace += share * facts.trace;
    square += share * share * facts.square;
    for (let j = rows.from[i]; j < rows.from[i + 1]; j++)
      factor[j] = rows.index[j] < 0 ? 1 : facts.factors[tally.place(ofRow[rows.row[j]])] * Math.sqrt(kept);
  }
  tally.clear();
  for (let i = cell.firstTreated; i < cell.lastTreated; i++) tally.add(ofRow[fit.treated[i]], fit.treatedWeight[i] / cell.total);
  if (!several || tally.count() < 2) return undefined;
  const facts = weightedMean(tally.shares());
  for (let i = cell.from; i < cell.to; i++)
    for (let j = rows.from[i]; j < rows.from[i + 1]; j++)
      if (role[rows.row[j]] === 1 || joined[fit.sets[i]] === 1) factor[j] = facts.factors[tally.place(ofRow[rows.row[j]])];
  return {
    treated: (facts.trace * facts.trace) / facts.square,
    controls: square > 0 ? (trace * trace) / square : Number.POSITIVE_INFINITY,
  };
}

/** √(N/(N − p)) for p slopes on N effective rows. */
export function slopesFactor(weight: Float64Array, p: number): number {
  const n = effectiveSize(weight);
  return p > 0 && n > p ? Math.sqrt(n / (n - p)) : 1;
}

/** What each atom puts into the slopes (atoms × slopes), and their derivative by the parameters of the weights (slopes × parameters). */
export function slopeParts({ atoms, estimation, role }: WaveDesign, fit: EventFit, rows: ObservedRows) {
  const p = fit.slopes.length;
  const P = estimation?.parameters ?? 0;
  const byAtom = new Float64Array(atoms.count * p);
  const byParameter = new Float64Array(p * P);
  const relative = estimation?.relative;
  const sum = new Float64Array(p);
  for (let i = 0; p > 0 && i < fit.sets.length; i++) {
    sum.fill(0);
    for (let j = rows.from[i]; j < rows.from[i + 1]; j++)
      if (rows.index[j] >= 0) for (let l = 0; l < p; l++) sum[l] += fit.slopeInfluence[rows.index[j] * p + l];
    for (let j = rows.from[i]; j < rows.from[i + 1]; j++) {
      const r = rows.row[j];
      const at = rows.index[j];
      for (let l = 0; l < p; l++) {
        const part =
          role[r] === 1
            ? (rows.own[j] / fit.treatedTotal[i]) * sum[l]
            : (at < 0 ? 0 : fit.slopeInfluence[at * p + l]) - (rows.own[j] / fit.observedTotal[i]) * sum[l];
        byAtom[atoms.ofRow[r] * p + l] += part;
        if (relative) for (let k = 0; k < P; k++) byParameter[l * P + k] += relative[r * P + k] * part;
      }
    }
  }
  return { byAtom, byParameter };
}
