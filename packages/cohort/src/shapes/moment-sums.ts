import { emptyPending, flushSome, flushWhole, type Pending, push, pushSome } from "./pending-units.js";
import type { Sums } from "./sums.js";

/** Sums of one arm in the making: units that have every variable apart from those that lack some. */
export interface ArmSums {
  units: number;
  whole?: Sums;
  some?: Sums;
  /** Units whose products are still to be added. */
  inLine?: Pending;
  someInLine?: Pending;
  readonly nonZero: Float64Array;
}

export interface SumsShape {
  readonly arms: number;
  readonly variables: number;
  /** Products of pairs too. */
  readonly products: boolean;
}

export function emptySums({ arms, variables }: SumsShape): ArmSums[] {
  return Array.from({ length: arms }, () => ({ units: 0, nonZero: new Float64Array(variables) }));
}

function wholeSums({ variables: V, products }: SumsShape): Sums {
  return zeros(1, V, products ? 1 : 0, products ? V : 0, products ? (V * (V + 1)) / 2 : 0);
}

function someSums({ variables: V, products }: SumsShape): Sums {
  const pairs = (V * (V + 1)) / 2;
  return products ? zeros(pairs, V * V, pairs, V * V, pairs) : zeros(V, V, 0, 0, 0);
}

function zeros(n: number, wy: number, ww: number, wwy: number, wwyy: number): Sums {
  return {
    n: new Float64Array(n),
    w: new Float64Array(n),
    wy: new Float64Array(wy),
    ww: new Float64Array(ww),
    wwy: new Float64Array(wwy),
    wwyy: new Float64Array(wwyy),
  };
}

/** Adds a unit that has every variable. @param z values less their shifts @param zero what a value of 0 became: −shift */
export function addWhole(arm: ArmSums, shape: SumsShape, z: Float64Array, weight: number, zero: Float64Array): void {
  arm.whole ??= wholeSums(shape);
  const { nonZero, whole } = arm;
  const V = z.length;
  arm.units++;
  for (let v = 0; v < V; v++) if (z[v] !== zero[v]) nonZero[v]++;
  if (shape.products) {
    arm.inLine ??= emptyPending(V, true);
    if (push(arm.inLine, z, weight)) flushWhole(arm.inLine, whole);
    return;
  }
  whole.n[0]++;
  whole.w[0] += weight;
  for (let v = 0; v < V; v++) whole.wy[v] += weight * z[v];
}

/** Adds a unit that has `count` variables, whose indices `known` lists ascending. */
export function addSome(
  arm: ArmSums,
  shape: SumsShape,
  known: Int32Array,
  count: number,
  z: Float64Array,
  weight: number,
  zero: Float64Array,
): void {
  arm.some ??= someSums(shape);
  const { nonZero, some } = arm;
  const V = z.length;
  arm.units++;
  for (let a = 0; a < count; a++) if (z[known[a]] !== zero[known[a]]) nonZero[known[a]]++;
  if (shape.products && 4 * count > V) {
    arm.someInLine ??= emptyPending(V, false);
    if (pushSome(arm.someInLine, known, count, z, weight)) flushSome(arm.someInLine, some, V);
    return;
  }
  for (let a = 0; a < count; a++) {
    const v = known[a];
    if (shape.products) for (let b = 0; b <= a; b++) addPair(some, V, v, known[b], z, weight);
    else {
      some.n[v]++;
      some.w[v] += weight;
      some.wy[v] += weight * z[v];
    }
  }
}

function addPair({ n, w, wy, ww, wwy, wwyy }: Sums, V: number, v: number, u: number, z: Float64Array, weight: number): void {
  const pair = (v * (v + 1)) / 2 + u;
  const squared = weight * weight;
  n[pair]++;
  w[pair] += weight;
  ww[pair] += squared;
  wwyy[pair] += squared * z[v] * z[u];
  wy[v * V + u] += weight * z[v];
  wwy[v * V + u] += squared * z[v];
  if (u === v) return;
  wy[u * V + v] += weight * z[u];
  wwy[u * V + v] += squared * z[u];
}

/** Adds whoever still waits. */
export function settle(arms: readonly ArmSums[], { variables }: SumsShape): void {
  for (const arm of arms) {
    if (arm.inLine !== undefined) flushWhole(arm.inLine, arm.whole as Sums);
    if (arm.someInLine !== undefined) flushSome(arm.someInLine, arm.some as Sums, variables);
    delete arm.inLine;
    delete arm.someInLine;
  }
}

/** Adds sums to sums, in place. */
export function addSums(into: ArmSums[], from: readonly ArmSums[]): void {
  from.forEach((arm, a) => {
    const own = into[a];
    own.units += arm.units;
    addTo(own.nonZero, arm.nonZero);
    own.whole = added(own.whole, arm.whole);
    own.some = added(own.some, arm.some);
  });
}

function added(into: Sums | undefined, from: Sums | undefined): Sums | undefined {
  if (into === undefined || from === undefined) return into ?? from;
  for (const key of Object.keys(into) as (keyof Sums)[]) addTo(into[key], from[key]);
  return into;
}

export function addTo(into: Float64Array, from: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] += from[i];
}

/** Sums over units that have everything, written out as sums over pairs. */
export function spread(whole: Sums, shape: SumsShape): Sums {
  const out = someSums(shape);
  const V = shape.variables;
  out.n.fill(whole.n[0]);
  out.w.fill(whole.w[0]);
  out.ww.fill(whole.ww[0]);
  out.wwyy.set(whole.wwyy);
  for (let v = 0; v < V; v++) {
    if (shape.products) {
      out.wy.fill(whole.wy[v], v * V, (v + 1) * V);
      out.wwy.fill(whole.wwy[v], v * V, (v + 1) * V);
    } else out.wy[v] = whole.wy[v];
  }
  return out;
}
