import fc from "fast-check";
import { expect, test } from "vitest";
import type { VerdictCode } from "../savings-value.js";
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

// Small integers hit every tie (L = 0, U = 0, L = C, U = C, L = U); doubles everything between; an interval may be open.
const figure = fc.oneof(
  fc.integer({ min: -4, max: 4 }),
  fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
  fc.constantFrom(-Infinity, Infinity, -0, 0, Number.MIN_VALUE, -Number.MIN_VALUE),
);
const claim = fc.oneof(
  fc.integer({ min: 1, max: 4 }),
  fc.double({ noNaN: true, min: 1e-6, max: 1e12 }),
  fc.constantFrom(Number.MIN_VALUE, Number.MAX_VALUE),
);
const band = fc.oneof(
  fc.tuple(figure, figure).map(([a, b]) => (a <= b ? ([a, b] as const) : ([b, a] as const))),
  figure.map((a) => [a, a] as const),
);

test("the seven rules of the design partition every (L, U, C, observed), and verdict() is the one that holds", () => {
  const met = new Set<VerdictCode>();
  fc.assert(
    fc.property(band, claim, fc.boolean(), ([l, u], c, observed) => {
      const holding = (Object.keys(rules) as VerdictCode[]).filter((code) => rules[code](l, u, c, observed));
      expect(holding).toEqual([verdict(l, u, c, observed)]);
      met.add(holding[0]);
    }),
    { numRuns: 2000 },
  );
  expect(met.size).toBe(7);
});

test("a limit that is the claim itself, or 0 itself, falls to one rule", () => {
  const ties = fc.tuple(figure, claim, fc.constantFrom("L = C", "U = C", "L = U = C", "L = 0", "U = 0"));
  fc.assert(
    fc.property(ties, ([other, c, tie]) => {
      const [l, u] = {
        "L = C": [c, Math.max(c, other)],
        "U = C": [Math.min(c, other), c],
        "L = U = C": [c, c],
        "L = 0": [0, Math.max(0, other)],
        "U = 0": [Math.min(0, other), 0],
      }[tie];
      const holding = (Object.keys(rules) as VerdictCode[]).filter((code) => rules[code](l, u, c, true));
      expect(holding).toEqual([verdict(l, u, c, true)]);
    }),
  );
});

test("a larger claim never gets a better verdict from the same interval", () => {
  const worse: readonly (readonly VerdictCode[])[] = [
    ["reached", "in-line", "smaller"],
    ["cannot-tell", "below-claim"],
    ["extra-cost"],
    ["too-early"],
  ];
  fc.assert(
    fc.property(band, claim, claim, fc.boolean(), ([l, u], a, b, observed) => {
      const [less, more] = [verdict(l, u, Math.min(a, b), observed), verdict(l, u, Math.max(a, b), observed)];
      const chain = worse.find((codes) => codes.includes(less)) ?? [];
      expect(chain).toContain(more);
      expect(chain.indexOf(more)).toBeGreaterThanOrEqual(chain.indexOf(less));
    }),
    { numRuns: 500 },
  );
});

test("a claim that is not above zero, and a band that is none, are refused", () => {
  expect(() => verdict(1, 2, 0, true)).toThrow(/claim/);
  expect(() => verdict(1, 2, Number.NaN, true)).toThrow(/claim/);
  expect(() => verdict(Number.NaN, 2, 1, true)).toThrow(/interval/);
  expect(() => verdict(3, 2, 1, true)).toThrow(/interval/);
});
