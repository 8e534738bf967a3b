import { fail, type Problem, problem } from "@kontrafakt/base";
import { type Measure, NEVER, type Panel } from "@kontrafakt/cohort";
import { crossedLevels, type FixedEffect, numberedLevels } from "../fixed-effects/fixed-effect.js";
import { singletons } from "../fixed-effects/singletons.js";
import { messages } from "../messages.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";
import { runEnd } from "./run-end.js";

/** The rows of one outcome that a regression uses, unit-major. */
export interface RegressionSample {
  readonly n: number;
  /** Index into the panel's units, and position of the period. */
  readonly unit: Int32Array;
  readonly time: Int32Array;
  /** 1 for each unit × period of the panel that is used. */
  readonly mask: Uint8Array;
  readonly effects: readonly FixedEffect[];
  readonly clusters: readonly FixedEffect[];
  readonly problems: readonly Problem[];
}

export function measureNamed(panel: Panel, name: string, option: "outcomes" | "covariates"): Measure {
  const found = panel.measures.find((m) => m.name === name);
  const names = panel.measures.map((m) => m.name).join(", ") || "none";
  const code = option === "outcomes" ? "effects/no-outcome" : "effects/no-measure";
  return found ?? fail(code, { option }, { name, names }, messages);
}

/** Rows under observation with outcome, covariates, fixed effects and a weight above 0, less singletons. */
export function regressionSample(
  panel: Panel,
  plan: { readonly out: Uint8Array; readonly periods: number },
  options: FixedEffectsOptions,
  outcome: Measure,
): RegressionSample {
  const T = panel.periods.ordinals.length;
  const covariates = options.covariates.map((name) => measureNamed(panel, name, "covariates").values);
  const problems: Problem[] = [];
  const mask = new Uint8Array(panel.units * T);
  const needed = [outcome.values, ...covariates];
  let n = 0;
  let observed = 0;
  let given = 0;
  for (let i = 0; i < panel.units; i++) {
    if (plan.out[i] === 1 || (panel.samplingWeight && !(panel.samplingWeight[i] > 0))) continue;
    const from = i * T;
    given += plan.periods;
    observed += markObserved(mask, panel.observed, from, from + plan.periods);
    n += keepKnown(mask, needed, from, from + plan.periods);
  }
  const missing = observed - n;
  if (missing > 0 || n < given) {
    const params = { outcome: outcome.name, unobserved: given - n - missing, missing, rows: given };
    problems.push(problem("effects/rows-left-out", missing > 0 ? "warning" : "note", {}, params));
  }
  let rows = rowsOf(mask, n, T);
  let effects = options.effects.map((name) => levelsOf(panel, name, rows, "effects"));
  const alone = options.singletons === "drop" && !everyPair(effects, n) ? singletons(effects, n) : null;
  if (alone) {
    problems.push(problem("effects/singletons", "note", {}, { outcome: outcome.name, count: alone.count, rows: n }));
    alone.kept.forEach((kept, r) => {
      if (kept === 0) mask[rows.unit[r] * T + rows.time[r]] = 0;
    });
    n -= alone.count;
    rows = rowsOf(mask, n, T);
    effects = options.effects.map((name) => levelsOf(panel, name, rows, "effects"));
  }
  return { n, ...rows, mask, effects, clusters: clustersOf(panel, options, rows, effects), problems };
}

/** Number of rows under observation. */
function markObserved(mask: Uint8Array, observed: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let c = from; c < to; c++) {
    if (observed[c] !== 1) continue;
    mask[c] = 1;
    count++;
  }
  return count;
}

/** Number of marked rows in which nothing is missing; the others lose their mark. */
function keepKnown(mask: Uint8Array, needed: readonly Float64Array[], from: number, to: number): number {
  let count = 0;
  for (let c = from; c < to; c++) {
    for (let j = 0; mask[c] === 1 && j < needed.length; j++) if (Number.isNaN(needed[j][c])) mask[c] = 0;
    count += mask[c];
  }
  return count;
}

/** A measure's values in the rows of a sample. */
export function valuesOf({ values }: Measure, { n, unit, time }: Rows & { readonly n: number }, T: number): Float64Array {
  if (n === values.length) return values.slice();
  const out = new Float64Array(n);
  for (let r = 0; r < n; r++) out[r] = values[unit[r] * T + time[r]];
  return out;
}

