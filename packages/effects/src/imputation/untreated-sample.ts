import { fail, type Problem, problem } from "@kontrafakt/base";
import { ALWAYS, type Measure, NEVER, type Panel } from "@kontrafakt/cohort";
import { type BlockDesign, type BlockSystem, FITTED, rankOf, unitBlocks } from "../fixed-effects/unit-blocks.js";
import { unidentifiedRows } from "../fixed-effects/unit-blocks-identified.js";
import { allowedClusterings } from "../inference/allowed-clusterings.js";
import { messages } from "../messages.js";
import { atomsOf, blocksNested, blocksOf } from "./blocks-of.js";
import type { ModelOptions } from "./model-options.js";
import { droppedProblems, unidentifiedProblems } from "./sample-problems.js";

/** State of a row whose untreated outcome is to be imputed; `FITTED` is an untreated row, 0 no part. */
export const IMPUTED = 2;

/** An outcome with the model of what it is without treatment. */
export interface UntreatedModel {
  readonly name: string;
  readonly unit: string;
  /** Less `level`, which the model's effects take up: a large mean would cost digits. */
  readonly values: Float64Array;
  readonly level: number;
  readonly system: BlockSystem;
}

/** A panel made ready for estimators that fit a model to untreated rows. Rows are unit-major. */
export interface UntreatedSample {
  readonly units: number;
  readonly ordinals: Int32Array;
  /** Starts, ascending; `NEVER` last where there are such units. */
  readonly cohorts: Int32Array;
  /** Place of each unit in `cohorts`; units treated from before time are `ALWAYS` and have no part (−1). */
  readonly cohort: Int32Array;
  readonly models: readonly UntreatedModel[];
  /** Cluster of each unit, dense over those with a row in any model; −1 for others. */
  readonly atom: Int32Array;
  readonly atoms: number;
  /** Whether each block of the model lies in one cluster: its score is then 0, and influence needs no block effects. */
  readonly nested: boolean;
  readonly rows: number;
  readonly rowsGiven: number;
  readonly usedUnits: number;
  readonly problems: readonly Problem[];
}

/** @throws KontrafaktError on unknown names, negative weights, effects the model cannot have, or where nobody is treated or untreated */
export function untreatedSample(panel: Panel, options: ModelOptions): UntreatedSample {
  const problems: Problem[] = [];
  const ordinals = panel.periods.ordinals;
  const T = ordinals.length;
  const weight = panel.samplingWeight ?? new Float64Array(panel.units).fill(1);
  const wrong = weight.reduce((n, w) => n + (w >= 0 && w < Number.POSITIVE_INFINITY ? 0 : 1), 0);
  if (wrong > 0) fail("effects/imputation-weight", {}, { count: wrong }, messages);
  const { block, blocks } = blocksOf(panel, options.effects, problems);
  const covariates = options.covariates.map((name) => named(panel.measures, name, "covariates").values);
  const outcomes = (options.outcomes ?? panel.measures.map((m) => m.name).filter((n) => !options.covariates.includes(n))).map(
    (n) => named(panel.measures, n, "outcomes"),
  );
  const starts = [...new Set(panel.firstTreated)].filter((g) => g !== ALWAYS).sort((a, b) => a - b);
  const place = new Map(starts.map((g, c) => [g, c]));
  const cohort = Int32Array.from(panel.firstTreated, (g) => place.get(g) ?? -1);
  const always = cohort.reduce((n, c) => n + (c < 0 ? 1 : 0), 0);
  if (always > 0) problems.push(problem("effects/imputation-always", "note", {}, { count: always }));
  const trend = options.unitTrends ? { trend: ordinals } : {};
  const periodEffects = options.effects.includes("period");
  const design = { units: panel.units, periods: T, block, blocks, weight, periodEffects, covariates, ...trend };
  const made: { readonly given: Uint8Array; readonly why: Uint8Array; readonly system: BlockSystem }[] = [];
  const models = outcomes.map((outcome): UntreatedModel => {
    const given = statesOf(panel, outcome, covariates, weight, block, options.anticipation, problems);
    let one = made.find((m) => equal(m.given, given));
    if (!one) {
      if (!given.includes(FITTED)) fail("effects/imputation-no-untreated", {}, { outcome: outcome.name }, messages);
      one = { given, ...identifiedSystem({ ...design, state: given }) };
      made.push(one);
    }
    const { system, why } = one;
    problems.push(
      ...unidentifiedProblems(outcome.name, why, system),
      ...droppedProblems(outcome.name, system, options.covariates),
    );
    if (rankOf(system) >= system.rows)
      problems.push(problem("effects/imputation-saturated", "warning", {}, { outcome: outcome.name }));
    if (!system.state.includes(IMPUTED)) fail("effects/imputation-no-treated", {}, { outcome: outcome.name }, messages);
    const level = options.effects.length > 0 ? outcome.values[system.state.indexOf(FITTED)] : 0;
    const values = outcome.values.map((v) => v - level);
    return { name: outcome.name, unit: outcome.unit, values, level, system };
  });
  const used = usedRows(models, panel.units, T);
  const { atom, atoms } = atomsOf(panel, options.cluster, used.units);
  problems.push(...allowedClusterings(panel, options.cluster, "cluster"));
  if (atoms < 2)
    problems.push(problem("effects/imputation-one-cluster", "warning", { option: "cluster" }, { cluster: options.cluster }));
  return {
    units: panel.units,
    ordinals,
    cohorts: Int32Array.from(starts),
    cohort,
    models,
    atom,
    atoms,
    nested: blocksNested(block, blocks, atom),
    rows: used.rows,
    rowsGiven: panel.observed.reduce((n, v) => n + v, 0),
    usedUnits: used.units.reduce((n, v) => n + v, 0),
    problems,
  };
}

