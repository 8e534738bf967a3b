import fc from "fast-check";
import { expect, it } from "vitest";
import { factorProduct } from "./factor-product.js";

it("is the sum over r in order, whatever the shape of the factor", () => {
  const sizes = fc.record({
    rows: fc.integer({ min: 1, max: 9 }),
    rank: fc.integer({ min: 0, max: 6 }),
    count: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(
      sizes,
      fc.infiniteStream(fc.oneof(fc.constant(0), fc.double({ min: -9, max: 9, noNaN: true }))),
      ({ rows, rank, count }, numbers) => {
        const take = (n: number) => Float64Array.from({ length: n }, () => numbers.next().value);
        const [factor, z] = [take(rows * rank), take(count * rank)];
        const out = factorProduct(factor, rows, rank, z, count);
        for (let row = 0; row < rows; row++) {
          for (let d = 0; d < count; d++) {
            let sum = 0;
            for (let r = 0; r < rank; r++) sum += factor[row * rank + r] * z[d * rank + r];
            expect(out[row * count + d]).toBe(sum + 0);
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});
