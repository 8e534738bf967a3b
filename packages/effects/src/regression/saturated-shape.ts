import { NEVER, type Panel } from "@kontrafakt/cohort";
import { nestedIn } from "../fixed-effects/fixed-effect.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";
import type { PreparedRegression } from "./fit-regression.js";
import { measureNamed } from "./regression-sample.js";
import type { TermPlan } from "./term-plan.js";

/** A balanced panel in which every group has a coefficient for each period but its reference, and the never treated are the controls. */
export interface Saturated extends PreparedRegression {
  readonly units: Int32Array;
  readonly T: number;
  /** Periods of the panel. */
  readonly stride: number;
  readonly weight: Float64Array;
  /** Group of each unit: position among the treated, −1 for controls. */
  readonly group: Int32Array;
  readonly groups: number;
  /** Per term its group, time and the group's reference. */
  readonly cell: readonly {
    readonly group: number;
    readonly time: number;
    readonly reference: number;
    readonly after: boolean;
  }[];
  readonly outcomes: readonly { readonly name: string; readonly unit: string; readonly values: Float64Array }[];
  /** Cluster of each unit. */
  readonly atomOf: Int32Array;
}

/** Null where the closed form does not hold. */
export function saturatedShape(
  panel: Panel,
  plan: TermPlan,
  options: FixedEffectsOptions,
  prepared: PreparedRegression,
): Saturated | null {
  const { names, samples, atom } = prepared;
  const { variance, cluster, covariates } = options;
  if (covariates.length > 0 || !["cluster", "iid", "hetero"].includes(variance)) return null;
  if (variance === "cluster" && cluster.length > 1) return null;
  const { sample, terms, hidden } = samples[0];
  if (samples.some((other) => other.sample !== sample) || hidden.size > 0) return null;
  const unit = sample.effects.find(({ name }) => name === "unit");
  const period = sample.effects.find(({ name }) => name === "period");
  if (!unit || !period || sample.effects.length !== 2) return null;
  const T = period.levels;
  // Periods of a balanced panel are the first T.
  if (sample.n !== unit.levels * T || T !== plan.periods || !nestedIn(unit, atom)) return null;
  const units = Int32Array.from({ length: unit.levels }, (_, i) => sample.unit[i * T]);
  const starts = [...new Set(terms.map((t) => t.group!))];
  const place = new Map(starts.map((g, i) => [g, i]));
  const position = new Map(Array.from(panel.periods.ordinals, (ordinal, t) => [ordinal, t]));
  const times = starts.map((g) => new Set(terms.filter((t) => t.group === g).map((t) => position.get(t.time!)!)));
  const references = times.map((own) => Array.from({ length: T }, (_, t) => t).find((t) => !own.has(t))!);
  return {
    ...prepared,
    units,
    T,
    stride: panel.periods.ordinals.length,
    weight: Float64Array.from(units, (i) => panel.samplingWeight?.[i] ?? 1),
    group: units.map((i) => (plan.group[i] === NEVER ? -1 : place.get(plan.group[i])!)),
    groups: starts.length,
    cell: terms.map((t) => {
      const group = place.get(t.group!)!;
      return { group, time: position.get(t.time!)!, reference: references[group], after: t.event! >= -plan.anticipation };
    }),
    outcomes: names.map((name) => {
      const { values, unit: measured } = measureNamed(panel, name, "outcomes");
      return { name, unit: measured, values };
    }),
    atomOf: units.map((_, i) => atom.of[i * T]),
  };
}

/** Mean paths of the groups. */
export interface Paths {
  /** Weighted mean outcome: [(group + 1) × T + t], controls first. */
  readonly mean: Float64Array;
  /** Weight of each group, controls first. */
  readonly total: Float64Array;
}

export function meanPaths({ units, T, stride, group, groups }: Saturated, values: Float64Array, weight: Float64Array): Paths {
  const mean = new Float64Array((groups + 1) * T);
  const total = new Float64Array(groups + 1);
  for (let i = 0; i < units.length; i++) {
    const w = weight[i];
    const at = (group[i] + 1) * T;
    const from = units[i] * stride;
    total[group[i] + 1] += w;
    for (let t = 0; t < T; t++) mean[at + t] += w * values[from + t];
  }
  for (let g = 0; g <= groups; g++) for (let t = 0; t < T; t++) mean[g * T + t] /= total[g];
  return { mean, total };
}

export function coefficients({ cell, T }: Saturated, { mean }: Paths): number[] {
  return cell.map(({ group, time, reference }) => {
    const own = (group + 1) * T;
    return mean[own + time] - mean[own + reference] - (mean[time] - mean[reference]);
  });
}
