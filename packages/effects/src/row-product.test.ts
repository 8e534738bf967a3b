import { stream } from "@kontrafakt/numerics";
import { expect, it } from "vitest";
import { crossProduct } from "./cross-product.js";
import { rowProduct } from "./row-product.js";

it.each([
  [0, 3],
  [1, 1],
  [63, 5],
  [64, 4],
  [200, 13],
  [700, 6],
])("%i rows and %i columns: as row by row, columns of zeros included", (count, columns) => {
  const random = stream(count, "row-product", columns);
  // Columns come and go in turn, as those of cohorts do.
  const rows = Float64Array.from({ length: count * columns }, (_, c) =>
    (Math.floor(c / columns / 260) + (c % columns)) % 3 === 0 ? 0 : random.normal(),
  );
  const given = rows.slice();
  const [found, expected] = [rowProduct(rows, count, columns), crossProduct(rows, count, columns)];
  expected.forEach((v, c) => {
    expect(found[c]).toBeCloseTo(v, 11);
  });
  expect(rows).toEqual(given);
});
