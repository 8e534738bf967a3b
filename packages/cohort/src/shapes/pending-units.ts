import type { Sums } from "./sums.js";

/** Units gathered before their products are added: sums of products over a tile stay in registers. */
const ROWS = 64;

/** Units of one arm that wait, variable-major: variable v of row r is at `v * ROWS + r`. */
export interface Pending {
  count: number;
  readonly w: Float64Array;
  /** Values less their shifts, 0 where not known. */
  readonly z: Float64Array;
  /** 1 where known. Absent where every unit has everything. */
  readonly known?: Float64Array;
}

export function emptyPending(variables: number, complete: boolean): Pending {
  const cells = variables * ROWS;
  return {
    count: 0,
    w: new Float64Array(ROWS),
    z: new Float64Array(cells),
    ...(complete ? {} : { known: new Float64Array(cells) }),
  };
}

/** Puts a unit in line. True where the line is full and must be added. */
export function push(pending: Pending, z: Float64Array, weight: number): boolean {
  const r = pending.count++;
  for (let v = 0, at = r; v < z.length; v++, at += ROWS) pending.z[at] = z[v];
  pending.w[r] = weight;
  return pending.count === ROWS;
}

/** The same for a unit that has `count` variables, whose indices `which` lists. */
export function pushSome(pending: Pending, which: Int32Array, count: number, z: Float64Array, weight: number): boolean {
  const r = pending.count++;
  const known = pending.known as Float64Array;
  for (let at = r; at < pending.z.length; at += ROWS) {
    pending.z[at] = 0;
    known[at] = 0;
  }
  for (let a = 0; a < count; a++) {
    const at = which[a] * ROWS + r;
    pending.z[at] = z[which[a]];
    known[at] = 1;
  }
  pending.w[r] = weight;
  return pending.count === ROWS;
}

/** Adds the products of those in line to sums over units that have everything. */
export function flushWhole(pending: Pending, { n, w, wy, ww, wwy, wwyy }: Sums): void {
  const { count, z, w: weight } = pending;
  const V = wy.length;
  pending.count = 0;
  n[0] += count;
  for (let r = 0; r < count; r++) {
    w[0] += weight[r];
    ww[0] += weight[r] * weight[r];
  }
  const scaled = new Float64Array(count);
  for (let v = 0, at = 0; v < V; v++) {
    const own = v * ROWS;
    let sum = 0;
    let squares = 0;
    for (let r = 0; r < count; r++) {
      const once = weight[r] * z[own + r];
      sum += once;
      scaled[r] = weight[r] * once;
      squares += scaled[r];
    }
    wy[v] += sum;
    wwy[v] += squares;
    let u = 0;
    for (; u + 3 <= v; u += 4, at += 4) {
      const first = u * ROWS;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let r = 0, i = first; r < count; r++, i++) {
        const x = scaled[r];
        a += x * z[i];
        b += x * z[i + ROWS];
        c += x * z[i + 2 * ROWS];
        d += x * z[i + 3 * ROWS];
      }
      wwyy[at] += a;
      wwyy[at + 1] += b;
      wwyy[at + 2] += c;
      wwyy[at + 3] += d;
    }
    for (; u <= v; u++, at++) {
      const first = u * ROWS;
      let a = 0;
      for (let r = 0; r < count; r++) a += scaled[r] * z[first + r];
      wwyy[at] += a;
    }
  }
}

/** Adds the products of those in line to sums over pairs. */
export function flushSome(pending: Pending, sums: Sums, V: number): void {
  const { count, z, w: weight } = pending;
  const known = pending.known as Float64Array;
  pending.count = 0;
  for (let v = 0, pair = 0; v < V; v++) {
    for (let u = 0; u <= v; u++, pair++) {
      let n = 0;
      let w = 0;
      let ww = 0;
      let yV = 0;
      let yU = 0;
      let yyV = 0;
      let yyU = 0;
      let yy = 0;
      for (let r = 0, i = v * ROWS, j = u * ROWS; r < count; r++, i++, j++) {
        const both = known[i] * known[j];
        const once = weight[r] * both;
        const twice = weight[r] * once;
        n += both;
        w += once;
        ww += twice;
        yV += once * z[i];
        yU += once * z[j];
        yyV += twice * z[i];
        yyU += twice * z[j];
        yy += twice * z[i] * z[j];
      }
      sums.n[pair] += n;
      sums.w[pair] += w;
      sums.ww[pair] += ww;
      sums.wwyy[pair] += yy;
      sums.wy[v * V + u] += yV;
      sums.wwy[v * V + u] += yyV;
      if (u === v) continue;
      sums.wy[u * V + v] += yU;
      sums.wwy[u * V + v] += yyU;
    }
  }
}
