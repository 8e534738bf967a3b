import type { Panel } from "@kontrafakt/cohort";
import { standardDeviation } from "../balance/balance.js";
import { effectiveSize, isBinary, moments } from "../balance/balance-measures.js";
import { CONTROL, TREATED } from "../comparison.js";
import type { MatchingOptions } from "../options/matching-options.js";
import type { Matched } from "./matched.js";
import type { RiskSet, Variable } from "./risk-set.js";
import { scoreVariables } from "./score-variables.js";

/** How well one of several matches balances what any of them matches on. */
export interface CommonBalance {
  readonly over: number;
  readonly worst: number;
  readonly mean: number;
  readonly covariates: number;
  readonly starters: number;
  readonly effectiveControls: number;
}

/**
 * Balance of several matches of one panel on a common yardstick: over the covariates and history variables that any of them
 * matches on, standardised by the treated SD among everybody at risk in any of them. A specification that leaves a covariate out is
 * held to it all the same, and one that drops unlike starters does not shrink or stretch the scale.
 */
export function commonBalance(panel: Panel, matches: readonly Matched[], threshold: number): CommonBalance[] {
  const rows = commonRows(matches);
  const variables = commonVariables(
    panel,
    rows,
    matches.map((m) => m.options),
  );
  const place = new Map<number, number>();
  const waveAt = new Map<number, number>();
  rows.waves.forEach((g, w) => {
    waveAt.set(g, w);
  });
  rows.unit.forEach((i, r) => {
    place.set(i * rows.waves.length + rows.wave[r], r);
  });
  const everybody = new Float64Array(rows.unit.length).fill(1);
  const scales = variables.map(({ values }) => {
    const groups = { values, treated: rows.treated, weight: everybody };
    const binary = isBinary(values);
    return standardDeviation("treated", moments(groups, TREATED, binary).variance, moments(groups, CONTROL, binary).variance);
  });
  return matches.map(({ comparison }) => {
    const weight = new Float64Array(rows.unit.length);
    const starters = new Set<number>();
    comparison.unit.forEach((i, k) => {
      const w = waveAt.get(comparison.wave[k]) as number;
      weight[place.get(i * rows.waves.length + w) as number] += comparison.weight[k];
      if (comparison.role[k] === TREATED && comparison.weight[k] > 0) starters.add(i);
    });
    const sizes = variables.map(({ values }, j) => {
      const groups = { values, treated: rows.treated, weight };
      const gap = Math.abs(moments(groups, TREATED, false).mean - moments(groups, CONTROL, false).mean);
      return gap === 0 ? 0 : gap / scales[j];
    });
    return {
      over: sizes.filter((size) => !(size <= threshold)).length,
      worst: sizes.reduce((a, b) => Math.max(a, b), 0),
      mean: sizes.length > 0 ? sizes.reduce((a, b) => a + b, 0) / sizes.length : 0,
      covariates: variables.length,
      starters: starters.size,
      effectiveControls: effectiveSize(comparison.weight, (k) => comparison.role[k] === CONTROL, comparison.unit),
    };
  });
}

/** Everybody at risk in any of the matches, by wave, then unit. */
function commonRows(matches: readonly Matched[]): RiskSet {
  const { waves } = matches[0].comparison;
  const treatedAt = new Map<number, number>();
  const units = matches.reduce((most, { atRisk }) => atRisk.unit.reduce((a, b) => Math.max(a, b + 1), most), 0);
  const index = new Map(Array.from(waves, (g, w) => [g, w]));
  for (const { atRisk } of matches)
    atRisk.unit.forEach((i, r) => {
      treatedAt.set((index.get(atRisk.wave[r]) as number) * units + i, atRisk.treated[r]);
    });
  const keys = Float64Array.from(treatedAt.keys()).sort();
  return {
    unit: Int32Array.from(keys, (key) => key % units),
    wave: Int32Array.from(keys, (key) => Math.floor(key / units)),
    treated: Uint8Array.from(keys, (key) => treatedAt.get(key) as number),
    waves,
  };
}

/** What any of the specifications compares people on, each once; a gap moves the windows, so that they are other variables. */
function commonVariables(panel: Panel, rows: RiskSet, specifications: readonly MatchingOptions[]): Variable[] {
  const found = new Map<string, Variable>();
  for (const options of specifications) {
    for (const v of scoreVariables(panel, rows, options).variables) {
      const key = v.outcome === undefined ? v.name : `${v.name} ${options.history.gap}`;
      const known = rows.treated.some((d, r) => d === 1 && !Number.isNaN(v.values[r]));
      if (known && !found.has(key)) found.set(key, v);
    }
  }
  return [...found.values()];
}
