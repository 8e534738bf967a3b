import { NEVER } from "@kontrafakt/cohort";
import { armMean } from "../att-gt/arm-mean.js";
import type { AttGtCell } from "../att-gt/att-gt-cells.js";
import type { Method, Reason } from "../att-gt/cell-rows.js";
import { controlGroups } from "../att-gt/members.js";
import { sharesByAtom } from "../cluster-shares.js";
import { leastVariance } from "./least-variance.js";
import { type Comparisons, type TriplePart, type TripleRows, tripleAgainst } from "./triple-against.js";
import type { TripleSample } from "./triple-sample.js";

export interface TripleCell {
  readonly value: number;
  /** Mean outcome of the eligible of the group. */
  readonly level: number;
  /** By atom; absent where there is no estimate. */
  readonly influence?: Float64Array;
  readonly levelInfluence?: Float64Array;
  /** Both with the small-sample factors of the arms. */
  readonly corrected?: Float64Array;
  readonly levelCorrected?: Float64Array;
  /** Of clusters: squared shares of the rows of each in the means of the estimate and of the level, by atom. */
  readonly squares?: Float64Array;
  readonly levelSquares?: Float64Array;
  readonly treated: number;
  readonly others: number;
  /** Groups compared with, and what each counts. */
  readonly controls: readonly number[];
  readonly weights: readonly number[];
  readonly told: readonly { readonly reason: Reason; readonly empty: boolean }[];
}

interface Told {
  readonly reason: Reason;
  readonly empty: boolean;
  readonly control: number;
}

/**
 * Every cell of every outcome: outcome o, cell c at o × cells + c. Each control group is compared with apart, since eligible and others may
 * differ in another way in each; their triple differences are then put together with the weights of least variance.
 * Source: Ortiz-Villavicencio & Sant'Anna 2025, arXiv:2505.09942.
 * @param weights one an atom; all 1 if absent
 * @param held what control groups count, from an earlier call
 */
export function tripleCells(
  sample: TripleSample,
  cells: readonly AttGtCell[],
  { method, control }: { method: Method; control: "never" | "notYet" },
  weights?: Float64Array,
  held?: readonly TripleCell[],
): TripleCell[] {
  const own = weights ? sample.w.map((w, i) => w * weights[sample.atom[i]]) : sample.w;
  const prepared: Comparisons = new Map();
  return sample.outcomes.flatMap(({ measure: { values } }, o) =>
    cells.map((cell, c) => {
      const rows: TripleRows = { sample, cell, values, w: own, seen: seenIn(sample, cell, values, own) };
      const parts: TriplePart[] = [];
      const told: Told[] = [];
      const before = held?.[o * cells.length + c];
      const groups = before ? before.controls : [NEVER, ...controlGroups(cell, sample.groups, control)];
      for (const group of groups) {
        const found = cell.reference ? undefined : tripleAgainst(rows, group, method, prepared);
        if (!found) continue;
        if ("refused" in found) told.push({ reason: found.refused, empty: true, control: group });
        else {
          parts.push(found.part);
          told.push(...found.told.map((reason) => ({ reason, empty: false, control: group })));
        }
      }
      return put(rows, parts, told, before);
    }),
  );
}

/** Units with weight and a value in the cell's period and in its base. */
function seenIn(
  { n, unit, periodsGiven }: TripleSample,
  { time, window }: AttGtCell,
  values: Float64Array,
  w: Float64Array,
): Uint8Array {
  const seen = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const at = unit[i] * periodsGiven;
    if (w[i] > 0 && window.length > 0 && !Number.isNaN(values[at + time] - values[at + window[0]])) seen[i] = 1;
  }
  return seen;
}

