import type { Panel } from "@kontrafakt/cohort";
import { expect } from "vitest";
import type { Effects, Fit } from "../effects-value.js";
import { eventStudy } from "./event-study.js";
import { sunAbraham } from "./sun-abraham.js";
import { twoWay } from "./two-way.js";

export const all: [string, (panel: Panel, input?: Parameters<typeof twoWay>[1]) => Fit][] = [
  ["twoWay", twoWay],
  ["eventStudy", eventStudy],
  ["sunAbraham", sunAbraham],
];

export function near(a: ArrayLike<number>, b: ArrayLike<number>, within = 1e-9): void {
  expect(a.length).toBe(b.length);
  let worst = 0;
  for (let k = 0; k < a.length; k++) {
    const off = Number.isNaN(b[k]) && Number.isNaN(a[k]) ? 0 : Math.abs(a[k] - b[k]) / (1 + Math.abs(b[k]));
    worst = Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.max(worst, off);
  }
  expect(worst).toBeLessThan(within);
}

export const codes = (effects: Effects) => effects.problems.map(({ code }) => code);

/** Units in another order, or only some of them, or some twice. */
export function withUnits(panel: Panel, units: readonly number[]): Panel {
  const T = panel.periods.ordinals.length;
  const rows = units.flatMap((i) => Array.from({ length: T }, (_, t) => i * T + t));
  return {
    ...panel,
    units: units.length,
    ids: units.map((_, i) => `v${i}`),
    firstTreated: Int32Array.from(units, (i) => panel.firstTreated[i]),
    observed: Uint8Array.from(rows, (c) => panel.observed[c]),
    measures: panel.measures.map((m) => ({ ...m, values: Float64Array.from(rows, (c) => m.values[c]) })),
    clusterings: panel.clusterings.map((c) => ({ ...c, of: Int32Array.from(units, (i) => c.of[i]) })),
    ...(panel.samplingWeight && { samplingWeight: Float64Array.from(units, (i) => panel.samplingWeight![i]) }),
  };
}

export function changed(panel: Panel, change: (value: number, i: number, t: number) => number): Panel {
  const T = panel.periods.ordinals.length;
  const measures = panel.measures.map((m) =>
    m.name === "x" ? m : { ...m, values: m.values.map((v, c) => change(v, Math.floor(c / T), c % T)) },
  );
  return { ...panel, measures };
}
