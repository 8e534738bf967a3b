import { eachEvent } from "./effects-of.js";
import type { Term } from "./effects-value.js";
import { wellKeptInverse } from "./inference/well-kept-inverse.js";
import type { WaveDesign } from "./wave-design.js";
import type { EventFit } from "./wave-event.js";
import type { Play } from "./wave-members.js";

/** What the atoms put into the cells of one outcome at one event time. */
interface EventSums {
  /** Weight in c'θ of each cell. */
  readonly share: Float64Array;
  /** Sums of cell c: `start[c] .. start[c + 1]`, each of one atom. */
  readonly start: Int32Array;
  readonly atom: Int32Array;
  /**
   * Of each: weight of the treated, Σ weight · (change, covariates), the same of the comparison, then Σ weight · products of covariates
   * (lower triangle by rows) and of each with the change.
   */
  readonly sums: Float64Array;
  /** Slopes, and numbers a sum has. */
  readonly p: number;
  readonly size: number;
  /** Squares and products of covariates about the means of cells, with everybody. */
  readonly gram: Float64Array;
}

/**
 * c'θ for other weights of atoms, as `refit` gives it, from sums by atom: only what c asks for, shared slopes too. Where a draw leaves covariates
 * nearly collinear it is fitted anew. Not for people who share the weight of their set, where sums are not linear in the weights.
 * @param anew c'θ by `refit`
 */
export function waveRedraw(
  design: WaveDesign,
  terms: readonly Term[],
  play: Play,
  c: Float64Array,
  anew: (weights: Float64Array) => number,
): (weights: Float64Array) => number {
  const { waves, periods, outcomes } = design;
  const share = new Map<string, number>();
  terms.forEach((t, k) => {
    if (c[k] !== 0) share.set(`${t.outcome}/${t.group}/${t.time}`, c[k]);
  });
  const events: EventSums[] = [];
  eachEvent(design, play, (o, fit) => {
    const own = Float64Array.from(
      fit.cells,
      (cell) => share.get(`${outcomes[o].name}/${waves[cell.wave]}/${periods[cell.time]}`) ?? 0,
    );
    if (own.some((v) => v !== 0)) events.push(sumsOf(design, o, fit, own));
  });
  return (weights) => {
    let figure = 0;
    for (const event of events) {
      const part = figureOf(event, weights);
      if (part === undefined) return anew(weights);
      figure += part;
    }
    return figure;
  };
}

function sumsOf(design: WaveDesign, o: number, fit: EventFit, share: Float64Array): EventSums {
  const { atoms, unit, periods } = design;
  const { values, base, x, covariates } = design.outcomes[o];
  const { cells, treated, treatedWeight, comparison, weight, slopes } = fit;
  const p = slopes.length;
  const arm = p + 2;
  const size = 2 * arm + (p * (p + 1)) / 2 + p;
  const start = new Int32Array(cells.length + 1);
  const atom: number[] = [];
  const sums: number[] = [];
  const z = new Float64Array(p + 1);
  cells.forEach(({ time, firstTreated, lastTreated, firstRow, lastRow }, c) => {
    const change = (r: number, l: number) =>
      l === 0 ? values[unit[r] * periods.length + time] - base[r] : x[r * covariates.length + slopes[l - 1]];
    // About the comparison's mean, so that no digits are lost to a high level.
    const mean = new Float64Array(p + 1);
    let total = 0;
    for (let j = firstRow; j < lastRow; j++) {
      total += weight[j];
      for (let l = 0; l <= p; l++) mean[l] += weight[j] * change(comparison[j], l);
    }
    const place = new Map<number, number>();
    const add = (r: number, w: number, first: number) => {
      const a = atoms.ofRow[r];
      let at = place.get(a);
      if (at === undefined) {
        at = sums.length;
        place.set(a, at);
        atom.push(a);
        for (let l = 0; l < size; l++) sums.push(0);
      }
      for (let l = 0; l <= p; l++) z[l] = change(r, l) - mean[l] / total;
      sums[at + first] += w;
      for (let l = 0; l <= p; l++) sums[at + first + 1 + l] += w * z[l];
      if (first === 0) return;
      let to = at + 2 * arm;
      for (let l = 1; l <= p; l++) for (let m = 1; m <= l; m++) sums[to++] += w * z[l] * z[m];
      for (let l = 1; l <= p; l++) sums[to++] += w * z[l] * z[0];
    };
    for (let i = firstTreated; i < lastTreated; i++) add(treated[i], treatedWeight[i], 0);
    for (let j = firstRow; j < lastRow; j++) add(comparison[j], weight[j], arm);
    start[c + 1] = atom.length;
  });
  const all = { share, start, atom: Int32Array.from(atom), sums: Float64Array.from(sums), p, size };
  return { ...all, gram: linesOf(all, new Float64Array(atoms.count).fill(1)).gram };
}

/** NaN where an arm of a cell that is asked for has no weight; undefined where slopes would lose digits. */
function figureOf(event: EventSums, weights: Float64Array): number | undefined {
  const { p } = event;
  const { figure, gap, gram, score } = linesOf(event, weights);
  if (p === 0 || Number.isNaN(figure)) return figure;
  const inverse = wellKeptInverse(gram, p, event.gram);
  if (!inverse) return undefined;
  let slopes = 0;
  for (let l = 0; l < p; l++) for (let m = 0; m < p; m++) slopes += gap[l] * inverse[l * p + m] * score[m];
  return figure - slopes;
}

/** Weighted differences of changes and of covariates, and the sums of squares and products of the comparison about the means of cells. */
function linesOf({ share, start, atom, sums, p, size }: Omit<EventSums, "gram">, weights: Float64Array) {
  const arm = p + 2;
  const cell = new Float64Array(size);
  const gram = new Float64Array(p * p);
  const score = new Float64Array(p);
  const gap = new Float64Array(p);
  let figure = 0;
  for (let c = 0; c < share.length; c++) {
    if (p === 0 && share[c] === 0) continue;
    cell.fill(0);
    for (let i = start[c]; i < start[c + 1]; i++) {
      const w = weights[atom[i]];
      if (w === 0) continue;
      for (let l = 0, at = i * size; l < size; l++) cell[l] += w * sums[at + l];
    }
    const whole = cell[arm];
    for (let l = 0, at = 2 * arm; whole > 0 && l < p; l++) {
      const mean = cell[arm + 2 + l] / whole;
      for (let m = 0; m <= l; m++) gram[l * p + m] += cell[at++] - mean * cell[arm + 2 + m];
      score[l] += cell[size - p + l] - mean * cell[arm + 1];
    }
    if (share[c] === 0) continue;
    const own = cell[0] > 0 && whole > 0;
    figure += own ? share[c] * (cell[1] / cell[0] - cell[arm + 1] / whole) : Number.NaN;
    for (let l = 0; own && l < p; l++) gap[l] += share[c] * (cell[2 + l] / cell[0] - cell[arm + 2 + l] / whole);
  }
  return { figure, gap, gram, score };
}
