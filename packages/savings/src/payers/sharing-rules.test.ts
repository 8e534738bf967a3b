import fc from "fast-check";
import { expect, test } from "vitest";
import { shapleyOf } from "./shapley.js";
import { netOf, sharingRules } from "./sharing-rules.js";

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const of = (...values: number[]) => Float64Array.from(values);

/** Shapley's value by its definition: the mean over every order of joining. */
function byOrders(gains: number[], cost: number): number[] {
  const K = gains.length;
  const shares = new Array<number>(K).fill(0);
  let orders = 0;
  const go = (order: number[]) => {
    if (order.length < K) {
      for (let k = 0; k < K; k++) if (!order.includes(k)) go([...order, k]);
      return;
    }
    orders++;
    const value = (n: number) => Math.max(0, sum(order.slice(0, n).map((k) => gains[k])) - cost);
    order.forEach((k, i) => {
      shares[k] += value(i + 1) - value(i);
    });
  };
  go([]);
  return shares.map((s) => s / orders);
}

const amount = fc.double({ min: -1e6, max: 2e6, noNaN: true });
const stakes = fc
  .array(fc.record({ gain: amount, cost: fc.double({ min: 0, max: 1e6, noNaN: true }) }), { minLength: 2, maxLength: 6 })
  .map((parties) => ({
    gains: Float64Array.from(parties, (p) => p.gain),
    costs: Float64Array.from(parties, (p) => p.cost + 1),
  }));

test("Shapley's value is the mean over all orders", () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), fc.double({ min: 0, max: 1e6, noNaN: true }), (gains, cost) => {
      const shares = shapleyOf(gains.length, 1)(Float64Array.from(gains), cost);
      for (const [k, expected] of byOrders(gains, cost).entries()) expect(Math.abs(shares[k] - expected)).toBeLessThan(1e-6);
    }),
    { numRuns: 40 },
  );
});

test("Shapley: all of v is handed out, equals get the same, who adds nothing gets nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 8 }), amount, (gains, cost) => {
      const all = Float64Array.from([...gains, gains[0], 0]);
      const shares = shapleyOf(all.length, 1)(all, Math.abs(cost));
      const K = all.length;
      expect(Math.abs(sum(shares) - Math.max(0, sum(all) - Math.abs(cost)))).toBeLessThan(1e-5);
      expect(Math.abs(shares[0] - shares[K - 2])).toBeLessThan(1e-5);
      expect(Math.abs(shares[K - 1])).toBeLessThan(1e-5);
    }),
  );
});

test("two who save 60 and 80 share a cost of 100 as 10 and 30: v({1}) = v({2}) = 0, v(both) = 40 is shared alike", () => {
  expect([...shapleyOf(2, 1)(of(60, 80), 100)]).toEqual([20, 20]);
  // With a third who saves 120: v(3) = 20, v(13) = 80, v(23) = 100, v(12) = 40, v(123) = 160.
  const three = shapleyOf(3, 1)(of(60, 80, 120), 100);
  const expected = [(160 - 100) / 3 + (40 + 60) / 6, (160 - 80) / 3 + (40 + 80) / 6, (160 - 40) / 3 + (80 + 100) / 6 + 20 / 3];
  for (const [k, e] of expected.entries()) expect(three[k]).toBeCloseTo(e, 9);
});

test("drawn orders above 15 payers: efficient exactly, near the exact value of a game with dummies", () => {
  const gains = Float64Array.from({ length: 18 }, (_, k) => (k < 6 ? 100 + 20 * k : 0));
  const drawn = shapleyOf(18, 1)(gains, 400);
  const exact = shapleyOf(6, 1)(gains.subarray(0, 6), 400);
  expect(sum(drawn)).toBeCloseTo(sum(gains) - 400, 6);
  // 2,048 orders of contributions of at most 200: standard error below 2.
  for (let k = 0; k < 6; k++) expect(Math.abs(drawn[k] - exact[k])).toBeLessThan(6);
  for (let k = 6; k < 18; k++) expect(drawn[k]).toBe(0);
  expect(shapleyOf(18, 1)(gains, 400)).toEqual(drawn);
});

test("under every rule what is handed over is received, whatever the gains and costs", () => {
  fc.assert(
    fc.property(stakes, (given) => {
      const net = sum(netOf(given));
      for (const [rule, sharing] of Object.entries(sharingRules(shapleyOf(given.gains.length, 1)))) {
        const after = sharing(given);
        expect(Math.abs(sum(after) - net), rule).toBeLessThan(1e-6 * Math.max(1, sum(given.costs)));
      }
    }),
  );
});

test("makeWhole leaves nobody below 0 and keeps the winners' proportions where all together gain", () => {
  fc.assert(
    fc.property(stakes, (given) => {
      const net = netOf(given);
      fc.pre(sum(net) > 1);
      const after = sharingRules(shapleyOf(net.length, 1)).makeWhole(given);
      after.forEach((value, k) => {
        expect(value).toBeGreaterThanOrEqual(-1e-6);
        if (net[k] <= 0) expect(value).toBe(0);
      });
      const winners = [...net.keys()].filter((k) => net[k] > 1);
      const kept = winners.map((k) => after[k] / net[k]);
      for (const ratio of kept) expect(Math.abs(ratio - kept[0])).toBeLessThan(1e-9);
    }),
    { numRuns: 40 },
  );
});

test("rules by hand", () => {
  const { makeWhole, byCost, byGain } = sharingRules(shapleyOf(3, 1));
  const given = { gains: of(35, 60, 5), costs: of(50, 0, 10) };
  // Nets −15, 60, −5: the middle one hands over 20 of its 60.
  expect([...makeWhole(given)]).toEqual([0, 40, 0]);
  expect([...byCost(given)]).toEqual([40 * (50 / 60), 0, 40 * (10 / 60)]);
  expect([...byGain(given)].map((v) => v.toFixed(9))).toEqual([35 - 21, 60 - 36, 5 - 3].map((v) => v.toFixed(9)));
  const loss = { gains: of(10, 20, 0), costs: of(60, 0, 30) };
  expect([...makeWhole(loss)]).toEqual([-60 * (60 / 90), 0, -60 * (30 / 90)]);
  expect([...byGain({ gains: of(-10, 0, 0), costs: of(60, 0, 30) })]).toEqual([-70, 0, -30]);
});

test("a loss and no cost to share it by: nobody hands over anything", () => {
  const given = { gains: of(10, -20), costs: of(0, 0) };
  for (const sharing of Object.values(sharingRules(shapleyOf(2, 1)))) expect([...sharing(given)]).toEqual([10, -20]);
});
