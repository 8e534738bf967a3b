import { rowsByAtom } from "./att-gt/rows-by-atom.js";
import { eachEvent } from "./effects-of.js";
import type { Term } from "./effects-value.js";
import { wellKeptInverse } from "./inference/well-kept-inverse.js";
import type { WaveDesign } from "./wave-design.js";
import type { EventFit } from "./wave-event.js";
import type { Play } from "./wave-members.js";

/** Sums of a wave at an event time: treated, their changes and covariates, comparison rows likewise with squares and products. */
interface Sums {
  /** Rows with weight on either side. */
  readonly rows: Int32Array;
  /** Weight, Σ weight · (change, covariates). */
  readonly treated: Float64Array;
  /** Likewise, then Σ weight · products of covariates (p × p) and of each with the change. */
  readonly comparison: Float64Array;
}

/**
 * The estimates with each atom left out (atoms × terms), as `refit` gives them, by taking the atom's sums off those of its waves; shared slopes too.
 * Where that would lose digits (covariates nearly collinear without the atom) the atom is fitted anew. Not for people who share the weight of their
 * set, which changes when one of them is left out.
 * @param anew the estimates with an atom left out
 */
export function waveLeaveOneOut(
  design: WaveDesign,
  terms: readonly Term[],
  play: Play,
  anew: (atom: number) => Float64Array,
): Float64Array {
  const { atoms, waves, periods } = design;
  const K = terms.length;
  const place = new Map(terms.map((t, k) => [`${t.outcome}/${t.group}/${t.time}`, k]));
  const out = new Float64Array(atoms.count * K);
  const again = new Set<number>();
  eachEvent(design, play, (o, fit) => {
    const index = fit.cells.map(
      (cell) => place.get(`${design.outcomes[o].name}/${waves[cell.wave]}/${periods[cell.time]}`) ?? -1,
    );
    for (let a = 0; a < atoms.count; a++)
      fit.cells.forEach((cell, c) => {
        if (index[c] >= 0) out[a * K + index[c]] = cell.att;
      });
    eventWithout(design, o, fit, (atom, att) => {
      if (!att) again.add(atom);
      else for (let c = 0; c < index.length; c++) if (index[c] >= 0) out[atom * K + index[c]] = att[c];
    });
  });
  for (const atom of again) out.set(anew(atom), atom * K);
  return out;
}

/** Tells each atom of an event the cells' estimates without it, or that sums cannot tell. The array is written over by the next. */
function eventWithout(design: WaveDesign, o: number, fit: EventFit, tell: (atom: number, att?: Float64Array) => void): void {
  const { atoms, unit, periods } = design;
  const { values, base, x, covariates } = design.outcomes[o];
  const { cells, treated, treatedWeight, comparison, weight, slopes } = fit;
  const p = slopes.length;
  const T = treated.length;
  const n = T + comparison.length;
  const cellOf = new Int32Array(n);
  cells.forEach(({ firstTreated, lastTreated, firstRow, lastRow }, c) => {
    cellOf.fill(c, firstTreated, lastTreated).fill(c, T + firstRow, T + lastRow);
  });
  const row = (i: number) => (i < T ? treated[i] : comparison[i - T]);
  const own = (i: number) => (i < T ? treatedWeight[i] : weight[i - T]);
  // Change and slopes' covariates of each row, less their mean in the comparison of its cell.
  const z = new Float64Array(n * (p + 1));
  for (let i = 0; i < n; i++) {
    const r = row(i);
    z[i * (p + 1)] = values[unit[r] * periods.length + cells[cellOf[i]].time] - base[r];
    for (let l = 0; l < p; l++) z[i * (p + 1) + 1 + l] = x[r * covariates.length + slopes[l]];
  }
  cells.forEach(({ firstTreated, lastTreated, firstRow, lastRow }) => {
    for (let l = 0; l <= p; l++) {
      let sum = 0;
      let total = 0;
      for (let i = T + firstRow; i < T + lastRow; i++) {
        sum += own(i) * z[i * (p + 1) + l];
        total += own(i);
      }
      for (let i = firstTreated; i < lastTreated; i++) z[i * (p + 1) + l] -= sum / total;
      for (let i = T + firstRow; i < T + lastRow; i++) z[i * (p + 1) + l] -= sum / total;
    }
  });
  const whole = cells.map(() => emptySums(p));
  for (let i = 0; i < n; i++) add(whole[cellOf[i]], i < T, own(i), z, i, p);
  const gram = new Float64Array(p * p + p);
  for (const sums of whole) addCentred(gram, sums, p, 1);
  const {
    atoms: present,
    start,
    order,
  } = rowsByAtom(
    Int32Array.from({ length: n }, (_, i) => atoms.ofRow[row(i)]),
    atoms.count,
  );
  const att = new Float64Array(cells.length);
  const left = new Float64Array(gram.length);
  present.forEach((atom, j) => {
    const touched = new Map<number, Sums>();
    for (let at = start[j]; at < start[j + 1]; at++) {
      const i = order[at];
      const c = cellOf[i];
      const sums = touched.get(c) ?? copied(whole[c]);
      touched.set(c, sums);
      add(sums, i < T, -own(i), z, i, p);
    }
    left.set(gram);
    if (p > 0)
      for (const [c, sums] of touched) {
        addCentred(left, whole[c], p, -1);
        addCentred(left, sums, p, 1);
      }
    const gamma = slopesOf(left, gram, p);
    for (let c = 0; gamma && c < whole.length; c++) att[c] = effectOf(touched.get(c) ?? whole[c], gamma, p);
    tell(atom, gamma && att);
  });
}

