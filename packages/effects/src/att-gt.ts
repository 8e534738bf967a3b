import { fail, type Problem, problem } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { type AttGtCell, attGtCells } from "./att-gt-cells.js";
import { type AttGtSample, attGtSample } from "./att-gt-sample.js";
import { crossProduct } from "./cross-product.js";
import type { Effects, Fit, GroupShares, Term } from "./effects-value.js";
import { messages } from "./messages.js";
import { type AttGtOptions, type AttGtOptionsInput, attGtOptions } from "./options/att-gt-options.js";
import { type Prepared, prepareTwoByTwo, twoByTwo } from "./two-by-two.js";

/**
 * Group-time average treatment effects ATT(g, t) on a balanced panel, for one or more outcomes with their joint covariance.
 * A cell that cannot be estimated is NaN, and a problem says why; the base of a universal base is 0 with variance 0.
 * `refit` takes one weight a cluster and multiplies it to the sampling weights; it takes no assignment.
 * Source: Callaway & Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001. Sampling weights are the panel's `samplingWeight`.
 * @throws KontrafaktError on unknown names, incomplete units (unless dropped by option), or where nobody is treated or a control
 */
export function attGt(panel: Panel, input: AttGtOptionsInput = {}): Fit {
  const options = attGtOptions.parse(input);
  const sample = attGtSample(panel, options);
  const cells = attGtCells(sample.groups, sample.periods, options);
  const T = panel.periods.ordinals.length;
  const estimated = estimate(sample, cells, options, T, sample.w);
  const K = estimated.terms.length;
  const scale = options.compat === "did" ? 1 : Math.sqrt(sample.atoms / (sample.atoms - 1));
  const rows = new Float64Array(sample.atoms * K);
  estimated.psi.forEach((column, k) => {
    column?.psi.forEach((v, i) => {
      rows[sample.atom[column.index[i]] * K + k] += (scale * v) / column.index.length;
    });
  });
  const covariance = crossProduct(rows, sample.atoms, K);
  estimated.terms.forEach((_, k) => {
    if (!Number.isNaN(estimated.value[k])) return;
    for (let j = 0; j < K; j++) {
      covariance[k * K + j] = Number.NaN;
      covariance[j * K + k] = Number.NaN;
    }
  });
  const effects: Effects = {
    kind: "effects",
    estimator: `attGt, ${options.method}, ${options.control === "never" ? "never" : "not yet"} treated, ${options.base} base`,
    terms: estimated.terms,
    estimate: estimated.value,
    covariance,
    df: new Float64Array(K).fill(options.compat === "did" ? Number.POSITIVE_INFINITY : sample.atoms - 1),
    clusters: sample.atoms,
    basis: {
      kind: "influence",
      atoms: sample.atoms,
      rows,
      stratum: new Int32Array(sample.atoms),
      shares: shares(sample, scale),
    },
    problems: [...sample.problems, ...estimated.problems],
  };
  return {
    effects,
    refit(weights, assignment) {
      if (assignment) fail("effects/refit-assignment", {}, {}, messages);
      if (weights.length !== sample.atoms) {
        fail("effects/length", {}, { what: "weights", given: weights.length, needed: sample.atoms }, messages);
      }
      return estimate(
        sample,
        cells,
        options,
        T,
        sample.w.map((w, i) => w * weights[sample.atom[i]]),
      ).value;
    },
  };
}

interface Estimated {
  readonly terms: Term[];
  readonly value: Float64Array;
  /** ψ of the units in the cell, by position in the sample. */
  readonly psi: ({ index: Int32Array; psi: Float64Array } | undefined)[];
  readonly problems: Problem[];
}

interface Group extends Prepared {
  readonly index: Int32Array;
  readonly controls: number;
  readonly refused?: { readonly code: string; readonly params: Record<string, string | number> };
}

