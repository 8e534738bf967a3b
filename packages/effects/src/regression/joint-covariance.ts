import { type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { blankWithoutSpread } from "../blank-without-spread.js";
import { columnProduct } from "../column-product.js";
import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";
import { rowProduct } from "../row-product.js";
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

/**
 * Covariance of the terms of all outcomes (then their levels): B·M·B' with the bread B of each outcome and the meat M of all scores, the roots of
 * the small-sample factors on either side. Rows by cluster where it is clustered one way.
 */
export function jointCovariance(
  parts: readonly OutcomePart[],
  options: FixedEffectsOptions,
  rows: AllRows,
  levels: boolean,
  problems: Problem[],
): { covariance: Float64Array; rows?: Float64Array } {
  const { variance } = options;
  const n = rows.unit.length;
  const oneWay = variance === "cluster" && options.cluster.length === 1;
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
    blankCancelled(covariance, parts, options, figures, problems);
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
  blankCancelled(covariance, parts, options, figures, problems);
  return { covariance };
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

/** A variance this small beside that of independent rows is rounding: of sums that are squared, and of products that are summed. */
const ROUNDING = { squares: 1e-18, products: 1e-13 };

/**
 * Tells of, and blanks, terms whose scores are 0 or cancel within every cluster though there are residuals: what is left is rounding, not
 * precision. So it is where a term has one row, where its rows are all of one cluster, or where a two-way covariance was not positive.
 */
function blankCancelled(
  covariance: Float64Array,
  parts: readonly OutcomePart[],
  options: FixedEffectsOptions,
  figures: number,
  problems: Problem[],
): void {
  const oneWay = options.variance !== "driscollKraay" && options.variance !== "neweyWest" && options.cluster.length === 1;
  const least = oneWay ? ROUNDING.squares : ROUNDING.products;
  let first = 0;
  for (const { place, bread, residual, columns, factor, outcome, names, kind } of parts) {
    let squares = 0;
    for (let r = 0; r < residual.length; r++) squares += residual[r] * residual[r];
    const error = (squares / residual.length) * factor.value;
    const own = [...place.keys()].filter((j) => place[j] >= 0).map((j) => ({ j, index: first + j, kind }));
    const cancelled = own.filter(
      ({ j, index }) => covariance[index * figures + index] <= least * error * bread[place[j] * (columns.length + 1)],
    );
    if (cancelled.length > 0) {
      blankWithoutSpread(covariance, figures, own, new Set(cancelled.map(({ index }) => index)));
      const by = options.variance === "cluster" ? options.cluster.join(", ") : options.variance;
      const which = cancelled.map(({ j }) => names[j]).join(", ");
      problems.push(problem("effects/scores-cancel", "warning", {}, { outcome, which, by }));
    }
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