function emptySums(p: number): Sums {
  return { rows: new Int32Array(2), treated: new Float64Array(p + 2), comparison: new Float64Array(2 + 2 * p + p * p) };
}

function copied({ rows, treated, comparison }: Sums): Sums {
  return { rows: rows.slice(), treated: treated.slice(), comparison: comparison.slice() };
}

/** Adds a row at `w`, or takes it off at −w. */
function add({ rows, treated, comparison }: Sums, isTreated: boolean, w: number, z: Float64Array, i: number, p: number): void {
  if (w === 0) return;
  const to = isTreated ? treated : comparison;
  const at = i * (p + 1);
  rows[isTreated ? 0 : 1] += w > 0 ? 1 : -1;
  to[0] += w;
  for (let l = 0; l <= p; l++) to[1 + l] += w * z[at + l];
  if (isTreated) return;
  for (let l = 0; l < p; l++) {
    comparison[p + 2 + p * p + l] += w * z[at] * z[at + 1 + l];
    for (let m = 0; m < p; m++) comparison[p + 2 + l * p + m] += w * z[at + 1 + l] * z[at + 1 + m];
  }
}

/** Adds the comparison's squares and products around its own mean to `gram` (p × p, then p with the change). */
function addCentred(gram: Float64Array, { rows, comparison }: Sums, p: number, sign: 1 | -1): void {
  if (rows[1] === 0) return;
  const [total, y] = comparison;
  for (let l = 0; l < p; l++) {
    const mean = comparison[2 + l] / total;
    gram[p * p + l] += sign * (comparison[p + 2 + p * p + l] - mean * y);
    for (let m = 0; m < p; m++) gram[l * p + m] += sign * (comparison[p + 2 + l * p + m] - mean * comparison[2 + m]);
  }
}

function slopesOf(gram: Float64Array, whole: Float64Array, p: number): Float64Array | undefined {
  const gamma = new Float64Array(p);
  if (p === 0) return gamma;
  const inverse = wellKeptInverse(gram.subarray(0, p * p), p, whole);
  if (!inverse) return undefined;
  for (let l = 0; l < p; l++) for (let m = 0; m < p; m++) gamma[l] += inverse[l * p + m] * gram[p * p + m];
  return gamma;
}

function effectOf({ rows, treated, comparison }: Sums, gamma: Float64Array, p: number): number {
  if (rows[0] === 0 || rows[1] === 0) return Number.NaN;
  let att = treated[1] / treated[0] - comparison[1] / comparison[0];
  for (let l = 0; l < p; l++) att -= gamma[l] * (treated[2 + l] / treated[0] - comparison[2 + l] / comparison[0]);
  return att;
}
