import { expect, it } from "vitest";
import { publishable } from "./publishable.js";

it.each([
  [0, 0],
  [1, "<5"],
  [4, "<5"],
  [5, 5],
  [240, 240],
])("%d is published as %s", (count, shown) => {
  expect(publishable(count, 5)).toBe(shown);
});
