import { expect, test } from "vitest";
import { textWidth } from "./text-width.js";

test("widths of Helvetica, as its metrics file has them", () => {
  expect(textWidth("A", 10, false)).toBeCloseTo(6.67, 9);
  expect(textWidth("il ", 1000, false)).toBe(222 + 222 + 278);
  expect(textWidth("~", 1000, false)).toBe(584);
  expect(textWidth("Læ…", 1000, false)).toBe(556 + 889 + 1000);
  expect(textWidth("A", 10, true)).toBeGreaterThan(textWidth("A", 10, false));
});
