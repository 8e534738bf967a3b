import { fail } from "@kontrafakt/base";
import { ALWAYS, type Measure, NEVER, type Panel } from "@kontrafakt/cohort";
import { messages } from "../messages.js";

/** Units of a balanced panel by when they are first treated. */
export interface BalancedGroups {
  /** Group of each unit; −1 where its sampling weight is 0. */
  readonly of: Int32Array;
  /** Sampling weight of each unit, 1 without. */
  readonly weight: Float64Array;
  /** Ordinal of the first treated period of each group, ascending: `ALWAYS` for whoever is treated throughout, `NEVER` for nobody treated. */
  readonly start: Int32Array;
  /** Index of that period: 0 for `ALWAYS`, the number of periods for `NEVER`. */
  readonly from: Int32Array;
  /** Units and sum of weights of each group. */
  readonly units: Int32Array;
  readonly mass: Float64Array;
}

/** Groups of a panel. @throws KontrafaktError where a unit lacks a value in some period, or fewer than two groups are left */
export function balancedGroups(panel: Panel, measures: readonly Measure[]): BalancedGroups {
  const T = panel.periods.ordinals.length;
  const weight = unitWeights(panel);
  let missing = 0;
  for (let i = 0; i < panel.units; i++) {
    let whole = true;
    for (let at = i * T; at < (i + 1) * T; at++) {
      if (panel.observed[at] !== 1) whole = false;
      for (const { values } of measures) if (Number.isNaN(values[at])) whole = false;
    }
    if (!whole && weight[i] > 0) missing++;
  }
  if (missing > 0) fail("effects/bacon-unbalanced", {}, { count: missing, units: panel.units }, messages);
  const begin = treatedFrom(panel);
  const present = [...new Set(begin.filter((_, i) => weight[i] > 0))].sort((a, b) => a - b);
  const place = new Map(present.map((from, k) => [from, k]));
  const of = begin.map((from, i) => (weight[i] > 0 ? place.get(from)! : -1));
  const units = new Int32Array(present.length);
  const mass = new Float64Array(present.length);
  of.forEach((k, i) => {
    if (k < 0) return;
    units[k]++;
    mass[k] += weight[i];
  });
  if (present.length < 2 || !present.some((t) => t > 0 && t < T)) fail("effects/bacon-one-group", {}, {}, messages);
  const start = Int32Array.from(present, (t) => (t === 0 ? ALWAYS : t === T ? NEVER : panel.periods.ordinals[t]));
  return { of, weight, start, from: Int32Array.from(present), units, mass };
}

/** Index of the first period in which each unit is treated; the number of periods if in none. */
export function treatedFrom(panel: Panel): Int32Array {
  const { ordinals } = panel.periods;
  return panel.firstTreated.map((g) => {
    if (g === ALWAYS) return 0;
    let t = 0;
    while (t < ordinals.length && ordinals[t] < g) t++;
    return t;
  });
}

/** Sampling weights of the units, 1 without. @throws KontrafaktError where one is negative or missing */
export function unitWeights(panel: Panel): Float64Array {
  const weight = panel.samplingWeight ?? new Float64Array(panel.units).fill(1);
  const count = weight.reduce((n, w) => n + (w >= 0 && w < Number.POSITIVE_INFINITY ? 0 : 1), 0);
  if (count > 0) fail("effects/decomposition-weight", {}, { count }, messages);
  return weight;
}

/** A measure by its name. @throws KontrafaktError where there is none */
export function measureNamed(panel: Panel, name: string, option: string): Measure {
  const measure = panel.measures.find((m) => m.name === name);
  if (measure) return measure;
  const names = panel.measures.map((m) => m.name).join(", ");
  return fail("effects/no-outcome", { option }, { name, names }, messages);
}
