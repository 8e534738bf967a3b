import { fail, type Problem, problem } from "@kontrafakt/base";
import { type CrossSections, NEVER, type Panel } from "@kontrafakt/cohort";
import { messages } from "../../messages.js";
import type { AttGtOptions } from "../../options/att-gt-options.js";
import { observedValues } from "../att-gt-sample.js";
import { attGtScope, covariatesNamed, outcomesNamed, samplingWeights, tellByGroup, treatedGroups } from "../att-gt-scope.js";
import type { ShareSample } from "../cell-source.js";
import { observedRows } from "../panel/panel-source.js";
import { sampleClusters } from "../sample-clusters.js";

/** Rows of people in periods, as if each period had other people. */
export interface SectionSample {
  readonly rows: number;
  /** Index into the periods. */
  readonly period: Int32Array;
  readonly group: Int32Array;
  readonly groups: Int32Array;
  readonly periods: Int32Array;
  /** One value a row, NaN missing. */
  readonly outcomes: readonly { readonly name: string; readonly unit: string; readonly values: Float64Array }[];
  readonly covariates: readonly string[];
  /** rows × k with a leading constant. */
  readonly x: Float64Array;
  readonly k: number;
  readonly w: Float64Array;
  readonly atom: Int32Array;
  readonly atoms: number;
  readonly shares: ShareSample;
  readonly given: { readonly units: number; readonly rows: number };
  /** Unit of each row; the row itself where people are not followed. */
  readonly unit: Int32Array;
  readonly problems: readonly Problem[];
}

/** Rows of repeated cross-sections that stay. @throws KontrafaktError where nothing can be estimated or a name is unknown */
export function sectionSample(data: CrossSections, options: AttGtOptions): SectionSample {
  refuseVarying(options);
  const { incomplete } = options;
  if (incomplete === "full" || incomplete === "pairwise")
    fail("effects/sections-incomplete", { option: "incomplete" }, { incomplete }, messages);
  const { periods, group, always, problems } = attGtScope(data.firstTreated, data.periods.ordinals, options);
  const outcomes = outcomesNamed(data.measures, options.outcomes);
  const chosen = covariatesNamed(data.covariates, options.covariates);
  const lost = { always: 0, weightless: [] as number[], covariate: [] as number[], outcome: [] as number[] };
  const kept: number[] = [];
  for (let i = 0; i < data.rows; i++) {
    if (data.period[i] >= periods.length) continue;
    if (group[i] <= always) lost.always++;
    else if (data.samplingWeight?.[i] === 0) lost.weightless.push(i);
    else if (chosen.some(({ values }) => Number.isNaN(values[i]))) lost.covariate.push(i);
    else if (outcomes.every(({ measure }) => Number.isNaN(measure.values[i]))) lost.outcome.push(i);
    else kept.push(i);
  }
  if (lost.always > 0) problems.push(problem("effects/always-treated", "warning", {}, { count: lost.always }));
  tellByGroup(problems, "effects/weightless", undefined, lost.weightless, group);
  tellByGroup(problems, "effects/covariate-missing", "covariates", lost.covariate, group);
  tellByGroup(problems, "effects/without-outcome", undefined, lost.outcome, group);
  const row = Int32Array.from(kept);
  const own = row.map((i) => group[i]);
  const w = samplingWeights(data.samplingWeight, row);
  const clusters = sampleClusters(data.clusterings, options.cluster, row);
  const groups = treatedGroups(own, periods);
  return {
    rows: row.length,
    period: row.map((i) => data.period[i]),
    group: own,
    groups,
    periods,
    outcomes: outcomes.map(({ name, unit, measure }) => ({
      name,
      unit,
      values: Float64Array.from(row, (i) => measure.values[i]),
    })),
    covariates: chosen.map(({ name }) => name),
    ...design(
      row,
      chosen.map(({ values }) => values),
    ),
    w,
    ...clusters,
    shares: { groups, group: own, w, atom: clusters.atom, apart: row.map((i) => data.period[i]) },
    given: { units: data.rows, rows: data.rows },
    unit: row.map((_, r) => r),
    problems,
  };
}

