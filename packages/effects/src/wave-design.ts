import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Measure, Panel } from "@kontrafakt/cohort";
import { type Comparison, periodRange, windowMean } from "@kontrafakt/matching";
import { type Adjustment, adjustmentCovariates } from "./adjustment-covariates.js";
import { type Atoms, atomsOf } from "./atoms.js";
import { type EstimatedWeights, estimatedWeights } from "./estimated-weights.js";
import { allowedClusterings } from "./inference/allowed-clusterings.js";
import { messages } from "./messages.js";
import type { EffectsOptions } from "./options/effects-options.js";
import { periodIndex } from "./period-index.js";

/** One outcome of matched rows: change from the row's own base, and what it is adjusted for. */
export interface WaveOutcome extends Adjustment {
  readonly name: string;
  readonly unit: string;
  /** units × periods, NaN where not observed. */
  readonly values: Float64Array;
  /** One a row: what its change is counted from; NaN where the base window holds nothing. */
  readonly base: Float64Array;
}

/** Matched rows laid out for estimation: data only, so that it can go to a worker. */
export interface WaveDesign {
  readonly kind: "wave-design";
  readonly rows: number;
  readonly sets: number;
  /** Ordinals of the panel's periods. */
  readonly periods: Int32Array;
  /** Ordinals of the waves. */
  readonly waves: Int32Array;
  readonly unit: Int32Array;
  readonly role: Uint8Array;
  /** Sets ordered by wave: `order[waveStart[g] .. waveStart[g+1]]`. */
  readonly order: Int32Array;
  readonly waveStart: Int32Array;
  readonly setWave: Int32Array;
  /** Rows of set s, in their original order: `members[setStart[s] .. setStart[s+1]]`. */
  readonly setStart: Int32Array;
  readonly members: Int32Array;
  /** Matching weight of each row. */
  readonly weight: Float64Array;
  /** One a set: mean weight of its treated. */
  readonly treatedWeight: Float64Array;
  /** First ordinal at which each row no longer counts. */
  readonly until: Int32Array;
  /** rows × waves: probability of not having started by each wave. */
  readonly uncensored: Float64Array;
  /** Index of the last wave referred by each period; −1 before the first. */
  readonly lastWave: Int32Array;
  readonly outcomes: readonly WaveOutcome[];
  readonly independence: "set" | "unit";
  readonly atoms: Atoms;
  /** How the weights were estimated, where they are not held fixed. */
  readonly estimation?: EstimatedWeights;
  readonly anticipation: number;
  readonly gap: number;
  readonly historyUsed: number;
  readonly baseWindow: number;
  readonly problems: readonly Problem[];
}

/** Lays a comparison out by set and wave, with changes from base, censoring weights and adjustment covariates. */
export function waveDesign(
  panel: Panel,
  comparison: Comparison,
  options: EffectsOptions,
  outcomes: readonly string[],
): WaveDesign {
  const rows = comparison.unit.length;
  if (rows === 0) fail("effects/no-sets", {}, {}, messages);
  const { order, waveStart, setWave, setStart, members, sets } = layout(comparison);
  const problems: Problem[] = [];
  const ordinals = panel.periods.ordinals;
  const lastWave = lastReferred(comparison, ordinals);
  checkCensoring(comparison, ordinals, lastWave, problems);
  const measures = outcomes.map((name) => {
    const measure = panel.measures.find((m) => m.name === name);
    if (!measure) return fail("effects/no-outcome", {}, { name, names: panel.measures.map((m) => m.name).join(", ") }, messages);
    return measure;
  });
  const starters = comparison.role.reduce((n, role, r) => n + (role === 1 && comparison.weight[r] > 0 ? 1 : 0), 0);
  const shape = {
    panel,
    comparison,
    setStart,
    members,
    sets,
    starters,
    baseWindow: options.baseWindow,
    adjust: options.adjust,
  };
  problems.push(...allowedClusterings(panel, options.cluster));
  const independence = { cluster: options.cluster, crossing: options.inference.crossing };
  const atoms = atomsOf(panel, comparison, { sets, setStart, members, setWave }, independence, problems);
  return {
    kind: "wave-design",
    rows,
    sets,
    periods: ordinals,
    waves: comparison.waves,
    unit: comparison.unit,
    role: comparison.role,
    order,
    waveStart,
    setWave,
    setStart,
    members,
    weight: comparison.weight,
    treatedWeight: treatedWeights(comparison, sets),
    until: comparison.until,
    uncensored: comparison.uncensored,
    lastWave,
    outcomes: measures.map((measure) => ({
      name: measure.name,
      unit: measure.unit,
      values: observedValues(panel, measure),
      base: bases(panel, comparison, measure, options.baseWindow, problems),
      ...adjustmentCovariates(shape, measure, problems),
    })),
    independence: comparison.independence,
    atoms,
    ...(comparison.estimation && { estimation: estimatedWeights(comparison, atoms) }),
    anticipation: comparison.anticipation,
    gap: comparison.gap,
    historyUsed: comparison.historyUsed,
    baseWindow: options.baseWindow,
    problems,
  };
}

