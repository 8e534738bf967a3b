import { fail } from "@kontrafakt/base";
import { eachEvent } from "../effects-of.js";
import type { Effects } from "../effects-value.js";
import { messages } from "../messages.js";
import type { WaveDesign } from "../wave-design.js";
import { adjustedChange, type EventFit } from "../wave-event.js";
import { type ArmCell, mergedCells, weightFromStart } from "./arm-cells.js";
import type { ArmValues } from "./arm-values.js";
import { type BlindRows, blindRows } from "./blind-rows.js";
import { clusterArms, denseClusters } from "./cluster-arms.js";

/**
 * What whole clusters would put into c'θ in any arm, after matching. A row's change is counted from its cell's comparison mean and weighs as
 * matched, treated rows and controls each 1 on average. A cluster of the comparison stands in a wave with its people matched to that
 * wave; a treated cluster with its starters, who in another wave's cells count as they did at the same time since their own start. With the
 * arms as observed c'θ̂ comes out exactly: starters count in their own wave, and a later wave is a comparison only where it was one.
 * Matching, censoring weights and slopes stay as they are.
 * @param clusterOf cluster of each row, negative if unknown
 * @param slopes of outcomes that are adjusted: as fitted to controls, or blind to roles (`blindRows`), for tests of the sharp null; c'θ̂ then comes
 * out but for the slopes
 * @throws KontrafaktError where some people of a cluster started and others of it are their wave's or a later one's comparison
 */
export function waveArmValues(
  design: WaveDesign,
  effects: Effects,
  clusterOf: Int32Array,
  c: Float64Array,
  slopes: "fitted" | "blind" = "fitted",
): ArmValues {
  const K = effects.terms.length;
  if (c.length !== K) fail("effects/length", {}, { what: "a combination", given: c.length, needed: K }, messages);
  const { clusters, cluster, wave, units } = wholeClusters(design, clusterOf);
  const { arms, arm, waveOf } = clusterArms(wave);
  const weightOf = new Map(effects.terms.map((t, k) => [`${t.outcome}/${t.group}/${t.time}`, c[k]]));
  const whole = weightFromStart(effects.terms, c);
  const events = new Set(effects.terms.filter((_, k) => c[k] !== 0).map((t) => `${t.outcome}/${t.event}`));
  const last = arms - 1;

  function* gathered(): Iterable<ArmCell> {
    const found: { fit: EventFit; outcome: number }[] = [];
    eachEvent(design, { role: design.role, shares: "matched" }, (outcome, fit) => {
      if (events.has(`${design.outcomes[outcome].name}/${fit.event}`)) found.push({ fit, outcome });
    });
    for (const { fit, outcome } of found) {
      const none = new Float64Array(fit.gamma.length);
      const gamma = slopes === "blind" ? blindRows(design, outcome, fit.cells).slopes : { change: fit.gamma, treated: none };
      const seen = fit.cells.map((_, i) => clusterSums(design, fit, gamma, outcome, i, cluster, clusters));
      const cellOf = new Map(fit.cells.map((cell, i) => [cell.wave, i]));
      for (const [i, { wave: g, time }] of fit.cells.entries()) {
        const weight = weightOf.get(`${design.outcomes[outcome].name}/${design.waves[g]}/${design.periods[time]}`) ?? 0;
        if (weight === 0) continue;
        const role = new Int8Array(arms);
        const mass = seen[i].mass.slice();
        const sum = seen[i].sum.slice();
        const treated = seen[i].treated.slice();
        role[last] = -1;
        for (let a = 0; a < last; a++) if (waveOf[a] === g) role[a] = 1;
        for (let j = 0; j < clusters; j++) {
          if (mass[j] > 0 && role[arm[j]] === 0) role[arm[j]] = -1;
          const home = arm[j] === last ? undefined : cellOf.get(wave[j]);
          if (mass[j] > 0 || home === undefined) continue;
          mass[j] = seen[home].mass[j];
          sum[j] = seen[home].sum[j];
          treated[j] = seen[home].treated[j];
        }
        const off = whole === 0 || fit.event < 0 ? 0 : weight / whole;
        yield { role, mass, sum: sum.map((v) => weight * v), shift: treated.map((v) => off * v) };
      }
    }
  }
  return { kind: "arm-values", clusters, arms, arm, units, ...mergedCells(clusters, gathered()) };
}