/** The system of a design whose state is 0 in rows that the fitted ones do not determine, and why (see `unidentifiedRows`). */
export function identifiedSystem(design: BlockDesign): { system: BlockSystem; why: Uint8Array } {
  const system = unitBlocks(design);
  const why = unidentifiedRows(system);
  const state = design.state.map((s, r) => (why[r] === 0 ? s : 0));
  return { system: { ...system, state }, why };
}

function named(measures: readonly Measure[], name: string, option: string): Measure {
  const found = measures.find((m) => m.name === name);
  const names = measures.map((m) => m.name).join(", ") || "none";
  return found ?? fail("effects/no-outcome", { option }, { name, names }, messages);
}

function statesOf(
  panel: Panel,
  outcome: Measure,
  covariates: readonly Float64Array[],
  weight: Float64Array,
  block: Int32Array,
  anticipation: number,
  problems: Problem[],
): Uint8Array {
  const ordinals = panel.periods.ordinals;
  const T = ordinals.length;
  const state = new Uint8Array(panel.units * T);
  let missing = 0;
  let blockless = 0;
  for (let i = 0; i < panel.units; i++) {
    const g = panel.firstTreated[i];
    if (g === ALWAYS || weight[i] === 0) continue;
    for (let t = 0, r = i * T; t < T; t++, r++) {
      if (panel.observed[r] !== 1) continue;
      if (block[i] < 0) {
        blockless++;
        continue;
      }
      let complete = !Number.isNaN(outcome.values[r]);
      for (let j = 0; complete && j < covariates.length; j++) complete = !Number.isNaN(covariates[j][r]);
      if (!complete) missing++;
      else state[r] = g !== NEVER && ordinals[t] >= g - anticipation ? IMPUTED : FITTED;
    }
  }
  const where = { outcome: outcome.name };
  if (missing > 0) problems.push(problem("effects/imputation-missing", "note", {}, { ...where, rows: missing }));
  if (blockless > 0)
    problems.push(problem("effects/imputation-blockless", "warning", { option: "effects" }, { ...where, rows: blockless }));
  return state;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  for (let r = 0; r < a.length; r++) if (a[r] !== b[r]) return false;
  return true;
}

function usedRows(models: readonly UntreatedModel[], units: number, T: number): { units: Uint8Array; rows: number } {
  const used = new Uint8Array(units);
  let rows = 0;
  for (let r = 0; r < units * T; r++) {
    if (!models.some((m) => m.system.state[r] !== 0)) continue;
    rows++;
    used[Math.floor(r / T)] = 1;
  }
  return { units: used, rows };
}