/** Every row of a panel that holds an outcome; units are clusters, and shares of groups are those of units. */
export function sectionsOfPanel(panel: Panel, options: AttGtOptions): SectionSample {
  refuseVarying(options);
  const { periods, group, always, problems } = attGtScope(panel.firstTreated, panel.periods.ordinals, options);
  const outcomes = outcomesNamed(panel.measures, options.outcomes).map((o) => ({
    ...o,
    values: observedValues(panel, o.measure),
  }));
  const chosen = covariatesNamed(panel.covariates, options.covariates);
  const T = panel.periods.ordinals.length;
  const lost = {
    always: 0,
    weightless: [] as number[],
    covariate: [] as number[],
    gaps: [] as number[],
    outcome: [] as number[],
  };
  const [unit, at, place]: number[][] = [[], [], []];
  for (let i = 0; i < panel.units; i++) {
    if (group[i] <= always) {
      lost.always++;
      continue;
    }
    if (panel.samplingWeight?.[i] === 0) {
      lost.weightless.push(i);
      continue;
    }
    if (chosen.some(({ values }) => Number.isNaN(values[i]))) {
      lost.covariate.push(i);
      continue;
    }
    const before = at.length;
    for (let t = 0; t < periods.length; t++) {
      if (outcomes.every(({ values }) => Number.isNaN(values[i * T + t]))) continue;
      at.push(i * T + t);
      place.push(unit.length);
    }
    if (at.length > before) unit.push(i);
    if (at.length === before) lost.outcome.push(i);
    else if (at.length < before + periods.length) lost.gaps.push(i);
  }
  if (lost.always > 0) problems.push(problem("effects/always-treated", "warning", {}, { count: lost.always }));
  tellByGroup(problems, "effects/weightless", undefined, lost.weightless, group);
  tellByGroup(problems, "effects/covariate-missing", "covariates", lost.covariate, group);
  tellByGroup(problems, "effects/without-outcome", undefined, lost.outcome, group);
  tellByGroup(problems, "effects/as-cross-sections", "incomplete: crossSection", lost.gaps, group);
  const units = Int32Array.from(unit);
  const own = units.map((i) => group[i]);
  const w = samplingWeights(panel.samplingWeight, units);
  const { atom, atoms } = sampleClusters(panel.clusterings, options.cluster, units);
  const groups = treatedGroups(own, periods);
  return {
    rows: at.length,
    period: Int32Array.from(at, (c) => c % T),
    group: Int32Array.from(place, (r) => own[r]),
    groups,
    periods,
    outcomes: outcomes.map(({ name, unit: measured, values }) => ({
      name,
      unit: measured,
      values: Float64Array.from(at, (c) => values[c]),
    })),
    covariates: chosen.map(({ name }) => name),
    ...design(
      Int32Array.from(at, (c) => Math.floor(c / T)),
      chosen.map(({ values }) => values),
    ),
    w: Float64Array.from(place, (r) => w[r]),
    atom: Int32Array.from(place, (r) => atom[r]),
    atoms,
    shares: { groups, group: own, w, atom },
    given: { units: panel.units, rows: observedRows(panel) },
    unit: Int32Array.from(place),
    problems,
  };
}

function design(from: Int32Array, covariates: readonly Float64Array[]): { readonly x: Float64Array; readonly k: number } {
  const k = covariates.length + 1;
  const x = new Float64Array(from.length * k);
  from.forEach((i, r) => {
    x[r * k] = 1;
    for (let j = 1; j < k; j++) x[r * k + j] = covariates[j - 1][i];
  });
  return { x, k };
}

/** Nobody is followed from base to period, so there is no value at the base to take. */
function refuseVarying({ timeVarying }: AttGtOptions): void {
  if (timeVarying.length > 0)
    fail("effects/time-varying-rows", { option: "timeVarying" }, { covariates: timeVarying.join(", ") }, messages);
}

/** The never treated first, then by start: rows of a group in a period. */
export function rowsByGroup({ group, period, periods, rows }: SectionSample): ReadonlyMap<number, readonly Int32Array[]> {
  const lists = new Map<number, number[][]>([[NEVER, Array.from(periods, () => [])]]);
  for (let r = 0; r < rows; r++) {
    let own = lists.get(group[r]);
    if (!own) {
      own = Array.from(periods, () => []);
      lists.set(group[r], own);
    }
    own[period[r]].push(r);
  }
  return new Map([...lists].map(([g, list]) => [g, list.map((one) => Int32Array.from(one))]));
}
