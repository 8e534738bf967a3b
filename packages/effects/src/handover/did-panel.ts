import { type Covariate, type Measure, NEVER, type Panel } from "@kontrafakt/cohort";
import { type AttGtCell, attGtCells } from "../att-gt/att-gt-cells.js";
import { attGtSample, observedValues } from "../att-gt/att-gt-sample.js";
import {
  type AttGtOutcome,
  attGtScope,
  covariatesNamed,
  named,
  outcomesNamed,
  samplingWeights,
  treatedGroups,
} from "../att-gt/att-gt-scope.js";
import type { AttGtOptions } from "../options/att-gt-options.js";
import { columnNames } from "./handover-file.js";

/** A column of the panel file. */
export interface DidColumn<T> {
  readonly column: string;
  readonly of: T;
}

/** The panel as `attGt` uses it, with columns named so that R and Stata take them. */
export interface DidPanel {
  readonly panel: Panel;
  /** Ordinals in use: those from the last start on fall away where nobody is never treated. */
  readonly periods: Int32Array;
  /** Units in use, as indices into the panel. */
  readonly unit: Int32Array;
  /** First treated period of each of them, NEVER for controls throughout. */
  readonly group: Int32Array;
  readonly weight: Float64Array;
  readonly weighted: boolean;
  readonly outcomes: readonly DidColumn<AttGtOutcome>[];
  /** One value a unit, and one a unit and period. */
  readonly covariates: readonly DidColumn<Covariate>[];
  readonly varying: readonly DidColumn<Measure>[];
  readonly cluster?: DidColumn<Int32Array>;
  readonly cells: readonly AttGtCell[];
}

/** Columns every panel file has. */
const own = new Set(["unit", "person", "period", "first", "weight"]);

/** @throws KontrafaktError where `attGt` would: unknown names, incomplete units, nobody to compare with */
export function didPanel(panel: Panel, options: AttGtOptions): DidPanel {
  const covariates = covariatesNamed(panel.covariates, options.covariates);
  const { periods, unit, group, w } =
    options.incomplete === "crossSection" ? everyRow(panel, options, covariates) : attGtSample(panel, options);
  const seen = (measure: Measure): Measure => ({ ...measure, values: observedValues(panel, measure) });
  const outcomes = outcomesNamed(panel.measures, options.outcomes).map((o) => ({ ...o, measure: seen(o.measure) }));
  const varying = options.timeVarying.map((name) => seen(named(panel.measures, name, "effects/no-outcome", "timeVarying")));
  const clustering = panel.clusterings.find((c) => c.name === options.cluster);
  const names = columnNames(
    [...outcomes, ...covariates, ...varying, ...(clustering ? [clustering] : [])].map(({ name }) => name),
    "v",
    own,
  );
  const columns = <T>(list: readonly T[], from: number) => list.map((of, i) => ({ column: names[from + i], of }));
  return {
    panel,
    periods,
    unit,
    group,
    weight: w,
    weighted: panel.samplingWeight !== undefined,
    outcomes: columns(outcomes, 0),
    covariates: columns(covariates, outcomes.length),
    varying: columns(varying, outcomes.length + covariates.length),
    ...(clustering && { cluster: { column: names[names.length - 1], of: clustering.of } }),
    cells: attGtCells(treatedGroups(group, periods), periods, options, panel.periods.unit),
  };
}

/** Every unit with a period before its start and its covariates, however seldom seen. */
function everyRow(panel: Panel, options: AttGtOptions, covariates: readonly Covariate[]) {
  const { periods, group, always } = attGtScope(panel.firstTreated, panel.periods.ordinals, options);
  const unit = Int32Array.from(
    Array.from(group.keys()).filter((i) => group[i] > always && covariates.every(({ values }) => !Number.isNaN(values[i]))),
  );
  return { periods, unit, group: Int32Array.from(unit, (i) => group[i]), w: samplingWeights(panel.samplingWeight, unit) };
}

/** Lines of the panel file: unit by unit, period by period; nobody observed has a line. */
export function* panelLines(did: DidPanel): Generator<(string | number)[]> {
  const { panel, periods, unit, group, weight, outcomes, covariates, varying, cluster } = did;
  const T = panel.periods.ordinals.length;
  for (let r = 0; r < unit.length; r++) {
    const i = unit[r];
    for (let t = 0; t < periods.length; t++) {
      const at = i * T + t;
      const values = outcomes.map(({ of }) => of.measure.values[at]);
      if (panel.observed[at] !== 1 || values.every((v) => Number.isNaN(v))) continue;
      yield [
        i + 1,
        panel.ids[i],
        periods[t],
        group[r] === NEVER ? 0 : group[r],
        weight[r],
        ...values,
        ...covariates.map(({ of }) => of.values[i]),
        ...varying.map(({ of }) => of.values[at]),
        ...(cluster ? [cluster.of[i] + 1] : []),
      ];
    }
  }
}

export function panelHeader({ outcomes, covariates, varying, cluster }: DidPanel): string[] {
  const columns = [...outcomes, ...covariates, ...varying, ...(cluster ? [cluster] : [])];
  return [...own, ...columns.map(({ column }) => column)];
}
