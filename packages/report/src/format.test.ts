import { expect, test } from "vitest";
import { decimalsFor, formatNumber, numberOf } from "./format.js";

const danish = { decimal: ",", group: "." };
const english = { decimal: ".", group: "," };

test("groups thousands and marks decimals as the language does", () => {
  expect(formatNumber(1234.5, 1, danish)).toBe("1.234,5");
  expect(formatNumber(1234567.891, 2, english)).toBe("1,234,567.89");
  expect(formatNumber(999, 0, danish)).toBe("999");
});

test("a true minus sign, and never minus zero", () => {
  expect(formatNumber(-3.14, 1, english)).toBe("−3.1");
  expect(formatNumber(-0.01, 1, english)).toBe("0.0");
  expect(formatNumber(-0, 0, english)).toBe("0");
});

test("what is not a number is a dash, whatever JSON made of it", () => {
  expect(formatNumber(null, 1, danish)).toBe("–");
  expect(formatNumber(undefined, 1, danish)).toBe("–");
  expect(formatNumber(Number.NaN, 1, danish)).toBe("–");
  expect(formatNumber("Infinity", 1, danish)).toBe("∞");
  expect(numberOf("-Infinity")).toBe(-Infinity);
});

test("three significant digits, at most three decimals", () => {
  expect([1234, 123, 12.3, 1.23, 0.123, 0.0123, 0].map(decimalsFor)).toEqual([0, 0, 1, 2, 2, 3, 2]);
});
