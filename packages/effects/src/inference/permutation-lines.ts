import type { PermutationParts } from "../permutation-block.js";
import { drawnRoles, everyRole, type RoleDraws } from "../permutation-roles.js";
import { LINE } from "./studentised-line.js";

/** Contributions by set and member, and what each falls by when 1 is taken off the treated. */
export interface ShiftedParts extends PermutationParts {
  readonly shift: Float64Array;
}

export interface PermutationLinesBlock extends ShiftedParts, RoleDraws {}

/** The lines of a block's random assignments. */
export function permutationLinesBlock(input: PermutationLinesBlock): Float64Array {
  const lines = new Float64Array(LINE * input.count);
  const { take, write } = roleLine(input);
  let at = 0;
  drawnRoles(input, take, () => {
    write(lines, at);
    at += LINE;
  });
  return lines;
}

/** The lines of all assignments. @param count how many there are */
export function everyRoleLine(parts: ShiftedParts, count: number): Float64Array {
  const lines = new Float64Array(LINE * count);
  const { take, write } = roleLine(parts);
  let at = 0;
  everyRole(parts, take, () => {
    write(lines, at);
    at += LINE;
  });
  return lines;
}

/** The line of one assignment, given by set. @param members of each set, those that play treated */
export function observedRoleLine(parts: ShiftedParts, members: readonly Int32Array[]): Float64Array {
  const lines = new Float64Array(LINE);
  const { take, write } = roleLine(parts);
  members.forEach((own, s) => {
    take(s, own);
  });
  write(lines, 0);
  return lines;
}

/**
 * `take` sets which members of a set are treated, `write` the line of what was taken: at δ = 0 the statistic of `permutation`, to the bit.
 */
function roleLine(parts: ShiftedParts) {
  const { value, shift, start, wave, within } = parts;
  const sets = start.length - 1;
  const chosen = new Float64Array(sets);
  const moved = new Float64Array(sets);
  const spread = new Float64Array(within ? 3 * sets : 0);
  const all = new Float64Array(within ? 5 * sets : 0);
  for (let s = 0; within && s < sets; s++) addUp(all, 5 * s, value, shift, start[s], start[s + 1]);
  const own = new Float64Array(5);

  const take = (s: number, members: Int32Array) => {
    if (!within) {
      let sum = 0;
      let off = 0;
      for (let i = 0; i < members.length; i++) {
        sum += value[start[s] + members[i]];
        off += shift[start[s] + members[i]];
      }
      chosen[s] = sum;
      moved[s] = off;
      return;
    }
    own.fill(0);
    for (let i = 0; i < members.length; i++) addUp(own, 0, value, shift, start[s] + members[i], start[s] + members[i] + 1);
    chosen[s] = own[0];
    moved[s] = own[1];
    neyman(all, 5 * s, own, members.length, start[s + 1] - start[s], spread, 3 * s);
  };

  const write = (lines: Float64Array, at: number) => {
    let total = 0;
    let off = 0;
    let vv = 0;
    let vu = 0;
    let uu = 0;
    if (within) {
      for (let s = 0; s < sets; s++) {
        total += chosen[s];
        off += moved[s];
        vv += spread[3 * s];
        vu += spread[3 * s + 1];
        uu += spread[3 * s + 2];
      }
    }
    for (let from = 0; !within && from < sets; ) {
      let to = from;
      let sum = 0;
      let gone = 0;
      while (to < sets && wave[to] === wave[from]) {
        sum += chosen[to];
        gone += moved[to++];
      }
      const n = to - from;
      const mean = n > 1 ? sum / n : 0;
      const meanOff = n > 1 ? gone / n : 0;
      let [a, b, c] = [0, 0, 0];
      for (let s = from; s < to; s++) {
        const d = chosen[s] - mean;
        const e = moved[s] - meanOff;
        a += d * d;
        b += d * e;
        c += e * e;
      }
      vv += n > 1 ? (a * n) / (n - 1) : a;
      vu += n > 1 ? (b * n) / (n - 1) : b;
      uu += n > 1 ? (c * n) / (n - 1) : c;
      total += sum;
      off += gone;
      from = to;
    }
    lines[at] = total;
    lines[at + 1] = off;
    lines[at + 2] = vv;
    lines[at + 3] = vu;
    lines[at + 4] = uu;
  };
  return { take, write };
}

/** Adds Σv, Σu, Σv², Σvu, Σu² of members from … to. */
function addUp(out: Float64Array, at: number, value: Float64Array, shift: Float64Array, from: number, to: number): void {
  for (let m = from; m < to; m++) {
    const v = value[m];
    const u = shift[m];
    out[at] += v;
    out[at + 1] += u;
    out[at + 2] += v * v;
    out[at + 3] += v * u;
    out[at + 4] += u * u;
  }
}

/** Neyman's variance of a set's part as `partOf` of permutation-block.ts has it, with its mixed and shifted counterparts. */
function neyman(all: Float64Array, at: number, own: Float64Array, k: number, n: number, out: Float64Array, to: number): void {
  if (k === 0 || k === n) {
    out.fill(0, to, to + 3);
    return;
  }
  const share = (k * (n - k)) / n;
  for (let q = 0; q < 3; q++) {
    const first = q === 2 ? 1 : 0;
    const second = q === 0 ? 0 : 1;
    const sums = own[first] * own[second];
    const rest = (all[at + first] - own[first]) * (all[at + second] - own[second]);
    const mine = k > 1 ? (own[2 + q] - sums / k) / (k - 1) : Number.NaN;
    const other = n - k > 1 ? (all[at + 2 + q] - own[2 + q] - rest / (n - k)) / (n - k - 1) : Number.NaN;
    const a = Number.isNaN(mine) ? other : q === 1 ? mine : Math.max(0, mine);
    const b = Number.isNaN(other) ? mine : q === 1 ? other : Math.max(0, other);
    out[to + q] = Number.isNaN(a) ? sums : share * share * (a / k + b / (n - k));
  }
}
