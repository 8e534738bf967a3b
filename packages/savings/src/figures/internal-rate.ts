import type { KeyFigures } from "./figures-value.js";

const LOWEST = -0.99;
/** 10, and a hair more so that 10 itself is within. */
const HIGHEST = 10 + 1e-9;
/** Halvings of the range of v: beyond the precision of a double. */
const DEPTH = 60;

/**
 * The yearly real rate r in (−0.99, 10] at which Σ n_t/(1 + r)^t is 0, where exactly one is. All changes of sign are found: by Descartes' rule on
 * Bernstein coefficients and bisection, in v = 1/(1 + r) for r ≥ 0 and in 1 + r below, so that powers stay at most 1.
 * Source: Collins & Akritas 1976, doi:10.1145/800205.806346; Rouillier & Zimmermann 2004, doi:10.1016/j.cam.2003.08.015.
 *
 * @param net by consecutive year
 */
export function internalRate(net: readonly number[]): KeyFigures["internalRate"] {
  const first = net.findIndex((x) => x !== 0);
  const stream = net.slice(Math.max(0, first), net.findLastIndex((x) => x !== 0) + 1);
  const rates = stream.every(Number.isFinite) && stream.length > 1 ? signChanges(stream) : [];
  if (rates.length === 1) return { rate: rates[0], reason: "found" };
  if (rates.length > 1) return { rate: null, reason: "several-rates" };
  const turns = stream.some((x) => x < 0) && stream.some((x) => x > 0);
  return { rate: null, reason: turns ? "no-rate" : "no-change-of-sign" };
}

/** Rates at which the value changes sign, from the highest down. */
function signChanges(stream: readonly number[]): number[] {
  const rates: number[] = [];
  let sign = 0;
  let at = 0;
  const follow = (rate: (x: number) => number): Visit => {
    return (low, high, left, right) => {
      if (left === 0) return;
      if (sign !== 0 && left !== sign) rates.push((at + rate(low)) / 2);
      if (left !== right) rates.push(rate((low + high) / 2));
      sign = right;
      at = rate(high);
    };
  };
  const size = stream.map(Math.abs);
  const lowV = 1 / (1 + HIGHEST);
  const above = follow((x) => 1 / (lowV + (1 - lowV) * x) - 1);
  walk(bernstein(stream, lowV), bernstein(size, lowV), 0, 1, DEPTH, above);
  const lowU = 1 + LOWEST;
  const below = [stream, size].map((a) => bernstein(a.toReversed(), lowU).reverse());
  walk(
    below[0],
    below[1],
    0,
    1,
    DEPTH,
    follow((x) => LOWEST * x),
  );
  return rates;
}

type Visit = (low: number, high: number, left: number, right: number) => void;

/**
 * Visits stretches of [0, 1] in order, each without a change of sign (left = right), or too short to halve with one.
 *
 * @param size coefficients of the polynomial with |a_i|: what is below its rounding error counts as 0
 */
function walk(b: readonly number[], size: readonly number[], low: number, high: number, depth: number, visit: Visit): void {
  let left = 0;
  let right = 0;
  let changes = 0;
  b.forEach((value, j) => {
    if (Math.abs(value) <= 4 * b.length * Number.EPSILON * size[j]) return;
    const sign = Math.sign(value);
    if (left === 0) left = sign;
    else if (sign !== right) changes++;
    right = sign;
  });
  if (changes === 0 || depth === 0) {
    visit(low, high, left, right);
    return;
  }
  const middle = (low + high) / 2;
  const [lower, upper] = split(b, 0.5);
  const [lowerSize, upperSize] = split(size, 0.5);
  walk(lower, lowerSize, low, middle, depth - 1, visit);
  walk(upper, upperSize, middle, high, depth - 1, visit);
}

/** Bernstein coefficients on [from, 1] of Σ a_i x^i: b_j = Σ_{i≤j} C(j,i)/C(n,i)·a_i on [0, 1], cut by de Casteljau. */
function bernstein(a: readonly number[], from: number): number[] {
  const n = a.length - 1;
  const b = a.map((_, j) => {
    let sum = 0;
    let ratio = 1;
    for (let i = 0; i <= j; i++) {
      sum += ratio * a[i];
      ratio *= (j - i) / (n - i || 1);
    }
    return sum;
  });
  return split(b, from)[1];
}

/** De Casteljau's algorithm: coefficients on both sides of t. */
function split(b: readonly number[], t: number): [number[], number[]] {
  const work = [...b];
  const lower = [work[0]];
  const upper = [work[work.length - 1]];
  for (let r = 1; r < b.length; r++) {
    for (let i = 0; i < b.length - r; i++) work[i] = (1 - t) * work[i] + t * work[i + 1];
    lower.push(work[0]);
    upper.push(work[b.length - r - 1]);
  }
  return [lower, upper.reverse()];
}
