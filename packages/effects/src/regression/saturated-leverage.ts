import { fail } from "@kontrafakt/base";
import type { ClusterSquares } from "../inference/cluster-squares.js";
import { messages } from "../messages.js";
import { weightedMean } from "../weighted-mean.js";
import { satterthwaite, type WorkingModel } from "../working-model.js";
import type { ClusterGrams } from "./cluster-grams.js";
import { type ClusterCovariance, clusterLeverage } from "./cluster-leverage.js";
import type { DesignClasses } from "./design-classes.js";
import { ownClasses } from "./design-classes.js";
import { errorFactor } from "./error-factor.js";
import type { Paths, Saturated } from "./saturated-shape.js";

/** Most numbers kept for combinations of several outcomes. */
const ENTRIES = 2e7;

/**
 * Leverage of clusters in the closed form. The design is that of group means in each period, the units' means taken out: (group by unit) ⊗
 * (I − 11'/T), so that a cluster's adjustment is that of its part of each group's mean, the same in all periods, and periods are blocks of the
 * working model.
 */
export function saturatedLeverage(
  shape: Saturated,
  paths: readonly Paths[],
  kind: ClusterCovariance,
  figures: number,
  levels: boolean,
) {
  const { group, groups, cell, T, outcomes, atomOf, weight } = shape;
  const k = groups + 1;
  const { total } = paths[0];
  const grams = groupGrams(shape, total);
  const one = new Float64Array(k * k);
  for (let g = 0; g < k; g++) one[g * k + g] = 1;
  const { map, plainMap, model } = clusterLeverage(grams, kind, one);
  const share = weight.map((w, i) => {
    const g = group[i] + 1;
    const at = (grams.classes.of[atomOf[i]] * k + g) * k + g;
    return w * map[at] + (plainMap ? plainMap[at] : 0);
  });
  const { factor, rank } = errorFactor(outcomes.map((_, o) => residuals(shape, paths, o)));
  const blocks = rank * T;
  const width = blocks * k;
  const K = cell.length;
  const all = outcomes.length * K;
  const few = figures * width <= ENTRIES;
  const combination = new Float64Array(few ? figures * width : width).fill(Number.NaN);
  const df = new Float64Array(all);
  const put = (to: Float64Array, o: number, { group: g, time, reference }: Saturated["cell"][number]) => {
    to.fill(0);
    for (let r = 0; r < rank; r++) {
      for (const [t, sign] of [
        [time, 1],
        [reference, -1],
      ]) {
        const at = (r * T + t) * k;
        to[at + g + 1] = (sign * factor[o * rank + r]) / Math.sqrt(total[g + 1]);
        to[at] = (-sign * factor[o * rank + r]) / Math.sqrt(total[0]);
      }
    }
  };
  // A cell's degrees of freedom are those of its group's, whatever its period and outcome.
  const ofGroup = new Map<number, number>();
  for (let o = 0; o < outcomes.length; o++) {
    cell.forEach((own, c) => {
      const row = few ? combination.subarray((o * K + c) * width, (o * K + c + 1) * width) : combination;
      put(row, o, own);
      const found = ofGroup.get(own.group) ?? satterthwaite({ ...model, combination: row, blocks }, Float64Array.of(1));
      ofGroup.set(own.group, found);
      df[o * K + c] = found;
    });
  }
  const working: WorkingModel[] = few ? [{ ...model, combination, blocks }] : [];
  return { share, levels: levels ? levelShares(shape, total, kind) : null, df, working };
}

/** Cross-products of the groups' columns by cluster, each divided by its norm. */
function groupGrams({ units, group, groups, atom, atomOf, weight }: Saturated, total: Float64Array): ClusterGrams {
  const k = groups + 1;
  const alike = weight.every((w) => w === weight[0]);
  const classes = alike && atom.levels === units.length ? groupClasses(group, atomOf, k) : ownClasses(atom.levels);
  const Q = classes.count.length;
  const gram = new Float64Array(Q * k * k);
  const plain = new Float64Array(Q * k * k);
  const squares = new Float64Array(Q * k * k);
  for (let i = 0; i < units.length; i++) {
    const q = classes.of[atomOf[i]];
    if (classes.first[q] !== atomOf[i]) continue;
    const g = group[i] + 1;
    const at = q * k * k + g * k + g;
    gram[at] += weight[i] / total[g];
    plain[at] += 1 / total[g];
    squares[at] += (weight[i] * weight[i]) / total[g];
  }
  const root = new Float64Array(k * k);
  for (let g = 0; g < k; g++) root[g * k + g] = 1;
  return {
    classes,
    slopes: k,
    size: k,
    scale: Float64Array.from(total, (w) => 1 / Math.sqrt(w)),
    gram,
    ...(!alike && { plain, squares }),
    root,
    within: null,
    explicit: [],
    column: [],
  };
}

function groupClasses(group: Int32Array, atomOf: Int32Array, k: number): DesignClasses {
  const of = new Int32Array(atomOf.length);
  const first = new Int32Array(k).fill(-1);
  const count = new Float64Array(k);
  group.forEach((g, i) => {
    of[atomOf[i]] = g + 1;
    if (first[g + 1] < 0) first[g + 1] = atomOf[i];
    count[g + 1]++;
  });
  return { of, first, count };
}

