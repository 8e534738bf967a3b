import fc from "fast-check";
import { expect, it } from "vitest";
import { shareRefund } from "./share-refund.js";
import { type RefundStep, steppedRefund } from "./stepped-refund.js";

/** Barnets lov § 198, 2022 level: 25, 50 and 75% above these amounts a year, siblings summed. */
const danish: readonly RefundStep[] = [
  { above: 860_000, refund: 0.25 },
  { above: 1_680_000, refund: 0.5 },
  { above: 2_120_000, refund: 0.75 },
];

it.each([
  [0, 0],
  [-5000, 0],
  [860_000, 0],
  [860_004, 1],
  [1_000_000, 35_000],
  [1_680_000, 205_000],
  [2_120_000, 425_000],
  [3_120_000, 1_175_000],
])("of %i kr refunds %i kr, worked by hand", (amount, refund) => {
  expect(steppedRefund(amount, danish)).toBe(refund);
});

it("above the top step an avoided krone is worth 25 øre to the municipality", () => {
  const net = (amount: number) => amount - steppedRefund(amount, danish);
  expect(net(2_500_001) - net(2_500_000)).toBeCloseTo(0.25, 6);
});

it("equals a krone-by-krone count", () => {
  const steps = fc
    .array(fc.record({ above: fc.nat(400), refund: fc.integer({ min: 0, max: 8 }) }), { maxLength: 4 })
    .map((list) => list.sort((a, b) => a.above - b.above).map(({ above, refund }) => ({ above, refund: refund / 8 })));
  fc.assert(
    fc.property(fc.nat(600), steps, (amount, scheme) => {
      let counted = 0;
      for (let krone = 0; krone < amount; krone++) counted += scheme.findLast((step) => step.above <= krone)?.refund ?? 0;
      expect(steppedRefund(amount, scheme)).toBe(counted);
    }),
  );
});

const two = Int32Array.of(2022, 2022, 2022, 2022, 2023, 2023, 2023, 2023);

it("sums siblings, and shares their refund by what each cost", () => {
  // Siblings cost 600,000 and 400,000 in 2022: 35,000 are refunded, 3.5% of each. Neither alone passes a step.
  const gross = Float64Array.of(600_000, 0, 0, 0, 100_000, 0, 0, 0, 0, 200_000, 0, 200_000, 0, 0, 0, 0);
  const of = Int32Array.of(0, 0);
  const input = { gross, units: 2, years: two, steps: () => danish };
  const together = shareRefund({ ...input, household: { of, count: 1 }, spread: "proportional" });
  expect(Array.from(together.state, Math.round)).toEqual([21_000, 0, 0, 0, 0, 0, 0, 0, 0, 7000, 0, 7000, 0, 0, 0, 0]);
  expect(shareRefund({ ...input, spread: "proportional" }).state.every((x) => x === 0)).toBe(true);
  // As reached: the sum passes 860,000 in the fourth quarter, which cost 200,000: 140,000 of it above, 35,000 refunded.
  const reached = shareRefund({ ...input, household: { of, count: 1 }, spread: "as-reached" });
  expect(Array.from(reached.state, Math.round)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 35_000, 0, 0, 0, 0]);
});

it("takes the steps of each year", () => {
  const gross = new Float64Array(8).fill(300_000);
  const steps = (year: number) => (year === 2022 ? [] : [{ above: 1_000_000, refund: 0.5 }]);
  const { state } = shareRefund({ gross, units: 1, years: two, steps, spread: "proportional" });
  expect(Array.from(state, Math.round)).toEqual([0, 0, 0, 0, 25_000, 25_000, 25_000, 25_000]);
});

it("leaves an unknown amount unknown, for the household and year alone", () => {
  const gross = Float64Array.of(Number.NaN, 0, 0, 0, 9e5, 0, 0, 0, 9e5, 0, 0, 0, 9e5, 0, 0, 0);
  const household = { of: Int32Array.of(0, 0), count: 1 };
  const { state, municipality } = shareRefund({
    gross,
    units: 2,
    years: two,
    steps: () => danish,
    household,
    spread: "proportional",
  });
  expect(Array.from(state, Math.round)).toEqual([Number.NaN, 0, 0, 0, 132_500, 0, 0, 0, Number.NaN, 0, 0, 0, 132_500, 0, 0, 0]);
  expect(municipality[0] + municipality[8]).toBeNaN();
});

it("never loses a bit: net and refund add up to gross, and a household's refunds to that of its sum", () => {
  const amount = fc.oneof(
    fc.constant(0),
    fc.double({ min: 0, max: 4e6, noNaN: true }),
    fc.double({ min: -1e5, max: 0, noNaN: true }),
  );
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 24, maxLength: 24 }),
      fc.constantFrom("proportional" as const, "as-reached" as const),
      (list, spread) => {
        const gross = Float64Array.from(list);
        const household = { of: Int32Array.of(0, 1, 0), count: 2 };
        const { state, municipality } = shareRefund({ gross, units: 3, years: two, steps: () => danish, household, spread });
        for (let c = 0; c < gross.length; c++) expect(municipality[c] + state[c]).toBe(gross[c] + 0);
        for (const members of [[0, 2], [1]]) {
          for (const year of [0, 4]) {
            const cells = members.flatMap((u) => [0, 1, 2, 3].map((t) => 8 * u + year + t));
            const total = cells.reduce((sum, c) => sum + gross[c], 0);
            const refunded = cells.reduce((sum, c) => sum + state[c], 0);
            const scale = cells.reduce((sum, c) => sum + Math.abs(gross[c]), 0);
            if (spread === "proportional" || cells.every((c) => gross[c] >= 0))
              expect(Math.abs(refunded - steppedRefund(total, danish))).toBeLessThanOrEqual(1e-9 * (1 + scale));
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
