import fc from "fast-check";
import { expect, test } from "vitest";
import { internalRate } from "./internal-rate.js";

/** Cash flows whose value at rate r is first·Π (1 − v(1 + r_i)): zero at the rates given and nowhere else. */
function streamOf(rates: readonly number[], first: number): number[] {
  let stream = [first];
  for (const r of rates) stream = stream.concat(0).map((x, t) => x - (t > 0 ? stream[t - 1] * (1 + r) : 0));
  return stream;
}

const worth = (net: readonly number[], rate: number) => net.reduce((sum, n, t) => sum + n * (1 + rate) ** -t, 0);

test("one rate is found, whatever lies in between", () => {
  expect(internalRate([-100, 110]).rate).toBeCloseTo(0.1, 12);
  expect(internalRate([-100, 100])).toEqual({ rate: expect.closeTo(0, 12), reason: "found" });
  expect(internalRate([0, 0, -100, 0, 121, 0])).toEqual({ rate: expect.closeTo(0.1, 12), reason: "found" });
  expect(internalRate([-1, 11]).rate).toBeCloseTo(10, 10);
  expect(internalRate([-100, 2]).rate).toBeCloseTo(-0.98, 12);
  // Textbook bond: 1,000 for ten years of 80 and 1,000 back.
  expect(internalRate([-1000, ...new Array<number>(9).fill(80), 1080]).rate).toBeCloseTo(0.08, 12);
});

test("none and several are told apart", () => {
  expect(internalRate([1, 2, 3])).toEqual({ rate: null, reason: "no-change-of-sign" });
  expect(internalRate([-1, 0, -3])).toEqual({ rate: null, reason: "no-change-of-sign" });
  expect(internalRate([])).toEqual({ rate: null, reason: "no-change-of-sign" });
  expect(internalRate([0, 0])).toEqual({ rate: null, reason: "no-change-of-sign" });
  expect(internalRate([-5])).toEqual({ rate: null, reason: "no-change-of-sign" });
  expect(internalRate([-1, Number.NaN, 2])).toEqual({ rate: null, reason: "no-rate" });
  expect(internalRate([-1, 12])).toEqual({ rate: null, reason: "no-rate" });
  expect(internalRate(streamOf([0.1, 0.25], -100))).toEqual({ rate: null, reason: "several-rates" });
  expect(internalRate(streamOf([0, 0.2, 0.5], -100))).toEqual({ rate: null, reason: "several-rates" });
  // Touches 0 at 10% without changing sign.
  expect(internalRate(streamOf([0.1, 0.1], -100))).toEqual({ rate: null, reason: "no-rate" });
  // Three changes of sign in the flows, one rate.
  expect(internalRate([-100, 60, -10, 90]).reason).toBe("found");
});

test("as many rates as the flows were made with", () => {
  const rate = fc.integer({ min: -90, max: 900 }).map((x) => x / 100);
  fc.assert(
    fc.property(fc.uniqueArray(rate, { minLength: 1, maxLength: 4 }), fc.constantFrom(-1e6, 3, -0.01), (rates, first) => {
      const sorted = [...rates].sort((a, b) => a - b);
      fc.pre(sorted.every((r, i) => i === 0 || r - sorted[i - 1] >= 0.05 * (1 + r)));
      const found = internalRate(streamOf(rates, first));
      expect(found.reason).toBe(rates.length === 1 ? "found" : "several-rates");
      if (rates.length === 1) expect(found.rate).toBeCloseTo(rates[0], 9);
    }),
  );
});

test("a cost and then savings for up to eighty years: the value at the rate is 0", () => {
  const savings = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(savings, fc.double({ min: 1, max: 500, noNaN: true }), (later, cost) => {
      const net = [-cost, ...later];
      const { rate, reason } = internalRate(net);
      const crosses = worth(net, 10) * worth(net, -0.99) < 0;
      fc.pre(worth(net, 9.999) * worth(net, -0.9899) < 0 === crosses);
      expect(reason).toBe(crosses ? "found" : later.some((x) => x > 0) ? "no-rate" : "no-change-of-sign");
      if (rate !== null) {
        const size = net.reduce((sum, n, t) => sum + Math.abs(n) * (1 + rate) ** -t, 0);
        expect(Math.abs(worth(net, rate))).toBeLessThanOrEqual(1e-9 * size);
      }
    }),
  );
});