/** Errors of an outcome, times the roots of the weights. */
function residuals({ units, T, stride, group, weight, outcomes }: Saturated, paths: readonly Paths[], o: number): Float64Array {
  if (outcomes.length === 1) return new Float64Array(0);
  const { values } = outcomes[o];
  const { mean } = paths[o];
  const out = new Float64Array(units.length * T);
  for (let i = 0; i < units.length; i++) {
    let own = 0;
    for (let t = 0; t < T; t++) own += values[units[i] * stride + t] - mean[(group[i] + 1) * T + t];
    for (let t = 0; t < T; t++)
      out[i * T + t] = Math.sqrt(weight[i]) * (values[units[i] * stride + t] - mean[(group[i] + 1) * T + t] - own / T);
  }
  return out;
}

/** Weight of each unit in the mean outcome of its group, with its cluster's adjustment. */
function levelShares(
  { group, groups, atom, atomOf, weight }: Saturated,
  total: Float64Array,
  kind: ClusterCovariance,
): Float64Array {
  if (kind === "CR0" || kind === "CR1") return weight;
  const G = atom.levels;
  const sum = new Float64Array((groups + 1) * G);
  const squares = new Float64Array((groups + 1) * G);
  weight.forEach((w, i) => {
    const at = (group[i] + 1) * G + atomOf[i];
    const share = w / total[group[i] + 1];
    sum[at] += share;
    squares[at] += share * share;
  });
  const factors = Array.from({ length: groups + 1 }, (_, g) => {
    const own = sum.subarray(g * G, (g + 1) * G);
    if (kind === "CR2") return weightedMean({ sum: own, squares: squares.subarray(g * G, (g + 1) * G) }).factors;
    return own.map((p) => (p < 1 - 1e-12 ? 1 / (1 - p) : 1));
  });
  return weight.map((w, i) => w * factors[group[i] + 1][atomOf[i]]);
}

/** Which clusters hold treated units, and how the weight of the treated from their start on lies in them. */
export function saturatedArms({ units, cell, group, groups, atom, atomOf, weight, samples }: Saturated) {
  const periods = new Map<number, number>();
  for (const c of cell) if (c.after) periods.set(c.group, (periods.get(c.group) ?? 0) + 1);
  const treated = new Uint8Array(atom.levels);
  const mass = new Float64Array(atom.levels);
  const home = new Int32Array(groups).fill(-2);
  for (let i = 0; i < units.length; i++) {
    if (group[i] < 0) continue;
    treated[atomOf[i]] = 1;
    const own = home[group[i]];
    home[group[i]] = own === -2 || own === atomOf[i] ? atomOf[i] : -1;
    mass[atomOf[i]] += weight[i] * (periods.get(group[i]) ?? 0);
  }
  let [sum, most, count] = [0, 0, 0];
  mass.forEach((m, a) => {
    sum += m;
    most = Math.max(most, m);
    count += treated[a];
  });
  const started = [...new Set(samples[0].terms.map((t) => t.group!))];
  const alone = started.filter((_, g) => home[g] >= 0).sort((a, b) => a - b);
  return { treated, treatedClusters: count, largestShare: sum > 0 ? most / sum : 0, alone };
}

/** The regression by cluster: a block of group means for each period, units' means taken out. */
export function saturatedSquares(shape: Saturated, c: Float64Array): ClusterSquares {
  const { units, T, stride, group, groups, cell, outcomes, atom, atomOf, weight, samples } = shape;
  const K = cell.length;
  const needed = K * outcomes.length;
  if (c.length !== needed) fail("effects/length", {}, { what: "a combination", given: c.length, needed }, messages);
  const used = outcomes.map((_, o) => o).filter((o) => c.subarray(o * K, (o + 1) * K).some((v) => v !== 0));
  const size = groups + 1;
  const blocks = used.length * T;
  const G = atom.levels;
  const gram = new Float64Array(G * blocks * size * size);
  const product = new Float64Array(G * blocks * size);
  const combination = new Float64Array(blocks * size);
  used.forEach((o, u) => {
    const { values } = outcomes[o];
    for (let i = 0; i < units.length; i++) {
      const from = units[i] * stride;
      const g = group[i] + 1;
      let mean = 0;
      for (let t = 0; t < T; t++) mean += values[from + t] / T;
      for (let t = 0; t < T; t++) {
        const at = (atomOf[i] * blocks + u * T + t) * size;
        gram[(at + g) * size + g] += weight[i];
        product[at + g] += weight[i] * (values[from + t] - mean);
      }
    }
    cell.forEach(({ group: g, time, reference }, k) => {
      const v = c[o * K + k];
      if (v === 0) return;
      const at = u * T * size;
      combination[at + time * size + g + 1] += v;
      combination[at + reference * size + g + 1] -= v;
      combination[at + time * size] -= v;
      combination[at + reference * size] += v;
    });
  });
  const { sample } = samples[0];
  const all = K + units.length + T - 1;
  const factor = ((sample.n - 1) / (sample.n - all)) * (G / (G - 1));
  const { treated } = saturatedArms(shape);
  return { kind: "cluster-squares", clusters: G, blocks, size, gram, product, combination, factor, treated };
}
