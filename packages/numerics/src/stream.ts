import { fail } from "@kontrafakt/base";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { ln, pow } from "./math.js";
import { messages } from "./messages.js";
import { murmur3 } from "./murmur3.js";
import { normalQuantile, normalQuantiles } from "./normal-quantile.js";

/** Draws per block: long simulations are cut here, so that the number of workers changes nothing. */
export const BLOCK = 1024;

/** A source of random numbers; each call takes the next ones. */
export interface Stream {
  /** Uniform in the open interval (0, 1), 52 bits. */
  uniform(): number;
  /** Standard normal, by inversion of one uniform. */
  normal(): number;
  /** Writes the next `end - first` normals to places of `out`: the same numbers, a fifth sooner. */
  normals(out: Float64Array, first: number, end: number): void;
  /** Whole number from 0 to n − 1, unbiased (rejection); n at most 2^52. */
  integer(n: number): number;
  /** Chi-squared with df > 0, also fractional. Source: Marsaglia & Tsang 2000, doi:10.1145/358407.358414. */
  chiSquared(df: number): number;
}

/**
 * The random numbers that belong to a seed, a name and a block, the same on every machine.
 * `seed` and `block` are whole numbers from 0; `name` is a constant of the package that draws.
 * Generator: xoroshiro128+ (Blackman & Vigna 2018), its 128 bits hashed from the three; its weak lowest bits are not used.
 */
export function stream(seed: number, name: string, block: number): Stream {
  for (const [what, value] of [
    ["seed", seed],
    ["block", block],
  ] as const) {
    if (!(Number.isSafeInteger(value) && value >= 0)) fail("numerics/stream", {}, { what, value: String(value) }, messages);
  }
  const words = [name.length];
  for (let i = 0; i < name.length; i++) words.push(name.charCodeAt(i));
  for (const value of [seed, block]) words.push(value | 0, Math.floor(value / 2 ** 32));
  const generator = xoroshiro128plusFromState([1, 2, 3, 4].map((salt) => murmur3(words, salt)));

  const bits52 = () => {
    const high = generator.next() >>> 6;
    return high * 2 ** 26 + (generator.next() >>> 6);
  };
  const uniform = () => (bits52() + 0.5) / 2 ** 52;
  const normal = () => normalQuantile(uniform());

  /** Gamma with scale 1 and shape at least 1. */
  const gamma = (shape: number) => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      if (ln(uniform()) < 0.5 * x * x + d * (1 - v + ln(v))) return d * v;
    }
  };

  return {
    uniform,
    normal,
    normals(out, first, end) {
      for (let i = first; i < end; i++) {
        // As in `uniform`, whose call would leave a number behind for every draw.
        const high = generator.next() >>> 6;
        out[i] = (high * 2 ** 26 + (generator.next() >>> 6) + 0.5) / 2 ** 52;
      }
      normalQuantiles(out, first, end);
    },
    integer(n) {
      if (!(Number.isSafeInteger(n) && n >= 1 && n <= 2 ** 52)) {
        fail(
          "numerics/parameter",
          {},
          { what: "n of a random integer", need: "a whole number from 1 to 2^52", value: String(n) },
          messages,
        );
      }
      const width = Math.floor(2 ** 52 / n);
      for (;;) {
        const bits = bits52();
        const bucket = (bits - (bits % width)) / width;
        if (bucket < n) return bucket;
      }
    },
    chiSquared(df) {
      if (!(df > 0 && df < Infinity)) {
        fail(
          "numerics/parameter",
          {},
          { what: "df of a chi-squared draw", need: "above 0 and finite", value: String(df) },
          messages,
        );
      }
      if (df >= 2) return 2 * gamma(df / 2);
      return 2 * gamma(df / 2 + 1) * pow(uniform(), 2 / df);
    },
  };
}
