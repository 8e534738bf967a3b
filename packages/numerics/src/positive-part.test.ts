import { expect, it } from "vitest";
import { positivePart } from "./positive-part.js";

it("sets negative eigenvalues to 0", () => {
  // Eigenvalues 3 and −1 with eigenvectors (1, 1)/√2 and (1, −1)/√2.
  const found = positivePart(Float64Array.of(1, 2, 2, 1), 2)!;
  for (const v of found) expect(v).toBeCloseTo(1.5, 12);
  expect(positivePart(Float64Array.of(-2), 1)).toEqual(Float64Array.of(0));
});

it("says nothing of a matrix that is positive semi-definite, singular or not", () => {
  expect(positivePart(Float64Array.of(2, 1, 1, 2), 2)).toBeNull();
  expect(positivePart(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
  expect(positivePart(new Float64Array(0), 0)).toBeNull();
});