function put(
  { sample, cell, values, w, seen }: TripleRows,
  parts: readonly TriplePart[],
  told: Told[],
  before?: TripleCell,
): TripleCell {
  const { n, group, eligible, atom, atoms, unit, periodsGiven } = sample;
  let treated = 0;
  let others = 0;
  let total = 0;
  let level = 0;
  for (let i = 0; i < n; i++) {
    if (seen[i] === 0 || group[i] !== cell.group) continue;
    if (eligible[i] !== 1) others++;
    else {
      treated++;
      total += w[i];
      level += w[i] * values[unit[i] * periodsGiven + cell.time];
    }
  }
  level /= total;
  const compared = others + parts.reduce((sum, part) => sum + part.units, 0);
  const controls = parts.map((part) => part.control);
  const few = cell.reference ? fewestAtBase(treated, others, before) : undefined;
  if (few) return { ...nothing, treated, others: compared, told: [{ reason: few, empty: true }] };
  const complete = before === undefined || parts.length === before.controls.length;
  if (!cell.reference && (parts.length === 0 || !complete)) {
    if (told.length === 0) told.push({ reason: { code: "effects/cell-no-controls", params: {} }, empty: true, control: NEVER });
    const reasons = told.filter((one) => one.empty).slice(0, 1);
    return { ...nothing, treated, others: compared, told: reasons };
  }
  const shares = before ? before.weights : leastVariance(parts.map((part) => part.influence));
  let value = 0;
  const influence = new Float64Array(atoms);
  const corrected = new Float64Array(atoms);
  parts.forEach((part, p) => {
    value += shares[p] * part.value;
    for (let a = 0; a < atoms; a++) influence[a] += shares[p] * part.influence[a];
    for (let a = 0; a < atoms; a++) corrected[a] += shares[p] * part.corrected[a];
  });
  const levelInfluence = new Float64Array(atoms);
  const tally = sharesByAtom(atoms);
  for (let i = 0; i < n; i++) if (seen[i] === 1 && group[i] === cell.group && eligible[i] === 1) tally.add(atom[i], w[i]);
  const sums = tally.shares();
  const { factors } = armMean(sums.sum, sums.squares, tally.count() === treated);
  for (let i = 0; i < n; i++) {
    if (seen[i] === 1 && group[i] === cell.group && eligible[i] === 1)
      levelInfluence[atom[i]] += (w[i] * (values[unit[i] * periodsGiven + cell.time] - level)) / total;
  }
  const levelCorrected = levelInfluence.map((v, a) => (tally.place(a) < 0 ? v : v * factors[tally.place(a)]));
  const clustered = atoms < n && !cell.reference;
  const squares = new Float64Array(clustered ? atoms : 0);
  parts.forEach(({ squares: own }, p) => {
    for (let a = 0; own && a < squares.length; a++) squares[a] += shares[p] * own.own[a] + shares[p] * shares[p] * own.control[a];
  });
  const levelSquares = Float64Array.from({ length: atoms < n ? atoms : 0 }, (_, a) =>
    tally.place(a) < 0 ? 0 : sums.squares[tally.place(a)] / (total * total),
  );
  return {
    value,
    level,
    influence,
    levelInfluence,
    corrected,
    levelCorrected,
    ...(clustered && { squares }),
    ...(atoms < n && { levelSquares }),
    treated,
    others: compared,
    controls,
    weights: shares,
    told: told.map((one) => (one.empty ? { reason: leftOut(one.control), empty: false } : one)),
  };
}

const nothing = { value: Number.NaN, level: Number.NaN, controls: [], weights: [] };

/** A base is 0 by construction, but its group has no effects where it lacks eligible or others, and the level of one person is told nowhere. */
function fewestAtBase(treated: number, others: number, before?: TripleCell): Reason | undefined {
  const count = Math.min(treated, others);
  const refused = before ? Number.isNaN(before.value) : count < 2;
  return refused ? { code: "effects/triple-few", params: { count } } : undefined;
}

/** A control group that could not be compared with, where others could. */
function leftOut(control: number): Reason {
  return control === NEVER
    ? { code: "effects/triple-never-left-out", params: {} }
    : { code: "effects/triple-control-left-out", params: { control } };
}
