import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { columnProduct } from "../column-product.js";
import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import { messages } from "../messages.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";
import { rowProduct } from "../row-product.js";
import type { WorkingModel } from "../working-model.js";
import { blankCancelled } from "./blank-cancelled.js";
import { clusterRows } from "./cluster-covariance.js";
import type { ClusterGrams } from "./cluster-grams.js";
import type { ClusterCovariance } from "./cluster-leverage.js";
import type { AskedCovariance } from "./covariance-choice.js";
import { reducedClusters } from "./reduced-clusters.js";
import { levelsOf } from "./regression-sample.js";
import { iidScores, type OutcomePart, rowScores } from "./score-columns.js";
import { driscollKraayMeat, neweyWestMeat, twoWayMeat } from "./score-covariance.js";
import { withoutNegative } from "./without-negative.js";

interface AllRows {
  readonly panel: Panel;
  readonly unit: Int32Array;
  readonly time: Int32Array;
  readonly atom: FixedEffect;
}

export interface JointCovariance {
  readonly covariance: Float64Array;
  readonly rows?: Float64Array;
  /** Of each term, where they differ; and what those of combinations come from. */
  readonly df?: Float64Array;
  readonly working?: readonly WorkingModel[];
  /** Whether clusters were too many for all coefficients at once. */
  readonly large?: boolean;
}

/**
 * Covariance of the terms of all outcomes (then their levels): B·M·B' with the bread B of each outcome and the meat M of all scores, the roots of
 * the small-sample factors on either side. Rows by cluster where it is clustered one way.
 */
export function jointCovariance(
  parts: readonly OutcomePart[],
  options: FixedEffectsOptions,
  asked: AskedCovariance,
  rows: AllRows,
  levels: boolean,
  problems: Problem[],
): JointCovariance {
  const { variance } = options;
  const n = rows.unit.length;
  const oneWay = variance === "cluster" && options.cluster.length === 1;
  if (asked.byCluster) return byLeverage(parts, asked.byCluster, asked.asked, options, rows, levels, problems);
  const scores = variance === "iid" ? iidScores(parts, n, levels) : rowScores(parts, n, levels, oneWay ? rows.atom : undefined);
  const { columns, transform, select } = scores;
  const k = columns.length;
  const figures = select.length;
  if (oneWay) {
    const byAtom = new Float64Array(rows.atom.levels * figures);
    select.forEach((from, f) => {
      for (let j = 0; j < k; j++) {
        const c = from < 0 ? 0 : transform[from * k + j];
        if (c === 0 || Number.isNaN(c)) continue;
        for (let a = 0; a < rows.atom.levels; a++) byAtom[a * figures + f] += c * columns[j][a];
      }
    });
    const covariance = rowProduct(byAtom, rows.atom.levels, figures);
    blank(covariance, parts, levels, figures);
    blankParts(covariance, parts, options, figures, problems);
    return { covariance, rows: byAtom };
  }
  let meat = meatOf(columns, options, rows);
  if (variance === "iid") meat = iidMeat(meat, parts, n, levels);
  let whole = sandwich(transform, meat, k);
  if (variance === "cluster" && !whole.some(Number.isNaN)) {
    const fixed = withoutNegative(whole, k);
    if (fixed) problems.push(problem("effects/two-way-negative", "note", { option: "cluster" }, {}));
    whole = fixed ?? whole;
  }
  const covariance = new Float64Array(figures * figures);
  select.forEach((i, f) => {
    select.forEach((j, g) => {
      if (i >= 0 && j >= 0) covariance[f * figures + g] = whole[i * k + j];
    });
  });
  if (variance === "iid" && levels) addBetween(covariance, parts, figures);
  blank(covariance, parts, levels, figures);
  blankParts(covariance, parts, options, figures, problems);
  return { covariance };
}

/** From scores of clusters adjusted by their leverage. */
function byLeverage(
  parts: readonly OutcomePart[],
  kind: ClusterCovariance,
  asked: boolean,
  options: FixedEffectsOptions,
  { atom }: AllRows,
  levels: boolean,
  problems: Problem[],
): JointCovariance {
  const designs = new Map<OutcomePart["sample"], ClusterGrams>();
  let large = false;
  for (const part of parts) {
    if (large || designs.has(part.sample)) continue;
    const grams = reducedClusters(part, atom, asked);
    if (grams) designs.set(part.sample, grams);
    else large = true;
  }
  if (large && asked && (kind === "CR2" || kind === "CR3")) {
    const columns = parts[0].columns.length;
    fail(
      "effects/covariance-too-large",
      { option: "inference.covariance" },
      { covariance: kind, clusters: atom.levels, columns },
      messages,
    );
  }
  const { rows, df, working } = clusterRows(parts, atom, kind, large ? null : designs, levels);
  const figures = levels ? 2 * df.length : df.length;
  const covariance = rowProduct(rows, atom.levels, figures);
  blank(covariance, parts, levels, figures);
  blankParts(covariance, parts, options, figures, problems);
  return { covariance, rows, df, working, large };
}

