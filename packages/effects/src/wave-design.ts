import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Measure, Panel } from "@kontrafakt/cohort";
import { type Comparison, periodRange, windowMean } from "@kontrafakt/matching";
import { type Adjustment, adjustmentCovariates } from "./adjustment-covariates.js";
import { type Atoms, atomsOfSets } from "./atoms.js";
import { messages } from "./messages.js";
import type { EffectsOptions } from "./options/effects-options.js";
import { periodIndex } from "./period-index.js";

/** One outcome of matched rows: change from the row's own base, and what it is adjusted for. */
export interface WaveOutcome extends Adjustment {
  readonly name: string;
  readonly unit: string;
  /** rows × periods: outcome less the row's base; NaN where either is not observed. */
  readonly delta: Float64Array;
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
  /** rows × periods: inverse probability of still being a comparison (1 for treated rows), 0 from `until` on. */
  readonly inverseCensoring: Float64Array;
  readonly outcomes: readonly WaveOutcome[];
  readonly atoms: Atoms;
  readonly anticipation: number;
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
  const inverseCensoring = censoringWeights(comparison, ordinals, problems);
  const measures = outcomes.map((name) => {
    const measure = panel.measures.find((m) => m.name === name);
    if (!measure) return fail("effects/no-outcome", {}, { name, names: panel.measures.map((m) => m.name).join(", ") }, messages);
    return measure;
  });
  const starters = comparison.role.reduce((n, role) => n + role, 0);
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
  return {
    kind: "wave-design",
    rows,
    sets,
    periods: ordinals,
    waves: comparison.waves,
    role: comparison.role,
    order,
    waveStart,
    setWave,
    setStart,
    members,
    weight: comparison.weight,
    inverseCensoring,
    outcomes: measures.map((measure) => ({
      name: measure.name,
      unit: measure.unit,
      delta: changes(panel, comparison, measure, options.baseWindow, problems),
      ...adjustmentCovariates(shape, measure, problems),
    })),
    atoms: atomsOfSets(panel, comparison, { sets, setWave, waves: comparison.waves.length }, options.cluster, problems),
    anticipation: comparison.anticipation,
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

/** 1 / P(not yet referred by t): a control of wave k's referral leaves at k − anticipation. 0 once it has, or where that probability is not positive. */
function censoringWeights(comparison: Comparison, ordinals: Int32Array, problems: Problem[]): Float64Array {
  const rows = comparison.unit.length;
  const waves = comparison.waves.length;
  const out = new Float64Array(rows * ordinals.length);
  const broken = new Set<number>();
  for (let t = 0; t < ordinals.length; t++) {
    let last = -1;
    while (last + 1 < waves && comparison.waves[last + 1] - comparison.anticipation <= ordinals[t]) last++;
    for (let r = 0; r < rows; r++) {
      if (ordinals[t] >= comparison.until[r]) continue;
      const p = last < 0 ? 1 : comparison.uncensored[r * waves + last];
      if (p > 0) out[r * ordinals.length + t] = 1 / p;
      else broken.add(r);
    }
  }
  if (broken.size > 0) problems.push(problem("effects/censoring-probability", "warning", {}, { rows: broken.size }));
  return out;
}

function changes(panel: Panel, comparison: Comparison, measure: Measure, baseWindow: number, problems: Problem[]): Float64Array {
  const ordinals = panel.periods.ordinals;
  const periods = ordinals.length;
  const rows = comparison.unit.length;
  const delta = new Float64Array(rows * periods).fill(Number.NaN);
  let without = 0;
  for (let r = 0; r < rows; r++) {
    const unit = comparison.unit[r];
    const zero = comparison.wave[r] - comparison.anticipation;
    const base = windowMean(panel, measure.values, unit, periodRange(ordinals, zero - baseWindow, zero - 1));
    if (Number.isNaN(base)) {
      if (comparison.role[r] === 1) without++;
      continue;
    }
    for (let t = 0; t < periods; t++) {
      const at = unit * periods + t;
      if (panel.observed[at] === 1) delta[r * periods + t] = measure.values[at] - base;
    }
  }
  if (without > 0) problems.push(problem("effects/no-base", "warning", {}, { outcome: measure.name, sets: without }));
  return delta;
}
