import { fail } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import type { AttGtCell } from "../att-gt/att-gt-cells.js";
import type { AttGtSample } from "../att-gt/att-gt-sample.js";
import { controlGroups } from "../att-gt/members.js";
import { baseOf } from "../att-gt/panel/panel-source.js";
import type { Effects } from "../effects-value.js";
import { messages } from "../messages.js";
import type { AttGtOptions } from "../options/att-gt-options.js";
import { type ArmCell, mergedCells, weightFromStart } from "./arm-cells.js";
import type { ArmValues } from "./arm-values.js";
import { clusterArms, denseClusters } from "./cluster-arms.js";

/**
 * What clusters (or units) of a panel would put into c'θ in any arm, for group-time effects without covariates: changes are known of
 * everyone for every group's base, so that any of them could stand in any arm.
 * @param by whole clusters of the estimate's clustering, or units
 * @throws KontrafaktError where clusters hold several groups
 */
export function panelArmValues(
  panel: Panel,
  sample: AttGtSample,
  cells: readonly AttGtCell[],
  { control }: AttGtOptions,
  effects: Effects,
  c: Float64Array,
  by: "clusters" | "units" = "clusters",
): ArmValues {
  const { n, group, groups, outcomes, w, unit, periods } = sample;
  const K = outcomes.length * cells.length;
  if (c.length !== K) fail("effects/length", {}, { what: "a combination", given: c.length, needed: K }, messages);
  const own = by === "units" ? Int32Array.from({ length: n }, (_, i) => i) : sample.atom;
  // Units without weight are in no cell.
  const counted = Int32Array.from({ length: n }, (_, i) => i).filter((i) => w[i] > 0);
  const { clusters, cluster } = denseClusters(counted.map((i) => own[i]));
  const started = new Int32Array(clusters).fill(NEVER);
  const mixed = new Uint8Array(clusters);
  const units = new Int32Array(clusters);
  counted.forEach((i, r) => {
    const j = cluster[r];
    if (units[j]++ === 0) started[j] = group[i];
    else if (started[j] !== group[i]) mixed[j] = 1;
  });
  const several = mixed.reduce((a, b) => a + b, 0);
  if (several > 0) fail("effects/clusters-mixed", {}, { clusters: several, of: clusters }, messages);
  const { arms, arm, waveOf } = clusterArms(started.map((g) => (g === NEVER ? -1 : g)));
  const whole = weightFromStart(effects.terms.slice(0, K), c);
  const T = panel.periods.ordinals.length;

  function* gathered(): Iterable<ArmCell> {
    for (let term = 0; term < K; term++) {
      const cell = cells[term % cells.length];
      if (c[term] === 0 || cell.reference) continue;
      if (Number.isNaN(effects.estimate[term])) fail("effects/combination-not-estimated", {}, {}, messages);
      const values = outcomes[Math.floor(term / cells.length)].measure.values;
      const others = controlGroups(cell, groups, control);
      const role = Int8Array.from({ length: arms }, (_, a) =>
        a === arms - 1 ? -1 : waveOf[a] === cell.group ? 1 : others.includes(waveOf[a]) ? -1 : 0,
      );
      const mass = new Float64Array(clusters);
      const sum = new Float64Array(clusters);
      const shift = new Float64Array(clusters);
      counted.forEach((i, r) => {
        const at = unit[i] * T;
        const change = values[at + cell.time] - baseOf(values, at, cell.window);
        if (Number.isNaN(change)) return;
        mass[cluster[r]] += w[i];
        sum[cluster[r]] += c[term] * w[i] * change;
        if (whole === 0 || group[i] === NEVER) return;
        const base = cell.window.filter((t) => !Number.isNaN(values[at + t]));
        const after = base.filter((t) => periods[t] >= group[i]).length;
        const exposed = (periods[cell.time] >= group[i] ? 1 : 0) - after / base.length;
        shift[cluster[r]] += (c[term] / whole) * w[i] * exposed;
      });
      yield { role, mass, sum, shift };
    }
  }
  const merged = mergedCells(clusters, gathered());
  return { kind: "arm-values", clusters, arms, arm, units, ...merged };
}