function layout(comparison: Comparison) {
  const rows = comparison.unit.length;
  let sets = 0;
  for (let r = 0; r < rows; r++) sets = Math.max(sets, comparison.set[r] + 1);
  const setStart = new Int32Array(sets + 1);
  for (let r = 0; r < rows; r++) setStart[comparison.set[r] + 1]++;
  for (let s = 0; s < sets; s++) setStart[s + 1] += setStart[s];
  const members = new Int32Array(rows);
  const next = setStart.slice(0, sets);
  const setWave = new Int32Array(sets);
  const waveOf = periodIndex(comparison.waves);
  for (let r = 0; r < rows; r++) {
    members[next[comparison.set[r]]++] = r;
    setWave[comparison.set[r]] = waveOf.get(comparison.wave[r]) ?? -1;
  }
  const waves = comparison.waves.length;
  const waveStart = new Int32Array(waves + 1);
  const order = new Int32Array(sets);
  let at = 0;
  for (let g = 0; g < waves; g++) {
    for (let s = 0; s < sets; s++) if (setWave[s] === g) order[at++] = s;
    waveStart[g + 1] = at;
  }
  return { order, waveStart, setWave, setStart, members, sets };
}

/** A control of wave k's referral leaves at k − anticipation. */
function lastReferred({ waves, anticipation }: Comparison, ordinals: Int32Array): Int32Array {
  let last = -1;
  return ordinals.map((t) => {
    while (last + 1 < waves.length && waves[last + 1] - anticipation <= t) last++;
    return last;
  });
}

function checkCensoring(comparison: Comparison, ordinals: Int32Array, lastWave: Int32Array, problems: Problem[]): void {
  const waves = comparison.waves.length;
  let broken = 0;
  for (let r = 0; r < comparison.unit.length; r++) {
    let last = -1;
    for (let t = 0; t < ordinals.length && ordinals[t] < comparison.until[r]; t++) last = lastWave[t];
    let fine = true;
    for (let g = 0; g <= last; g++) fine &&= comparison.uncensored[r * waves + g] > 0;
    if (!fine) broken++;
  }
  if (broken > 0) problems.push(problem("effects/censoring-probability", "warning", {}, { rows: broken }));
}

/**
 * Inverse probability that row r is still a comparison in period index t: 1 / P(not referred by then), 1 for treated rows; 0 once it has
 * been referred, or where that probability is not positive.
 */
export function inverseCensoring({ until, uncensored, lastWave, periods, waves }: WaveDesign, r: number, t: number): number {
  if (periods[t] >= until[r]) return 0;
  const last = lastWave[t];
  const p = last < 0 ? 1 : uncensored[r * waves.length + last];
  return p > 0 ? 1 / p : 0;
}

function treatedWeights(comparison: Comparison, sets: number): Float64Array {
  const sum = new Float64Array(sets);
  const count = new Int32Array(sets);
  comparison.role.forEach((role, r) => {
    if (role !== 1 || !(comparison.weight[r] > 0)) return;
    sum[comparison.set[r]] += comparison.weight[r];
    count[comparison.set[r]]++;
  });
  return sum.map((v, s) => (count[s] > 0 ? v / count[s] : 1));
}

/** The measure itself where it is missing wherever nobody was observed. */
function observedValues(panel: Panel, measure: Measure): Float64Array {
  const { values } = measure;
  if (values.every((v, at) => panel.observed[at] === 1 || Number.isNaN(v))) return values;
  return values.map((v, at) => (panel.observed[at] === 1 ? v : Number.NaN));
}

function bases(panel: Panel, comparison: Comparison, measure: Measure, baseWindow: number, problems: Problem[]): Float64Array {
  const { ordinals } = panel.periods;
  const ranges = new Map(
    Array.from(comparison.waves, (wave) => {
      const end = wave - comparison.anticipation - comparison.gap;
      return [wave, periodRange(ordinals, end - baseWindow, end - 1)];
    }),
  );
  let without = 0;
  const out = Float64Array.from(comparison.unit, (unit, r) => {
    const mean = windowMean(panel, measure.values, unit, ranges.get(comparison.wave[r])!);
    if (Number.isNaN(mean) && comparison.role[r] === 1 && comparison.weight[r] > 0) without++;
    return mean;
  });
  if (without > 0) problems.push(problem("effects/no-base", "warning", {}, { outcome: measure.name, sets: without }));
  return out;
}
