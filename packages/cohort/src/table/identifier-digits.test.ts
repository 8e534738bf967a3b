import { expect, it } from "vitest";
import { hasLostDigits, identifierDigits, mayBeStoredNumber } from "./identifier-digits.js";

it.each([
  ["10101,0", "10101"],
  ["10101.00", "10101"],
  ["1,0101E+4", "10101"],
  ["1.0101e4", "10101"],
  ["1E+0", "1"],
])("%s is %s", (text, digits) => {
  expect(identifierDigits(text)).toEqual({ kind: "digits", digits });
});

it.each(["1.0E+9", "1,23457E+11", "1E+5", "1.23E+1"])("%s has lost digits", (text) => {
  expect(identifierDigits(text)).toEqual({ kind: "lost" });
});

it.each(["10101", "10101,5", "1E", "E5", "12E4", "B1,0", "010203-1234", "", "1,0,0"])("%j is left alone", (text) => {
  expect(identifierDigits(text)).toBeUndefined();
});

it("tells cheaply what may be a number", () => {
  const may = (text: string) => mayBeStoredNumber(`x${text}x`, 1, text.length + 1);
  expect(["10101,0", "1e5", "1.5"].map(may)).toEqual([true, true, true]);
  expect(["10101", "B1,0", "", "010203-1234"].map(may)).toEqual([false, false, false, false]);
  expect([hasLostDigits(999999999999999), hasLostDigits(1e15)]).toEqual([false, true]);
});