function meatOf(
  columns: readonly Float64Array[],
  options: FixedEffectsOptions,
  { panel, unit, time, atom }: AllRows,
): Float64Array {
  const ordinals = panel.periods.ordinals;
  const lags = options.lags ?? defaultLags(new Set(time).size);
  switch (options.variance) {
    case "cluster":
      return twoWayMeat(columns, atom, levelsOf(panel, options.cluster[1], { unit, time }, "cluster"));
    case "neweyWest":
      return neweyWestMeat(columns, { unit, ordinal: time.map((t) => ordinals[t]) }, lags);
    case "driscollKraay": {
      const periods = levelsOf(panel, "period", { unit, time }, "cluster");
      const of = new Int32Array(periods.levels);
      for (let r = 0; r < time.length; r++) of[periods.of[r]] = ordinals[time[r]];
      return driscollKraayMeat(columns, periods, of, lags);
    }
    default:
      return columnProduct(columns, unit.length);
  }
}

/** The fourth root of the number of periods, whole part. */
export function defaultLags(periods: number): number {
  let lags = 0;
  while ((lags + 1) * (lags + 1) * (lags + 1) * (lags + 1) <= periods) lags++;
  return lags;
}

/** Cross-products of columns times the error covariance of their outcomes, Σ ee' / √((n − K)(n − K)) over the rows both have. */
function iidMeat(product: Float64Array, parts: readonly OutcomePart[], size: number, levels: boolean): Float64Array {
  const of = parts.flatMap((part, o) => new Array<number>(part.columns.length + (levels ? part.place.length : 0)).fill(o));
  const errors = parts.map(({ cell, residual, factor }) => {
    const e = new Float64Array(size);
    for (let r = 0; r < residual.length; r++) e[cell ? cell[r] : r] = residual[r] / Math.sqrt(factor.rowsLeft);
    return e;
  });
  const sigma = columnProduct(errors, size);
  const k = of.length;
  return product.map((v, c) => v * sigma[of[Math.floor(c / k)] * parts.length + of[c % k]]);
}

/** The spread of what is fitted among a level's rows, which errors do not hold. */
function addBetween(covariance: Float64Array, parts: readonly OutcomePart[], figures: number): void {
  let k = figures / 2;
  for (const { levels, residual, place } of parts) {
    const { label, share, deviation, root } = levels!;
    for (let r = 0; r < label.length; r++) {
      if (label[r] < 0) continue;
      const e = root ? (root[r] > 0 ? residual[r] / root[r] : 0) : residual[r];
      const fitted = share[r] * (deviation[r] - e);
      covariance[(k + label[r]) * figures + k + label[r]] += fitted * fitted;
    }
    k += place.length;
  }
}

/** transform · meat · transform', k × k. */
function sandwich(transform: Float64Array, meat: Float64Array, k: number): Float64Array {
  const half = new Float64Array(k * k);
  for (let f = 0; f < k; f++) {
    for (let i = 0; i < k; i++) {
      const c = transform[f * k + i];
      if (c !== 0) for (let j = 0; j < k; j++) half[f * k + j] += c * meat[i * k + j];
    }
  }
  const out = new Float64Array(k * k);
  for (let f = 0; f < k; f++) {
    for (let g = 0; g <= f; g++) {
      let v = 0;
      for (let j = 0; j < k; j++) if (transform[g * k + j] !== 0) v += half[f * k + j] * transform[g * k + j];
      out[f * k + g] = v;
      out[g * k + f] = v;
    }
  }
  return out;
}

function blankParts(
  covariance: Float64Array,
  parts: readonly OutcomePart[],
  options: FixedEffectsOptions,
  figures: number,
  problems: Problem[],
): void {
  const { variance, cluster } = options;
  const oneWay = variance !== "driscollKraay" && variance !== "neweyWest" && cluster.length === 1;
  const by = variance === "cluster" ? cluster.join(", ") : variance;
  let first = 0;
  for (const { place, bread, residual, squares, columns, factor, outcome, names, kind } of parts) {
    const error = (squares / residual.length) * factor.value;
    const own = [...place.keys()]
      .filter((j) => place[j] >= 0)
      .map((j) => ({ index: first + j, kind, name: names[j], independent: error * bread[place[j] * (columns.length + 1)] }));
    blankCancelled(covariance, figures, own, oneWay ? "squares" : "products", { outcome, by }, problems);
    first += place.length;
  }
}

/** NaN for terms that are not estimated. */
function blank(covariance: Float64Array, parts: readonly OutcomePart[], levels: boolean, figures: number): void {
  const K = levels ? figures / 2 : figures;
  let term = 0;
  for (const { place, factor } of parts) {
    place.forEach((at, j) => {
      const none = Number.isNaN(factor.value);
      for (const k of levels && none ? [term + j, K + term + j] : [term + j]) {
        if (at >= 0 && !none) continue;
        for (let l = 0; l < figures; l++) {
          covariance[k * figures + l] = Number.NaN;
          covariance[l * figures + k] = Number.NaN;
        }
      }
    });
    term += place.length;
  }
}
