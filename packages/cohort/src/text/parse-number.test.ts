import fc from "fast-check";
import { expect, it } from "vitest";
import { detectDecimal, toldDecimal } from "./detect-decimal.js";
import { parseNumber, UNREADABLE } from "./parse-number.js";

it.each([
  ["1,5", ",", 1.5],
  ["-1.234,50", ",", -1234.5],
  ["1.234.567", ",", 1234567],
  ["1.234", ",", 1234],
  ["1.234", ".", 1.234],
  ["1,234.5", ".", 1234.5],
  ["1 234,5", ",", 1234.5],
  ["1\u00a0234,5", ",", 1234.5],
  ["1'234.5", ".", 1234.5],
  ["\u22125", ",", -5],
  ["+5", ",", 5],
  [",5", ",", 0.5],
  ["5,", ",", 5],
  ["1e3", ".", 1000],
  ["12345678901234567890", ",", 1.2345678901234567e19],
] as const)("%s with %s is %d", (text, decimal, value) => {
  expect(parseNumber(text, decimal)).toBe(value);
});

it.each(["", "-", ",", "abc", "1.5", "12.34", "1.2345", "1,2,3", "1-2", "0x10", "Infinity", "1e999", "5 kr", "1..2", "--1"])(
  "%s is no number with a decimal comma",
  (text) => {
    expect(parseNumber(text, ",")).toBe(UNREADABLE);
  },
);

it("reads back what JavaScript writes", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parseNumber(String(value), ".")).toBe(value === 0 ? parseNumber(String(value), ".") : value);
      expect(parseNumber(String(value).replace(".", ","), ",")).toBe(parseNumber(String(value), "."));
    }),
  );
});

it.each([
  [["1,5", "1.234"], ",", ","],
  [["1.5", "1,234"], ";", "."],
  [["1.234", "2.345"], ";", ","],
  [["1.234", "2.345"], ",", "."],
  [["1.234.567"], ",", ","],
  [["12", "x", ""], ";", ","],
] as const)("decimal mark of %j between %s is %s", (cells, delimiter, mark) => {
  expect(detectDecimal(cells, delimiter)).toBe(mark);
});

it("a declared mark of thousands is the only one, and decides the decimal mark", () => {
  expect(parseNumber("1.234", ",", ".")).toBe(1234);
  expect(parseNumber("1 234", ",", ".")).toBe(UNREADABLE);
  expect(parseNumber("1.234", ",", "none")).toBe(UNREADABLE);
  expect(detectDecimal(["1.234"], ",", ".")).toBe(",");
  expect(detectDecimal(["1,234"], ";", ",")).toBe(".");
  expect(toldDecimal(["1.234", "12"])).toBeUndefined();
});