function estimate(
  sample: AttGtSample,
  cells: readonly AttGtCell[],
  options: AttGtOptions,
  T: number,
  w: Float64Array,
): Estimated {
  const { periods, groups, sizes, unit } = sample;
  const prepared = new Map<string, Group>();
  const terms: Term[] = [];
  const psi: Estimated["psi"] = [];
  const problems: Problem[] = [];
  const value: number[] = [];
  for (const { name, unit: measured, measure } of sample.outcomes) {
    const treated = new Map(Array.from(groups, (g, i) => [g, sizes[i]]));
    for (const cell of cells) {
      const key = options.control === "never" ? `${cell.group}` : `${cell.group}/${cell.untreatedThrough}`;
      const group = prepared.get(key) ?? prepare(sample, cell, options, w);
      prepared.set(key, group);
      const time = periods[cell.time];
      const n = treated.get(cell.group)!;
      terms.push({
        outcome: name,
        unit: measured,
        kind: "cell",
        scale: "difference",
        group: cell.group,
        time,
        event: time - cell.group,
        n,
        controls: group.controls,
        personPeriods: n,
      });
      const where = { outcome: name, group: cell.group, time };
      if (group.refused) problems.push(problem(group.refused.code, "warning", {}, { ...where, ...group.refused.params }));
      if (cell.reference || group.refused) {
        value.push(group.refused ? Number.NaN : 0);
        psi.push(undefined);
        continue;
      }
      const dropped = collinear(group, sample.covariates);
      if (dropped !== "") problems.push(problem("effects/cell-collinear", "warning", {}, { ...where, covariates: dropped }));
      const y = measure.values;
      const delta = new Float64Array(group.index.length);
      for (let r = 0; r < delta.length; r++) {
        const at = unit[group.index[r]] * T;
        delta[r] = y[at + cell.time] - y[at + cell.base];
      }
      const result = twoByTwo(group, delta);
      value.push(result.att);
      psi.push({ index: group.index, psi: result.psi });
    }
  }
  return { terms, value: Float64Array.from(value), psi, problems };
}

/** Who is compared in a cell, with what can be fitted before outcomes are seen; or why it cannot be. */
function prepare(sample: AttGtSample, cell: AttGtCell, options: AttGtOptions, weights: Float64Array): Group {
  const { n, group, k } = sample;
  const isControl = (g: number) => g === NEVER || (options.control === "notYet" && g > cell.untreatedThrough && g !== cell.group);
  const members: number[] = [];
  let mean = 0;
  let treated = 0;
  for (let i = 0; i < n; i++) {
    if (!(group[i] === cell.group || isControl(group[i])) || !(weights[i] > 0)) continue;
    members.push(i);
    mean += weights[i];
    if (group[i] === cell.group) treated++;
  }
  mean /= members.length;
  const controls = members.length - treated;
  const index = Int32Array.from(members);
  const x = new Float64Array(members.length * k);
  members.forEach((i, r) => {
    for (let j = 0; j < k; j++) x[r * k + j] = sample.x[i * k + j];
  });
  const groups = {
    n: members.length,
    unit: index,
    d: Uint8Array.from(members, (i) => (group[i] === cell.group ? 1 : 0)),
    w: Float64Array.from(members, (i) => weights[i] / mean),
    x,
    k,
  };
  const refuse = (code: string, params: Record<string, string | number>): Group => ({
    groups,
    index,
    controls,
    refused: { code, params },
  });
  if (controls === 0) return refuse("effects/cell-no-controls", {});
  if (treated < 2 || controls < 2) return refuse("effects/cell-one-unit", { treated, controls });
  if (k > 1 && options.method !== "ipw" && controls <= k) return refuse("effects/cell-few-controls", { controls, slopes: k - 1 });
  const prepared = prepareTwoByTwo(groups, options.method);
  const { propensity } = prepared;
  if (propensity) {
    const names = propensity.separated.map((j) => sample.covariates[j - 1] ?? "the constant").join(", ");
    if (propensity.separated.length > 0 || !propensity.converged) {
      return refuse("effects/cell-separated", { covariates: names || sample.covariates.join(", ") });
    }
    const highest = propensity.probability.reduce((a, b) => Math.max(a, b), 0);
    if (!(highest < 0.999)) return refuse("effects/cell-overlap", { highest: Math.round(highest * 1e4) / 1e4 });
  }
  return { ...prepared, index, controls };
}

function collinear({ propensity, regression }: Prepared, covariates: readonly string[]): string {
  const dropped = new Set([...(propensity?.dropped ?? []), ...(regression?.dropped ?? [])]);
  return [...dropped].map((j) => covariates[j - 1] ?? "the constant").join(", ");
}

/** p_g = weighted share of group g among the units, and its influence by cluster. */
function shares(sample: AttGtSample, scale: number): GroupShares {
  const { n, groups, group, w, atom, atoms } = sample;
  const G = groups.length;
  const of = new Map(Array.from(groups, (g, i) => [g, i]));
  const share = new Float64Array(G);
  for (let i = 0; i < n; i++) if (group[i] !== NEVER) share[of.get(group[i])!] += w[i] / n;
  const rows = new Float64Array(atoms * G);
  for (let i = 0; i < n; i++) {
    for (let g = 0; g < G; g++) rows[atom[i] * G + g] += (scale * ((groups[g] === group[i] ? w[i] : 0) - share[g])) / n;
  }
  return { groups, share, rows };
}
