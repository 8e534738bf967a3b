import type { TermKind } from "../effects-value.js";
import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import type { CountedRows, RegressionSample } from "./regression-sample.js";
import type { Factor } from "./small-sample.js";

/** One outcome's regression as its covariance needs it. */
export interface OutcomePart {
  readonly outcome: string;
  /** What each term is called in a problem. */
  readonly names: readonly string[];
  readonly kind: TermKind;
  /** For each term its place among the columns, −1 for none. */
  readonly place: Int32Array;
  readonly columns: readonly Float64Array[];
  readonly bread: Float64Array;
  readonly residual: Float64Array;
  /** Σ of the squared residuals. */
  readonly squares: number;
  readonly factor: Factor;
  readonly clusters: readonly FixedEffect[];
  readonly sample: RegressionSample;
  /** Roots of the weights, if any. */
  readonly root?: Float64Array;
  /** Rows by group, and the group of each unit. */
  readonly counted: CountedRows;
  /** Periods of the panel. */
  readonly periods: number;
  /** Whether units of one group that are seen in the same periods have the same columns. */
  readonly plain: boolean;
  /** Each row's place among the rows of all outcomes; the row itself if absent. */
  readonly cell?: Int32Array;
  /** Mean outcome of each term's rows; by row its term, its share of the weight, its deviation, and the root of its weight. */
  readonly levels?: {
    readonly mean: Float64Array;
    readonly label: Int32Array;
    readonly share: Float64Array;
    readonly deviation: Float64Array;
    readonly root?: Float64Array;
  };
}

/** Score columns of all outcomes on all rows, and how coefficients (and levels) come from them. */
export interface Scores {
  readonly columns: Float64Array[];
  /** columns × columns: the breads of the outcomes on the diagonal, 1 for levels, times the roots of the factors. */
  readonly transform: Float64Array;
  /** Which of these are the terms, then the levels; −1 where not estimated. */
  readonly select: Int32Array;
}

/** x̃e of each column, and share × deviation of each level, by row or summed by cluster. */
export function rowScores(parts: readonly OutcomePart[], n: number, levels: boolean, by?: FixedEffect): Scores {
  return assembled(parts, by?.levels ?? n, levels, ({ cell, residual, levels: own, factor }) => {
    const at = by && cell ? cell.map((r) => by.of[r]) : (by?.of ?? cell);
    return {
      column: (column, to) => {
        if (at) for (let r = 0; r < column.length; r++) to[at[r]] += column[r] * residual[r];
        else for (let r = 0; r < column.length; r++) to[r] = column[r] * residual[r];
      },
      level: (to, r) => {
        to[at ? at[r] : r] += own!.share[r] * own!.deviation[r];
      },
      scale: Math.sqrt(factor.value),
    };
  });
}

/** x̃ of each column (not its scores) and the share of each level, per unit of weight. */
export function iidScores(parts: readonly OutcomePart[], n: number, levels: boolean): Scores {
  return assembled(parts, n, levels, ({ cell, levels: own, factor }) => ({
    column: (column, to) => {
      if (cell) for (let r = 0; r < column.length; r++) to[cell[r]] = column[r];
      else to.set(column);
    },
    level: (to, r) => {
      const { share, root } = own!;
      to[cell ? cell[r] : r] = root ? (root[r] > 0 ? share[r] / root[r] : 0) : share[r];
    },
    scale: Number.isNaN(factor.value) ? Number.NaN : 1,
  }));
}

interface Filling {
  readonly column: (column: Float64Array, to: Float64Array) => void;
  readonly level: (to: Float64Array, r: number) => void;
  readonly scale: number;
}

function assembled(parts: readonly OutcomePart[], n: number, levels: boolean, filling: (part: OutcomePart) => Filling): Scores {
  const columns: Float64Array[] = [];
  const K = parts.reduce((sum, { place }) => sum + place.length, 0);
  const select = new Int32Array(levels ? 2 * K : K).fill(-1);
  const width = parts.reduce((sum, part) => sum + part.columns.length + (levels ? part.place.length : 0), 0);
  const transform = new Float64Array(width * width);
  let term = 0;
  for (const part of parts) {
    const { column, level, scale } = filling(part);
    const first = columns.length;
    const k = part.columns.length;
    for (const own of part.columns) {
      const to = new Float64Array(n);
      column(own, to);
      columns.push(to);
    }
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) transform[(first + i) * width + first + j] = scale * part.bread[i * k + j];
    }
    part.place.forEach((at, j) => {
      if (at >= 0) select[term + j] = first + at;
    });
    if (levels) {
      const from = columns.length;
      part.place.forEach((_, j) => {
        columns.push(new Float64Array(n));
        transform[(from + j) * width + from + j] = scale;
        select[K + term + j] = from + j;
      });
      const { label } = part.levels!;
      for (let r = 0; r < label.length; r++) if (label[r] >= 0) level(columns[from + label[r]], r);
    }
    term += part.place.length;
  }
  return { columns, transform, select };
}
