import fc from "fast-check";
import { expect, test } from "vitest";
import type { VerdictCode } from "./savings-value.js";
import { verdict } from "./verdict.js";

const rules: Record<VerdictCode, (l: number, u: number, c: number, observed: boolean) => boolean> = {
  reached: (l, _, c, o) => o && l >= c,
  "in-line": (l, u, c, o) => o && 0 < l && l < c && c <= u,
  smaller: (l, u, c, o) => o && 0 < l && u < c,
  "below-claim": (l, u, c, o) => o && l <= 0 && 0 <= u && u < c,
  "cannot-tell": (l, u, c, o) => o && l <= 0 && c <= u,
  "extra-cost": (_, u, __, o) => o && u < 0,
  "too-early": (_, __, ___, o) => !o,
};

// Small integers hit every tie (L = 0, U = 0, L = C, U = C, L = U); doubles everything between.
const figure = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ noNaN: true, min: -1e12, max: 1e12 }));
const claim = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ noNaN: true, min: 1e-6, max: 1e12 }));

test("the seven rules of the design partition every (L, U, C, observed), and verdict() is the one that holds", () => {
  fc.assert(
    fc.property(figure, figure, claim, fc.boolean(), (a, b, c, observed) => {
      const [l, u] = a <= b ? [a, b] : [b, a];
      const holding = (Object.keys(rules) as VerdictCode[]).filter((code) => rules[code](l, u, c, observed));
      expect(holding).toEqual([verdict(l, u, c, observed)]);
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test("a claim that is not above zero, and a band that is none, are refused", () => {
  expect(() => verdict(1, 2, 0, true)).toThrow(/claim/);
  expect(() => verdict(1, 2, Number.NaN, true)).toThrow(/claim/);
  expect(() => verdict(Number.NaN, 2, 1, true)).toThrow(/interval/);
  expect(() => verdict(3, 2, 1, true)).toThrow(/interval/);
});
