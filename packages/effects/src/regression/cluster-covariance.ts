import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import { weightedMean } from "../weighted-mean.js";
import { satterthwaite, type WorkingModel } from "../working-model.js";
import type { ClusterGrams } from "./cluster-grams.js";
import { type ClusterCovariance, type ClusterLeverage, clusterLeverage } from "./cluster-leverage.js";
import { addTermRows } from "./cluster-scores.js";
import { errorFactor } from "./error-factor.js";
import { partialLeverage } from "./partial-leverage.js";
import type { OutcomePart } from "./score-columns.js";

export interface ClusterRows {
  /** atoms × figures: what each cluster puts into the terms, then the levels. */
  readonly rows: Float64Array;
  /** Of each term. */
  readonly df: Float64Array;
  /** What the degrees of freedom of combinations come from; none where coefficients were taken one at a time. */
  readonly working: WorkingModel[];
}

/**
 * Rows by cluster whose cross-product is the covariance, with degrees of freedom of each term.
 * @param designs the designs of the parts by cluster; null to take coefficients one at a time
 */
export function clusterRows(
  parts: readonly OutcomePart[],
  atom: FixedEffect,
  kind: ClusterCovariance,
  designs: ReadonlyMap<OutcomePart["sample"], ClusterGrams> | null,
  levels: boolean,
): ClusterRows {
  const K = parts.reduce((sum, { place }) => sum + place.length, 0);
  const figures = levels ? 2 * K : K;
  const rows = new Float64Array(atom.levels * figures);
  const df = new Float64Array(K);
  const working: WorkingModel[] = [];
  const known = new Map<OutcomePart["sample"], { leverage: ClusterLeverage; own: Float64Array }>();
  let first = 0;
  for (const part of parts) {
    const scale = Math.sqrt(part.factor.value);
    if (!designs) {
      const add = (a: number, j: number, v: number) => {
        if (scale >= 0) rows[a * figures + first + j] += scale * v;
      };
      df.set(partialLeverage(part, atom, kind, add), first);
    } else {
      const grams = designs.get(part.sample)!;
      const found = known.get(part.sample) ?? leverageOf(part, grams, kind);
      known.set(part.sample, found);
      if (scale >= 0) addTermRows({ rows, figures, first, factor: scale }, part, grams, found.leverage, atom);
    }
    if (levels && scale >= 0) addLevels(rows, figures, K + first, scale, part, atom, kind);
    first += part.place.length;
  }
  for (const [sample, { leverage, own }] of known) {
    const model = { ...leverage.model, ...combinations(parts, sample, own, leverage.model.slopes, figures) };
    working.push(model);
    let at = 0;
    for (const part of parts) {
      if (part.sample === sample) {
        part.place.forEach((_, j) => {
          const c = new Float64Array(figures);
          c[at + j] = 1;
          df[at + j] = satterthwaite(model, c);
        });
      }
      at += part.place.length;
    }
  }
  parts.reduce((at, { place, factor }) => {
    // Where a term does not vary there is nothing to take them from.
    place.forEach((_, j) => {
      if (!(df[at + j] > 0)) df[at + j] = factor.df;
    });
    return at + place.length;
  }, 0);
  return { rows, df, working };
}

function leverageOf({ place }: OutcomePart, grams: ClusterGrams, kind: ClusterCovariance) {
  const { slopes, size, root, scale } = grams;
  const own = new Float64Array(place.length * slopes);
  place.forEach((at, j) => {
    for (let a = 0; a < slopes; a++) own[j * slopes + a] = at < 0 ? 0 : root[at * size + a] * scale[at];
  });
  return { leverage: clusterLeverage(grams, kind, own), own };
}

/** Mean outcomes of the treated: those of a weighted mean by cluster. */
function addLevels(
  rows: Float64Array,
  figures: number,
  first: number,
  factor: number,
  { levels, cell, place }: OutcomePart,
  atom: FixedEffect,
  kind: ClusterCovariance,
): void {
  const { label, share, deviation } = levels!;
  const K = place.length;
  const sums = new Float64Array(K * atom.levels);
  const squares = new Float64Array(K * atom.levels);
  for (let r = 0; r < label.length; r++) {
    const k = label[r];
    if (k < 0) continue;
    const a = atom.of[cell ? cell[r] : r];
    rows[a * figures + first + k] += factor * share[r] * deviation[r];
    sums[k * atom.levels + a] += share[r];
    squares[k * atom.levels + a] += share[r] * share[r];
  }
  if (kind === "CR0" || kind === "CR1") return;
  for (let k = 0; k < K; k++) {
    const sum = sums.subarray(k * atom.levels, (k + 1) * atom.levels);
    const factors =
      kind === "CR2"
        ? weightedMean({ sum, squares: squares.subarray(k * atom.levels, (k + 1) * atom.levels) }).factors
        : sum.map((p) => (p < 1 - 1e-12 ? 1 / (1 - p) : 1));
    for (let a = 0; a < atom.levels; a++) rows[a * figures + first + k] *= factors[a];
  }
}

/** v of each term, in blocks of the outcomes of one sample, whose errors hang together as their residuals do. */
function combinations(
  parts: readonly OutcomePart[],
  sample: OutcomePart["sample"],
  own: Float64Array,
  slopes: number,
  figures: number,
): Pick<WorkingModel, "combination" | "blocks"> {
  const alike = parts.filter((part) => part.sample === sample);
  const { factor, rank: blocks } = errorFactor(alike.map(({ residual }) => residual));
  const width = blocks * slopes;
  const combination = new Float64Array(figures * width).fill(Number.NaN);
  let at = 0;
  for (const part of parts) {
    const o = alike.indexOf(part);
    if (o >= 0) {
      part.place.forEach((place, j) => {
        if (place < 0) return;
        for (let b = 0; b < blocks; b++)
          for (let a = 0; a < slopes; a++)
            combination[(at + j) * width + b * slopes + a] = factor[o * blocks + b] * own[j * slopes + a];
      });
    }
    at += part.place.length;
  }
  return { combination, blocks };
}
