// Against sums written out; relative 1e-13.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addProduct, gram, loadBlock, padded, ROWS } from "./cross-product.js";
import { stream } from "./stream.js";

test("X'WX and X's over any choice of columns and number of rows", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), (n, k, weighted) => {
      const random = stream(n, "cross-product-test", k);
      const x = Float64Array.from({ length: n * k }, () => random.normal());
      const weights = weighted ? Float64Array.from({ length: n }, () => random.uniform()) : undefined;
      const columns = Array.from({ length: k }, (_, j) => j).filter((j) => j % 3 !== 1);
      const m = columns.length;
      const found = gram(x, weights, n, k, columns);
      for (let a = 0; a < m; a++) {
        for (let b = 0; b < m; b++) {
          let sum = 0;
          for (let i = 0; i < n; i++) sum += (weights?.[i] ?? 1) * x[i * k + columns[a]] * x[i * k + columns[b]];
          expect(Math.abs(found[a * m + b] - (b <= a ? sum : 0))).toBeLessThan(1e-13 * n);
        }
      }
      const rows = Math.min(n, ROWS);
      const block = new Float64Array(padded(m) * ROWS);
      const sum = new Float64Array(padded(m));
      loadBlock(x, k, columns, 0, rows, block);
      addProduct(block, x.subarray(0, rows), padded(m), rows, sum);
      columns.forEach((j, a) => {
        let expected = 0;
        for (let i = 0; i < rows; i++) expected += x[i] * x[i * k + j];
        expect(Math.abs(sum[a] - expected)).toBeLessThan(1e-13 * n);
      });
    }),
    { numRuns: 40 },
  );
});
