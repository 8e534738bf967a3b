import type { AttGtCell } from "../att-gt/att-gt-cells.js";
import type { CellRows, Method, Preparation, Reason } from "../att-gt/cell-rows.js";
import { prepareCell } from "../att-gt/prepare-cell.js";
import { rowFactors } from "../att-gt/row-factors.js";
import { sumOfMeans } from "../att-gt/sum-of-means.js";
import { sharesByAtom } from "../cluster-shares.js";
import type { TripleSample } from "./triple-sample.js";

/** One of the three differences before outcomes are seen: rows, their places, and what the method makes of them. */
interface Comparison {
  readonly sign: 1 | -1;
  readonly place: Int32Array;
  readonly rows: CellRows;
  readonly found: Preparation;
}

interface Compared {
  /** Fewest units of any of the four kinds. */
  readonly fewest: number;
  /** Units of the control group. */
  readonly units: number;
  readonly differences: readonly Comparison[];
}

/** Where all are observed throughout, who is compared is the same in every period: by group and control group. */
export type Comparisons = Map<string, Compared>;

/** One triple difference against one control group. */
export interface TriplePart {
  readonly control: number;
  readonly value: number;
  readonly influence: Float64Array;
  /** With the small-sample factors of the arms. */
  readonly corrected: Float64Array;
  /** Of clusters: squared shares of rows by atom, of the group itself and of the control group. */
  readonly squares?: { readonly own: Float64Array; readonly control: Float64Array };
  readonly units: number;
}

/** What a cell is estimated from. */
export interface TripleRows {
  readonly sample: TripleSample;
  readonly cell: AttGtCell;
  /** Outcome, units × periods of the panel. */
  readonly values: Float64Array;
  readonly w: Float64Array;
  /** 1 where the unit has weight and a value in the cell's period and in its base. */
  readonly seen: Uint8Array;
}

/** DiD of the eligible with the others of their group, plus that with the eligible of the control group, less that with its others. */
export function tripleAgainst(
  { sample, cell, values, w, seen }: TripleRows,
  control: number,
  method: Method,
  prepared: Comparisons,
): { part: TriplePart; told: Reason[] } | { refused: Reason } {
  const { unit, atom, atoms, periodsGiven } = sample;
  const key = `${cell.group}/${control}`;
  const compared = prepared.get(key) ?? compare(sample, cell.group, control, w, seen, method);
  if (sample.complete) prepared.set(key, compared);
  if (compared.fewest < 2) return { refused: { code: "effects/triple-few", params: { count: compared.fewest } } };
  const influence = new Float64Array(atoms);
  const corrected = new Float64Array(atoms);
  const squares = atoms < sample.n ? { own: new Float64Array(atoms), control: new Float64Array(atoms) } : undefined;
  const told: Reason[] = [];
  let value = 0;
  for (const [difference, { sign, place, rows, found }] of compared.differences.entries()) {
    if ("refused" in found) return { refused: found.refused };
    const y = new Float64Array(place.length);
    for (let r = 0; r < y.length; r++) {
      const at = unit[place[r]] * periodsGiven;
      y[r] = values[at + cell.time] - values[at + cell.window[0]];
    }
    const result = sumOfMeans(found.sum, rows, y, 1);
    value += sign * result.value[0];
    for (let r = 0; r < y.length; r++) influence[atom[place[r]]] += sign * result.influence[r];
    const shares = squares && new Float64Array(y.length);
    const factors = rowFactors(
      rows,
      place.map((i) => atom[i]),
      found,
      sharesByAtom(atoms),
      shares,
    );
    for (let r = 0; shares && r < y.length; r++) {
      // The eligible of the group are the same in all three.
      if (difference === 0) squares!.own[atom[place[r]]] += shares[r];
      else if (rows.d[r] === 0) squares!.control[atom[place[r]]] += shares[r];
    }
    for (let r = 0; r < y.length; r++) corrected[atom[place[r]]] += sign * factors[r] * result.influence[r];
    const covariates = found.dropped.map((j) => sample.covariates[j - 1] ?? "the constant").join(", ");
    if (covariates !== "") told.push({ code: "effects/cell-collinear", params: { covariates } });
    if (found.note) told.push(found.note);
  }
  return { part: { control, value, influence, corrected, ...(squares && { squares }), units: compared.units }, told };
}

function compare(
  sample: TripleSample,
  group: number,
  control: number,
  w: Float64Array,
  seen: Uint8Array,
  method: Method,
): Compared {
  // Eligible of the group; others of it; eligible and others of the control group.
  const lists: number[][] = [[], [], [], []];
  for (let i = 0; i < sample.n; i++) {
    if (seen[i] === 0) continue;
    if (sample.group[i] === group) lists[sample.eligible[i] === 1 ? 0 : 1].push(i);
    else if (sample.group[i] === control) lists[sample.eligible[i] === 1 ? 2 : 3].push(i);
  }
  const fewest = Math.min(...lists.map((list) => list.length));
  const units = lists[2].length + lists[3].length;
  if (fewest < 2) return { fewest, units, differences: [] };
  const against = (side: 1 | 2 | 3, sign: 1 | -1): Comparison => {
    const place = Int32Array.from(lists[0].concat(lists[side]));
    const rows = rowsOf(sample, w, place, lists[0].length);
    return { sign, place, rows, found: prepareCell(rows, method, sample.covariates) };
  };
  return { fewest, units, differences: [against(1, 1), against(2, 1), against(3, -1)] };
}

function rowsOf({ x, k }: TripleSample, w: Float64Array, place: Int32Array, treated: number): CellRows {
  const n = place.length;
  const own = new Float64Array(n * k);
  const weight = new Float64Array(n);
  for (let r = 0; r < n; r++) {
    weight[r] = w[place[r]];
    for (let j = 0; j < k; j++) own[r * k + j] = x[place[r] * k + j];
  }
  return { n, d: new Uint8Array(n).fill(1, 0, treated), w: weight, x: own, k };
}
