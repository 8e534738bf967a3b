import { NEVER, type Panel } from "@kontrafakt/cohort";
import type { SampleUse } from "../../effects-value.js";
import type { AttGtOptions } from "../../options/att-gt-options.js";
import type { AttGtCell } from "../att-gt-cells.js";
import type { AttGtSample } from "../att-gt-sample.js";
import { cellKeys } from "../cell-keys.js";
import type { CellBlock, CellSource } from "../cell-source.js";
import { controlGroups, membersByGroup } from "../members.js";

interface Wanted {
  readonly term: number;
  readonly outcome: number;
  readonly cell: AttGtCell;
}

/**
 * The units of a panel, each with its change from base to period. Where all are observed throughout, the cells of a group with the same
 * controls and covariates are one block; else each cell has its own units: those with a value in its period and in its base.
 */
export function panelSource(panel: Panel, sample: AttGtSample, cells: readonly AttGtCell[], options: AttGtOptions): CellSource {
  const { n, unit, group, periods, outcomes, atom, w, complete } = sample;
  const T = panel.periods.ordinals.length;
  let lists: ReadonlyMap<number, Int32Array> | undefined;
  const plans = new Map<string, Wanted[]>();
  const keys = cellKeys(outcomes, cells, periods);
  keys.forEach((key, term) => {
    if (key.empty) return;
    const outcome = Math.floor(term / cells.length);
    const cell = cells[term % cells.length];
    const parts = [
      cell.group,
      controlGroups(cell, sample.groups, options.control).join(","),
      covariatePeriod(cell, options, sample),
      key.reference ? "reference" : "",
    ];
    const plan = complete ? parts.join("/") : [...parts, outcome, cell.time, cell.window.join(",")].join("/");
    plans.set(plan, [...(plans.get(plan) ?? []), { term, outcome, cell }]);
  });
  const used = complete ? undefined : new Uint8Array(n * periods.length);
  return {
    keys,
    outcomes: outcomes.map(({ measure }) => measure),
    covariates: sample.covariates,
    atoms: sample.atoms,
    stratum: new Int32Array(sample.atoms),
    *blocks(weights) {
      for (const wanted of plans.values()) yield block(wanted, weights);
    },
    shares: { groups: sample.groups, group, w, atom },
    whole: complete,
    use: (): SampleUse => {
      const rows = used ? used.reduce((sum, v) => sum + v, 0) : n * periods.length;
      let units = n;
      if (used) {
        units = 0;
        for (let i = 0; i < n; i++) if (used.subarray(i * periods.length, (i + 1) * periods.length).includes(1)) units++;
      }
      return { units, unitsGiven: panel.units, rows, rowsGiven: observedRows(panel) };
    },
    problems: sample.problems,
  };

  function block(wanted: readonly Wanted[], weights?: Float64Array): CellBlock {
    const { cell, outcome } = wanted[0];
    const from = covariatePeriod(cell, options, sample);
    const values = outcomes[outcome].measure.values;
    const keep = (i: number): boolean => {
      if (complete) return true;
      const at = unit[i] * T;
      if (Number.isNaN(values[at + cell.time]) || Number.isNaN(baseOf(values, at, cell.window))) return false;
      return sample.varying.every((measure) => !Number.isNaN(measure.values[at + from]));
    };
    const sides = [[cell.group], [...controlGroups(cell, sample.groups, options.control), NEVER]];
    lists ??= membersByGroup(group);
    const members = lists;
    let most = 0;
    for (const side of sides) for (const g of side) most += members.get(g)?.length ?? 0;
    const room = new Int32Array(most);
    let m = 0;
    let treated = 0;
    sides.forEach((side, s) => {
      for (const g of side)
        for (const i of members.get(g) ?? []) if (w[i] > 0 && !(weights && weights[atom[i]] <= 0) && keep(i)) room[m++] = i;
      if (s === 0) treated = m;
    });
    const place = room.subarray(0, m);
    const R = wanted.length;
    // A base less itself is 0 whatever the covariates allow.
    const fixed = cell.reference ? 1 : sample.k;
    const k = cell.reference ? 1 : sample.k + sample.varying.length;
    const x = new Float64Array(m * k);
    const own = new Float64Array(m);
    const d = new Uint8Array(m).fill(1, 0, treated);
    const y = new Float64Array(m * R);
    const level = new Float64Array(m * R);
    for (let r = 0; r < m; r++) {
      const i = place[r];
      const at = unit[i] * T;
      own[r] = w[i] * (weights?.[atom[i]] ?? 1);
      for (let j = 0; j < fixed; j++) x[r * k + j] = sample.x[i * sample.k + j];
      for (let j = fixed; j < k; j++) x[r * k + j] = sample.varying[j - fixed].values[at + from];
      for (let c = 0; c < R; c++) {
        const v = outcomes[wanted[c].outcome].measure.values;
        level[r * R + c] = v[at + wanted[c].cell.time];
        y[r * R + c] = level[r * R + c] - baseOf(v, at, wanted[c].cell.window);
      }
      if (!used) continue;
      used[i * periods.length + cell.time] = 1;
      for (const t of cell.window) if (!Number.isNaN(values[at + t])) used[i * periods.length + t] = 1;
    }
    return {
      terms: Int32Array.from(wanted, ({ term }) => term),
      share: 1,
      rows: { n: m, d, w: own, x, k },
      atom: place.map((i) => atom[i]),
      place,
      y,
      level,
    };
  }
}

/** Unit-periods under observation. */
export function observedRows({ observed }: Panel): number {
  let rows = observed.length;
  for (let at = observed.indexOf(0); at >= 0; at = observed.indexOf(0, at + 1)) rows--;
  return rows;
}

/** Mean of what is observed of the base window. */
export function baseOf(values: Float64Array, at: number, window: Int32Array): number {
  if (window.length === 1) return values[at + window[0]];
  let sum = 0;
  let count = 0;
  for (const t of window) {
    if (Number.isNaN(values[at + t])) continue;
    sum += values[at + t];
    count++;
  }
  return sum / count;
}

/** Period whose value of a time-varying covariate counts; 0 where there is none. */
export function covariatePeriod(
  { time, window }: AttGtCell,
  { covariatesFrom }: AttGtOptions,
  { varying }: Pick<AttGtSample, "varying">,
): number {
  if (varying.length === 0) return 0;
  const base = window[window.length - 1];
  return covariatesFrom === "base" ? base : Math.min(base, time);
}