/** Whether all units are there in all periods, so that no row is alone. */
function everyPair(effects: readonly FixedEffect[], n: number): boolean {
  const size = (name: string) => effects.find((effect) => effect.name === name)?.levels ?? 0;
  return effects.length === 2 && size("unit") > 1 && size("period") > 1 && n === size("unit") * size("period");
}

interface Rows {
  readonly unit: Int32Array;
  readonly time: Int32Array;
}

export function rowsOf(mask: Uint8Array, n: number, T: number): Rows {
  const unit = new Int32Array(n);
  const time = new Int32Array(n);
  let r = 0;
  for (let c = 0, i = 0; c < mask.length; i++) {
    for (let t = 0; t < T; t++, c++) {
      if (mask[c] !== 1) continue;
      unit[r] = i;
      time[r++] = t;
    }
  }
  return { unit, time };
}

/** Groups counted for small-sample factors: those of `cluster`, periods for neweyWest and driscollKraay, none else. */
function clustersOf(
  panel: Panel,
  { variance, cluster }: FixedEffectsOptions,
  rows: Rows,
  known: readonly FixedEffect[],
): FixedEffect[] {
  const named = (name: string) => known.find((effect) => effect.name === name) ?? levelsOf(panel, name, rows, "cluster");
  if (variance === "cluster") return cluster.map(named);
  return variance === "iid" || variance === "hetero" ? [] : [named("period")];
}

/** Levels of the rows by name: unit, period, a clustering, or two of these with * between. */
export function levelsOf(panel: Panel, name: string, rows: Rows, option: "effects" | "cluster"): FixedEffect {
  if (name === "unit") return numberedLevels(name, rows.unit, panel.units);
  if (name === "period") return numberedLevels(name, rows.time, panel.periods.ordinals.length);
  const clustering = panel.clusterings.find((c) => c.name === name);
  if (clustering) {
    const keys = rows.unit.map((i) => clustering.of[i]);
    const unknown = new Set(rows.unit.filter((_, r) => keys[r] < 0)).size;
    if (unknown > 0) fail("effects/unknown-level-of-unit", { option }, { count: unknown, name }, messages);
    return numberedLevels(name, keys, clustering.count);
  }
  const at = name.indexOf("*");
  if (at > 0 && at < name.length - 1) {
    const first = levelsOf(panel, name.slice(0, at), rows, option);
    return crossedLevels(name, first, levelsOf(panel, name.slice(at + 1), rows, option));
  }
  const names = ["unit", "period", ...panel.clusterings.map((c) => c.name)].join(", ");
  return fail("effects/unknown-levels", { option }, { name, names }, messages);
}

export interface CountedRows {
  /** Groups with rows, treated ones ascending. */
  readonly groups: readonly number[];
  /** Position of a group among all with rows, NEVER the last. */
  readonly place: ReadonlyMap<number, number>;
  /** The same by unit of the panel, −1 for units without rows. */
  readonly ofUnit: Int32Array;
  /** Rows of each group in each period: [place × periods + time]. */
  readonly rows: Float64Array;
}

/** Rows by group and period. */
export function countedRows({ n, unit, time }: RegressionSample, group: Int32Array, T: number): CountedRows {
  const ofUnit = new Int32Array(group.length).fill(-1);
  // Groups as they come, then sorted.
  const seen = new Map<number, number>();
  const counts: Float64Array[] = [];
  for (let r = 0; r < n; ) {
    const i = unit[r];
    let g = seen.get(group[i]);
    if (g === undefined) {
      g = seen.size;
      seen.set(group[i], g);
      counts.push(new Float64Array(T));
    }
    ofUnit[i] = g;
    const end = runEnd(unit, r);
    countTimes(counts[g], time, r, end);
    r = end;
  }
  const sorted = [...seen.keys()].sort((a, b) => a - b);
  const place = new Map(sorted.map((g, i) => [g, i]));
  const rows = new Float64Array(sorted.length * T);
  const final = new Int32Array(seen.size);
  for (const [g, own] of seen) {
    final[own] = place.get(g)!;
    rows.set(counts[own], final[own] * T);
  }
  for (let i = 0; i < ofUnit.length; i++) if (ofUnit[i] >= 0) ofUnit[i] = final[ofUnit[i]];
  return { groups: sorted.filter((g) => g !== NEVER), place, ofUnit, rows };
}

function countTimes(counts: Float64Array, time: Int32Array, from: number, to: number): void {
  for (let r = from; r < to; r++) counts[time[r]]++;
}
