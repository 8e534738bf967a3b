import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import type { ClusterGrams } from "./cluster-grams.js";
import type { ClusterLeverage } from "./cluster-leverage.js";
import { runEnd } from "./run-end.js";
import type { OutcomePart } from "./score-columns.js";

/**
 * Scores of clusters on the columns of the grams: X'We, and X'e with weights; clusters × size.
 * @param values residuals (times the roots of the weights), or outcomes with the effects within clusters taken out
 */
export function clusterScores(
  part: Pick<OutcomePart, "columns" | "root" | "cell">,
  { size, scale, explicit, column }: ClusterGrams,
  atom: FixedEffect,
  values: Float64Array,
) {
  const { columns, root } = part;
  const scores = new Float64Array(atom.levels * size);
  const plain = root ? new Float64Array(atom.levels * size) : undefined;
  const home = clusterOfRows(part, atom);
  for (let r = 0; r < values.length; ) {
    const from = r;
    r = runEnd(home, from);
    addScores(columns, root, scale, explicit, column, values, from, r, scores, plain, home[from] * size);
  }
  return { scores, plain };
}

/** Where the part of each cluster in each term goes: clusters × figures, from the column `first` on. */
export interface TermRows {
  readonly rows: Float64Array;
  readonly figures: number;
  readonly first: number;
  readonly factor: number;
}

/** What scores of residuals put into the terms. Where the rows of a cluster stand together its scores are mapped at once, and none are kept. */
export function addTermRows(
  to: TermRows,
  part: Pick<OutcomePart, "columns" | "root" | "cell" | "residual" | "place">,
  grams: ClusterGrams,
  { map, plainMap }: Pick<ClusterLeverage, "map" | "plainMap">,
  atom: FixedEffect,
): void {
  const { columns, root, residual, place } = part;
  const { size, scale, explicit, column } = grams;
  const classOf = grams.classes.of;
  const home = clusterOfRows(part, atom);
  const n = residual.length;
  let runs = 0;
  for (let r = 0; r < n; r = runEnd(home, r)) runs++;
  if (runs > atom.levels) {
    const { scores, plain } = clusterScores(part, grams, atom, residual);
    for (let a = 0; a < atom.levels; a++) mapScores(to, a, place, map, plainMap, classOf[a], size, scores, plain, a * size);
    return;
  }
  const scores = new Float64Array(size);
  const plain = root ? new Float64Array(size) : undefined;
  for (let r = 0; r < n; ) {
    const from = r;
    r = runEnd(home, from);
    clear(scores);
    if (plain) clear(plain);
    addScores(columns, root, scale, explicit, column, residual, from, r, scores, plain, 0);
    mapScores(to, home[from], place, map, plainMap, classOf[home[from]], size, scores, plain, 0);
  }
}

function clusterOfRows({ cell }: Pick<OutcomePart, "cell">, { of }: FixedEffect): Int32Array {
  return cell ? cell.map((c) => of[c]) : of;
}

/** For few numbers, of which `fill` takes longer. */
function clear(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = 0;
}

/** Rows from … to − 1, all of one cluster, whose scores begin at `at`. */
function addScores(
  columns: readonly Float64Array[],
  root: Float64Array | undefined,
  scale: Float64Array,
  explicit: readonly FixedEffect[],
  column: readonly Int32Array[],
  values: Float64Array,
  from: number,
  to: number,
  scores: Float64Array,
  plain: Float64Array | undefined,
  at: number,
): void {
  for (let a = 0; a < columns.length; a++) {
    const own = columns[a];
    const by = scale[a];
    let sum = scores[at + a];
    for (let r = from; r < to; r++) sum += by * own[r] * values[r];
    scores[at + a] = sum;
    for (let r = from; plain && r < to; r++) plain[at + a] += (by * own[r] * values[r]) / (root![r] * root![r]);
  }
  for (let e = 0; e < explicit.length; e++) {
    const { of } = explicit[e];
    const place = column[e];
    for (let r = from; r < to; r++) {
      const k = place[of[r]];
      if (k < 0) continue;
      scores[at + k] += scale[k] * (root ? root[r] : 1) * values[r];
      if (plain) plain[at + k] += (scale[k] * values[r]) / root![r];
    }
  }
}

function mapScores(
  { rows, figures, first, factor }: TermRows,
  cluster: number,
  place: Int32Array,
  map: Float64Array,
  plainMap: Float64Array | undefined,
  of: number,
  size: number,
  scores: Float64Array,
  plain: Float64Array | undefined,
  from: number,
): void {
  const K = place.length;
  for (let j = 0; j < K; j++) {
    if (place[j] < 0) continue;
    const at = (of * K + j) * size;
    let v = 0;
    for (let i = 0; i < size; i++) v += map[at + i] * scores[from + i];
    if (plainMap && plain) for (let i = 0; i < size; i++) v += plainMap[at + i] * plain[from + i];
    rows[cluster * figures + first + j] += factor * v;
  }
}
