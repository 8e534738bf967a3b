import type { Panel } from "@kontrafakt/cohort";

/** The panel of some of its people. */
export function partOf(panel: Panel, keep: (unit: number) => boolean): Panel {
  const units = Array.from({ length: panel.units }, (_, i) => i).filter(keep);
  const T = panel.periods.ordinals.length;
  const rows = (values: Float64Array) => Float64Array.from(units.flatMap((i) => Array.from(values.subarray(i * T, (i + 1) * T))));
  return {
    ...panel,
    units: units.length,
    ids: units.map((i) => panel.ids[i]),
    firstTreated: Int32Array.from(units, (i) => panel.firstTreated[i]),
    observed: Uint8Array.from(rows(Float64Array.from(panel.observed))),
    measures: panel.measures.map((m) => ({ ...m, values: rows(m.values) })),
    covariates: panel.covariates.map((c) => ({ ...c, values: Float64Array.from(units, (i) => c.values[i]) })),
    clusterings: panel.clusterings.map((c) => ({ ...c, of: Int32Array.from(units, (i) => c.of[i]) })),
  };
}
