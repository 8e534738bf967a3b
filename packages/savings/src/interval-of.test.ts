import { quantile } from "@kontrafakt/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { intervalOf } from "./interval-of.js";

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
