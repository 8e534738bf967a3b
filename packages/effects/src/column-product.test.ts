import { stream } from "@kontrafakt/numerics";
import { expect, it } from "vitest";
import { columnProduct } from "./column-product.js";

it("is every column times every other, zero blocks and odd numbers of columns too", () => {
  const random = stream(1, "test/columns", 0);
  for (const [K, n] of [
    [1, 3],
    [7, 300],
    [67, 517],
  ]) {
    const columns = Array.from({ length: K }, (_, k) =>
      Float64Array.from({ length: n }, (_, a) => ((k + Math.floor(a / 256)) % 3 === 0 ? 0 : random.normal())),
    );
    const found = columnProduct(columns, n);
    for (let j = 0; j < K; j++)
      for (let k = 0; k < K; k++)
        expect(found[j * K + k]).toBeCloseTo(
          columns[j].reduce((sum, v, a) => sum + v * columns[k][a], 0),
          9,
        );
  }
});
