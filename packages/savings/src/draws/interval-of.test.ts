import { quantile, stream } from "@kontrafakt/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { intervalOf, quantileOfDraws } from "./interval-of.js";

test("selection gives the quantiles of the sorted values", () => {
  const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 })), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(values, (list) => {
      const sorted = Float64Array.from(list).sort();
      expect(intervalOf(Float64Array.from(list))).toEqual([quantile(sorted, 0.025), quantile(sorted, 0.975)]);
    }),
    { seed: 3, numRuns: 300 },
  );
});

test("and of many values, whatever their order and however many are the same", () => {
  const random = stream(8, "test/interval", 0);
  for (const n of [2048, 5001, 10_000]) {
    const draws = Float64Array.from({ length: n }, () => random.normal());
    for (const values of [
      draws,
      draws.toSorted(),
      draws.toSorted().reverse(),
      draws.map((v) => Math.trunc(v) + 0),
      draws.map(() => 7),
    ]) {
      const sorted = values.toSorted();
      for (const p of [0, 0.001, 0.025, 0.1, 0.2, 0.5, 0.8, 0.975, 1])
        expect(quantileOfDraws(values, p)).toBe(quantile(sorted, p));
    }
  }
});