/** Clusters of the rows that count, and the wave each was given the programme in, −1 for none. */
function wholeClusters({ role, weight, unit, waves, order, waveStart, setStart, members }: WaveDesign, clusterOf: Int32Array) {
  const rows = [...role.keys()].filter((r) => weight[r] > 0);
  const unknown = new Set(rows.filter((r) => clusterOf[r] < 0).map((r) => unit[r])).size;
  if (unknown > 0) fail("effects/clusters-unknown", {}, { count: unknown }, messages);
  const dense = denseClusters(Int32Array.from(rows, (r) => clusterOf[r]));
  const cluster = new Int32Array(role.length).fill(-1);
  rows.forEach((r, i) => {
    cluster[r] = dense.cluster[i];
  });
  const wave = new Int32Array(dense.clusters).fill(-1);
  const latest = new Int32Array(dense.clusters).fill(-1);
  const mixed = new Uint8Array(dense.clusters);
  const people = Array.from({ length: dense.clusters }, () => new Set<number>());
  for (let g = 0; g < waves.length; g++) {
    for (let i = waveStart[g]; i < waveStart[g + 1]; i++) {
      for (let m = setStart[order[i]]; m < setStart[order[i] + 1]; m++) {
        const r = members[m];
        const j = cluster[r];
        if (j < 0) continue;
        people[j].add(unit[r]);
        if (role[r] === 0) latest[j] = g;
        else if (wave[j] < 0) wave[j] = g;
        else if (wave[j] !== g) mixed[j] = 1;
      }
    }
  }
  wave.forEach((g, j) => {
    if (g >= 0 && latest[j] >= g) mixed[j] = 1;
  });
  const several = mixed.reduce((a, b) => a + b, 0);
  if (several > 0) fail("effects/clusters-mixed", {}, { clusters: several, of: dense.clusters }, messages);
  return { clusters: dense.clusters, cluster, wave, units: Int32Array.from(people, (own) => own.size) };
}

/**
 * Weight of each cluster in a cell, 1 a row on average in either arm; its weighted changes, and how much of it is treated, both less what slopes
 * account for and the mean of the comparison.
 */
function clusterSums(
  design: WaveDesign,
  fit: EventFit,
  gamma: BlindRows["slopes"],
  outcome: number,
  index: number,
  cluster: Int32Array,
  clusters: number,
) {
  const { firstTreated, lastTreated, firstRow, lastRow, time, total, scale } = fit.cells[index];
  const { x, covariates } = design.outcomes[outcome];
  const K = covariates.length;
  const change = (r: number) => adjustedChange(design, outcome, gamma.change, r, time);
  const being = (r: number) => {
    let v = design.role[r];
    for (let k = 0; k < K; k++) v -= x[r * K + k] * gamma.treated[k];
    return v;
  };
  const centre = [0, 0];
  for (let j = firstRow; j < lastRow; j++) {
    centre[0] += ((fit.weight[j] * scale) / total) * change(fit.comparison[j]);
    centre[1] += ((fit.weight[j] * scale) / total) * being(fit.comparison[j]);
  }
  const mass = new Float64Array(clusters);
  const sum = new Float64Array(clusters);
  const treated = new Float64Array(clusters);
  const add = (r: number, weight: number) => {
    mass[cluster[r]] += weight;
    sum[cluster[r]] += weight * (change(r) - centre[0]);
    treated[cluster[r]] += weight * (being(r) - centre[1]);
  };
  const perTreated = (lastTreated - firstTreated) / total;
  const perControl = ((lastRow - firstRow) * scale) / total;
  for (let i = firstTreated; i < lastTreated; i++) add(fit.treated[i], fit.treatedWeight[i] * perTreated);
  for (let j = firstRow; j < lastRow; j++) add(fit.comparison[j], fit.weight[j] * perControl);
  return { mass, sum, treated };
}
