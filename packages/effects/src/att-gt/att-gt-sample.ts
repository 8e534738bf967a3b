import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Measure, Panel } from "@kontrafakt/cohort";
import { allowedClusterings } from "../inference/allowed-clusterings.js";
import { messages } from "../messages.js";
import type { AttGtOptions } from "../options/att-gt-options.js";
import {
  type AttGtOutcome,
  attGtScope,
  covariatesNamed,
  named,
  outcomesNamed,
  samplingWeights,
  tellByGroup,
  treatedGroups,
} from "./att-gt-scope.js";
import { sampleClusters } from "./sample-clusters.js";

/** A panel made ready: units that stay, groups as the estimator sees them. */
export interface AttGtSample {
  readonly n: number;
  /** Index into the panel's units. */
  readonly unit: Int32Array;
  /** Ordinal of first treatment, NEVER for whoever is not treated within the periods. */
  readonly group: Int32Array;
  /** Groups with an effect to estimate, ascending. */
  readonly groups: Int32Array;
  /** The first of the panel's periods. */
  readonly periods: Int32Array;
  /** NaN where the unit was not observed. */
  readonly outcomes: readonly AttGtOutcome[];
  /** Names of covariates, those that vary over time last. */
  readonly covariates: readonly string[];
  /** n × k: a constant, and the covariates that do not vary. */
  readonly x: Float64Array;
  readonly k: number;
  readonly varying: readonly Measure[];
  readonly w: Float64Array;
  /** Cluster of each unit, dense. */
  readonly atom: Int32Array;
  readonly atoms: number;
  /** Whether all have every value in every period. */
  readonly complete: boolean;
  readonly problems: readonly Problem[];
}

/** Chooses periods, groups and units. @throws KontrafaktError where nothing can be estimated or a name is unknown */
export function attGtSample(panel: Panel, options: AttGtOptions): AttGtSample {
  const { periods, group, always, problems } = attGtScope(panel.firstTreated, panel.periods.ordinals, options);
  const seen = (measure: Measure): Measure => ({ ...measure, values: observedValues(panel, measure) });
  const outcomes = outcomesNamed(panel.measures, options.outcomes).map((o) => ({ ...o, measure: seen(o.measure) }));
  const varying = options.timeVarying.map((name) => seen(named(panel.measures, name, "effects/no-outcome", "timeVarying")));
  if (varying.length > 0) {
    const params = { covariates: options.timeVarying.join(", ") };
    problems.push(problem("effects/time-varying", "note", { option: "timeVarying" }, params));
  }
  const chosen = covariatesNamed(panel.covariates, options.covariates);
  const T = panel.periods.ordinals.length;
  const everything = [...outcomes.map((o) => o.measure.values), ...varying.map(({ values }) => values)];
  const holed = everything.filter(anyMissing);
  const chosenValues = chosen.map(({ values }) => values);
  const pairwise = options.incomplete === "pairwise";
  const room = new Int32Array(panel.units);
  let n = 0;
  const lost = { always: 0, weightless: [] as number[], covariate: [] as number[], gaps: [] as number[], once: [] as number[] };
  for (let i = 0; i < panel.units; i++) {
    if (group[i] <= always) lost.always++;
    else if (panel.samplingWeight?.[i] === 0) lost.weightless.push(i);
    else if (chosenValues.length > 0 && lacks(chosenValues, i)) lost.covariate.push(i);
    else if (holed.length === 0 || fewest(holed, i * T, periods.length) === periods.length) room[n++] = i;
    else {
      lost.gaps.push(i);
      if (!pairwise) continue;
      if (outcomes.some(({ measure }) => fewest([measure.values], i * T, periods.length) > 1)) room[n++] = i;
      else lost.once.push(i);
    }
  }
  if (lost.always > 0) problems.push(problem("effects/always-treated", "warning", {}, { count: lost.always }));
  tellByGroup(problems, "effects/weightless", undefined, lost.weightless, group);
  tellByGroup(problems, "effects/covariate-missing", "covariates", lost.covariate, group);
  if (lost.gaps.length > 0) tellGaps(problems, panel, options, lost.gaps, group);
  tellByGroup(problems, "effects/seen-once", "incomplete: pairwise", lost.once, group);
  problems.push(...allowedClusterings(panel, options.cluster, "cluster"));

  const unit = room.slice(0, n);
  const own = unit.map((i) => group[i]);
  const k = chosen.length + 1;
  const x = new Float64Array(n * k);
  for (let r = 0; r < n; r++) {
    x[r * k] = 1;
    for (let j = 1; j < k; j++) x[r * k + j] = chosenValues[j - 1][unit[r]];
  }
  return {
    n,
    unit,
    group: own,
    groups: treatedGroups(own, periods),
    periods,
    outcomes,
    covariates: [...chosen, ...varying].map(({ name }) => name),
    x,
    k,
    varying,
    w: samplingWeights(panel.samplingWeight, unit),
    ...sampleClusters(panel.clusterings, options.cluster, unit),
    complete: !pairwise || lost.gaps.length === 0,
    problems,
  };
}

function lacks(covariates: readonly Float64Array[], i: number): boolean {
  for (let j = 0; j < covariates.length; j++) if (Number.isNaN(covariates[j][i])) return true;
  return false;
}

/** Periods from `at` on in which a measure has a value, of the measure with fewest. */
function fewest(measures: readonly Float64Array[], at: number, periods: number): number {
  let least = periods;
  for (let m = 0; m < measures.length; m++) {
    const values = measures[m];
    let count = 0;
    for (let t = at; t < at + periods; t++) if (!Number.isNaN(values[t])) count++;
    if (count < least) least = count;
  }
  return least;
}

function tellGaps(problems: Problem[], panel: Panel, options: AttGtOptions, gaps: readonly number[], group: Int32Array): void {
  const told: Problem[] = [];
  const code = options.incomplete === "pairwise" ? "effects/pairwise-used" : "effects/incomplete-dropped";
  tellByGroup(told, code, `incomplete: ${options.incomplete}`, gaps, group);
  if (options.incomplete === "error") {
    const which = told
      .slice(1)
      .map(({ params }) => `${params.count} of ${params.group ?? "never treated"}`)
      .join(", ");
    fail("effects/incomplete", { option: "incomplete" }, { count: gaps.length, units: panel.units, which }, messages);
  }
  problems.push(...told);
}

/** The values themselves where they are missing wherever nobody was observed. */
export function observedValues({ observed }: Panel, { values }: Measure): Float64Array {
  for (let at = observed.indexOf(0); at >= 0; at = observed.indexOf(0, at + 1))
    if (!Number.isNaN(values[at])) return values.map((v, c) => (observed[c] === 1 ? v : Number.NaN));
  return values;
}

function anyMissing(values: Float64Array): boolean {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at];
  return Number.isNaN(sum) && values.some(Number.isNaN);
}
