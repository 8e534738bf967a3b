import { expect, it } from "vitest";
import { publishableQuantile } from "./publishable-quantile.js";

it.each([
  [10, 0.5, true],
  [9, 0.5, false],
  [1000, 0, false],
  [1000, 1, false],
  [100, 0.95, true],
  [99, 0.95, false],
  [50, 0.1, true],
])("of %d people, quantile %d: %s", (people, probability, may) => {
  expect(publishableQuantile(people, probability, 5)).toBe(may);
});
