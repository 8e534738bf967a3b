import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquaredCdf, normalCdf } from "./distributions.js";
import { murmur3 } from "./murmur3.js";
import { stream } from "./stream.js";

/** Largest distance between the empirical distribution and a cdf, times √n: below 1.95 in 999 of 1,000 samples. */
function kolmogorov(values: number[], cdf: (x: number) => number): number {
  const n = values.length;
  const distance = values.sort((a, b) => a - b).map((x, i) => Math.max(cdf(x) - i / n, (i + 1) / n - cdf(x)));
  return Math.sqrt(n) * Math.max(...distance);
}

function draw(n: number, next: () => number): number[] {
  return Array.from({ length: n }, next);
}

/** The 64-bit algorithm as published, in whole numbers of any size. */
function xoroshiro128plus(low: [bigint, bigint]): () => bigint {
  const mask = (1n << 64n) - 1n;
  const rotate = (x: bigint, by: bigint) => ((x << by) | (x >> (64n - by))) & mask;
  let [s0, s1] = low;
  return () => {
    const result = (s0 + s1) & mask;
    s1 ^= s0;
    s0 = rotate(s0, 24n) ^ s1 ^ ((s1 << 16n) & mask);
    s1 = rotate(s1, 37n);
    return result;
  };
}

describe("stream", () => {
  test("is xoroshiro128+ seeded by four hashes, two outputs to a uniform", () => {
    const words = [1, 97, 7, 0, 2, 0]; // length and letters of the name; seed and block, low and high
    const [s01, s00, s11, s10] = [1, 2, 3, 4].map((salt) => BigInt(murmur3(words, salt) >>> 0));
    const next = xoroshiro128plus([(s01 << 32n) | s00, (s11 << 32n) | s10]);
    const random = stream(7, "a", 2);
    for (let i = 0; i < 100; i++) {
      const high = (next() & 0xffffffffn) >> 6n;
      const bits = (high << 26n) | ((next() & 0xffffffffn) >> 6n);
      expect(random.uniform()).toBe((Number(bits) + 0.5) / 4503599627370496);
    }
  });

  test("the same three give the same numbers, any other one does not", () => {
    const first = (seed: number, name: string, block: number) => draw(4, stream(seed, name, block).uniform);
    expect(first(1, "a", 0)).toEqual(first(1, "a", 0));
    const others = [first(1, "a", 0), first(2, "a", 0), first(0, "a", 1), first(1, "b", 0), first(1, "a", 1), first(1, "", 0)];
    others.push(first(2 ** 32 + 1, "a", 0), first(1, "å", 0), first(1, "aa", 0));
    expect(new Set(others.map(String)).size).toBe(others.length);
  });

  test("blocks and seeds beside each other are independent", () => {
    const n = 2000;
    for (const neighbour of [() => stream(1, "a", 1), () => stream(2, "a", 0), () => stream(1, "b", 0)]) {
      const a = stream(1, "a", 0);
      const b = neighbour();
      let product = 0;
      for (let i = 0; i < n; i++) product += a.normal() * b.normal();
      expect(Math.abs(product) / Math.sqrt(n)).toBeLessThan(4);
    }
    const firsts = Array.from({ length: n }, (_, block) => stream(9, "a", block).uniform());
    expect(kolmogorov(firsts, (x) => x)).toBeLessThan(1.95);
  });

  test("uniforms and normals follow their distributions", () => {
    const random = stream(3, "a", 0);
    expect(kolmogorov(draw(5000, random.uniform), (x) => x)).toBeLessThan(1.95);
    expect(kolmogorov(draw(5000, random.normal), normalCdf)).toBeLessThan(1.95);
  });

  test.each([0.3, 1, 2, 3.7, 40])("chi-squared with %d degrees of freedom", (df) => {
    const random = stream(4, "a", 0);
    expect(
      kolmogorov(
        draw(2000, () => random.chiSquared(df)),
        (x) => chiSquaredCdf(x, df),
      ),
    ).toBeLessThan(1.95);
  });

  test("integers are even over their range", () => {
    const random = stream(5, "a", 0);
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 7000; i++) counts[random.integer(7)]++;
    const statistic = counts.reduce((total, c) => total + (c - 1000) ** 2 / 1000, 0);
    expect(chiSquaredCdf(statistic, 6)).toBeLessThan(0.999);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 52 }), (n) => {
        const value = random.integer(n);
        return Number.isSafeInteger(value) && value >= 0 && value < n;
      }),
    );
    expect(random.integer(1)).toBe(0);
  });

  test("normals at once are the next ones", () => {
    const [one, other] = [stream(4, "a", 0), stream(4, "a", 0)];
    const out = new Float64Array(1000);
    other.normals(out, 0, 10);
    other.normals(out, 10, 1000);
    expect([...out]).toEqual(Array.from({ length: 1000 }, () => one.normal()));
    expect(other.uniform()).toBe(one.uniform());
  });

  test("refuses what it cannot use", () => {
    expect(() => stream(-1, "a", 0)).toThrow(/seed of a random stream must be a whole number/);
    expect(() => stream(1, "a", NaN)).toThrow(/block of a random stream/);
    expect(() => stream(1, "a", 0).integer(0)).toThrow(/found 0/);
    expect(() => stream(1, "a", 0).integer(NaN)).toThrow(/found NaN/);
    expect(() => stream(1, "a", 0).chiSquared(NaN)).toThrow(/found NaN/);
  });
});
