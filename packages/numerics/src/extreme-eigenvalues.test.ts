import { expect, test } from "vitest";
import { extremeEigenvalues } from "./extreme-eigenvalues.js";

test("eigenvalues known by hand", () => {
  expect(extremeEigenvalues(Float64Array.of(4), 1)).toEqual({ smallest: 4, largest: 4 });
  const { smallest, largest } = extremeEigenvalues(Float64Array.of(1, 99, 2, 1), 2);
  expect(smallest).toBeCloseTo(-1, 12);
  expect(largest).toBeCloseTo(3, 12);
});
