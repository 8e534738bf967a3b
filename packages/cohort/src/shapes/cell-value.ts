import type { CellOutcome } from "../options/group-options.js";

/** What the columns of one outcome say in one row; NaN is blank or not asked for. */
export interface CellNumbers {
  readonly mean: number;
  readonly total: number;
  readonly count: number;
  readonly sd: number;
  readonly se: number;
}

export interface CellValue {
  readonly mean: number;
  readonly sd: number;
  readonly nonZero: number;
  /** Something to say about a value that is used. */
  readonly note?: string;
}

/** Mean and spread of a cell of n people, or the code of what is wrong with it. Means and counts only where `spread` is not needed. */
export function cellValue(n: number, cell: CellNumbers, asked: CellOutcome, spread: boolean): CellValue | string {
  if (asked.count !== undefined) {
    const { count } = cell;
    if (Number.isNaN(count)) return "cohort/cell-without-mean";
    if (!(count >= 0 && count <= n)) return "cohort/cell-count-above";
    const p = count / n;
    return { mean: p, sd: n > 1 ? Math.sqrt((p * (1 - p) * n) / (n - 1)) : 0, nonZero: count };
  }
  const mean = asked.total === undefined ? cell.mean : cell.total / n;
  if (Number.isNaN(mean)) return "cohort/cell-without-mean";
  const sd = asked.se === undefined ? cell.sd : cell.se * Math.sqrt(n);
  const nonZero = Number.NaN;
  if (sd < 0) return "cohort/cell-spread-negative";
  if (n === 1) {
    const note = sd > 0 ? "cohort/cell-spread-of-one" : "cohort/cell-one-person";
    return { mean, sd: 0, nonZero, ...(spread ? { note } : {}) };
  }
  if (Number.isNaN(sd) && spread) return "cohort/cell-without-spread";
  return { mean, sd, nonZero };
}
