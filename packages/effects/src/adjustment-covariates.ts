import { type Problem, problem } from "@kontrafakt/base";
import type { Measure, Panel } from "@kontrafakt/cohort";
import { type Comparison, periodRange, windowMean } from "@kontrafakt/matching";

/** What an outcome is adjusted for, in order of importance. */
export interface Adjustment {
  readonly covariates: readonly string[];
  /** rows × covariates, each of mean 0 and standard deviation 1 over the matched rows. */
  readonly x: Float64Array;
}

export interface AdjustmentShape {
  readonly panel: Panel;
  readonly comparison: Comparison;
  readonly setStart: Int32Array;
  readonly members: Int32Array;
  readonly sets: number;
  /** Treated rows of all waves. */
  readonly starters: number;
  readonly baseWindow: number;
  readonly adjust: readonly ("score" | "ownHistory")[];
}

/**
 * The linear score, and the outcome's own mean over the base window and over the window before it (both older than the gap). A row without one takes
 * the mean of its set's rows that have it (blind to role, so that it stays fair when roles are permuted), else the mean of all.
 * At most one covariate for every ten treated rows, all waves together since slopes are shared: the last named go first.
 */
export function adjustmentCovariates(shape: AdjustmentShape, measure: Measure, problems: Problem[]): Adjustment {
  const { panel, comparison, baseWindow } = shape;
  const { ordinals } = panel.periods;
  const rows = comparison.unit.length;
  const columns: { name: string; values: Float64Array }[] = [];
  const history = (name: string, from: number, to: number) => {
    const values = new Float64Array(rows);
    for (let r = 0; r < rows; r++) {
      const zero = comparison.wave[r] - comparison.anticipation - comparison.gap;
      values[r] = windowMean(panel, measure.values, comparison.unit[r], periodRange(ordinals, zero + from, zero + to));
    }
    columns.push({ name, values });
  };
  for (const what of new Set(shape.adjust)) {
    if (what === "score") columns.push({ name: "score", values: Float64Array.from(comparison.score) });
    else {
      history("history", -baseWindow, -1);
      history("earlier history", -2 * baseWindow, -baseWindow - 1);
    }
  }
  const allowed = Math.floor(shape.starters / 10);
  const left = columns.splice(allowed).map((c) => c.name);
  if (left.length > 0 && !problems.some((p) => p.code === "effects/covariates-capped")) {
    const params = { starters: shape.starters, allowed, left: left.join(", ") };
    problems.push(problem("effects/covariates-capped", "note", {}, params));
  }
  const kept = columns.filter(({ name, values }) => {
    const missing = imputeBySet(values, shape);
    const varies = standardise(values);
    const where = { outcome: measure.name, covariate: name };
    if (!varies) problems.push(problem("effects/covariate-constant", "note", {}, where));
    else if (missing > 0) problems.push(problem("effects/history-missing", "note", {}, { ...where, rows: missing }));
    return varies;
  });
  const x = new Float64Array(rows * kept.length);
  kept.forEach(({ values }, j) => {
    for (let r = 0; r < rows; r++) x[r * kept.length + j] = values[r];
  });
  return { covariates: kept.map((c) => c.name), x };
}

function imputeBySet(values: Float64Array, { setStart, members, sets }: AdjustmentShape): number {
  const known = values.filter((v) => Number.isFinite(v));
  let all = 0;
  for (const v of known) all += v / known.length;
  for (let s = 0; s < sets; s++) {
    let sum = 0;
    let n = 0;
    for (let i = setStart[s]; i < setStart[s + 1]; i++) {
      if (!Number.isFinite(values[members[i]])) continue;
      sum += values[members[i]];
      n++;
    }
    const fill = n > 0 ? sum / n : all;
    for (let i = setStart[s]; i < setStart[s + 1]; i++) if (!Number.isFinite(values[members[i]])) values[members[i]] = fill;
  }
  return values.length - known.length;
}

/** Mean 0, standard deviation 1, in place; false where the values do not vary. */
function standardise(values: Float64Array): boolean {
  const n = values.length;
  let mean = 0;
  for (const v of values) mean += v / n;
  let square = 0;
  let size = 0;
  for (const v of values) {
    square += (v - mean) * (v - mean);
    size = Math.max(size, Math.abs(v));
  }
  const sd = Math.sqrt(square / n);
  if (!(sd > 1e-10 * size)) return false;
  for (let i = 0; i < n; i++) values[i] = (values[i] - mean) / sd;
  return true;
}
