import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeConflicts, codeMatcher } from "./code-matcher.js";

const found = (codes: Record<string, string>, text: string) => codeMatcher(codes).find(text);

describe("codes", () => {
  it("are found as written, then in other case and spacing", () => {
    const codes = { "§ 52.3.7": "Anbringelse", "SEL 52": "Undersøgelse" };
    expect(found(codes, "§ 52.3.7")).toEqual({ value: "Anbringelse", respelled: false });
    expect(found(codes, "§  52.3.7")).toEqual({ value: "Anbringelse", respelled: true });
    expect(found(codes, "sel 52")).toEqual({ value: "Undersøgelse", respelled: true });
    expect(found(codes, "SEL 53")).toBeUndefined();
    expect(found({ a: "1", A: "2" }, "A")).toEqual({ value: "2", respelled: false });
  });

  it("go exact before range, narrow before wide, range before beginning, long before short", () => {
    const codes = { "730-738": "syg", "700-799": "ydelse", "735": "ledighed", "7*": "syv", "*": "andet", "80*": "firs" };
    const value = (text: string) => found(codes, text)?.value;
    expect(["735", "730", "738", "739", "7", "70a", "801", "", "§"].map(value)).toEqual([
      "ledighed",
      "syg",
      "syg",
      "ydelse",
      "syv",
      "syv",
      "firs",
      "andet",
      "andet",
    ]);
  });

  it("of ranges are whole numbers, zeros in front or not", () => {
    expect(found({ "10–20": "x" }, "015")?.value).toBe("x");
    for (const text of ["15.5", "-15", "1e1", "10-20 "])
      expect(found({ "10–20": "x" }, text)?.value).not.toBe(text === "10-20 " ? "" : "x");
  });

  it("that look like ranges or beginnings are found as they stand too", () => {
    expect(found({ "20-10": "x" }, "20-10")?.value).toBe("x");
    expect(found({ "20-10": "x" }, "15")).toBeUndefined();
    expect(found({ "1-2": "x" }, "1-2")?.value).toBe("x");
    expect(found({ "5*": "x" }, "5*")?.value).toBe("x");
  });

  it("may be called anything", () => {
    expect(found({}, "constructor")).toBeUndefined();
    expect(found({ valueOf: "x" }, "valueOf")?.value).toBe("x");
  });

  it("of ranges agree with trying every range", () => {
    const range = fc.tuple(fc.nat(30), fc.nat(10), fc.constantFrom("a", "b", "c"));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), fc.nat(45), (ranges, number) => {
        const codes = Object.fromEntries(ranges.map(([low, width, value]) => [`${low}-${low + width}`, value]));
        fc.pre(codeConflicts(codes).length === 0);
        const holding = Object.entries(codes)
          .map(([code, value]) => ({ low: Number(code.split("-")[0]), high: Number(code.split("-")[1]), value }))
          .filter(({ low, high }) => low <= number && number <= high)
          .sort((a, b) => a.high - a.low - (b.high - b.low));
        expect(codeMatcher(codes).find(String(number))?.value).toBe(holding[0]?.value);
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  [{ a: "1", "A ": "2" }, "recode-codes-alike"],
  [{ "1-10": "x", "5-15": "y" }, "recode-ranges-overlap"],
  [{ "1-10": "x", "1 - 10": "y" }, "recode-ranges-overlap"],
])("codes that cannot both hold are told: %j", (codes, code) => {
  expect(codeConflicts(codes).map((conflict) => conflict.code)).toContain(code);
});

it.each([
  [{ a: "1", "A ": "1" }],
  [{ "1-10": "x", "5-15": "x" }],
  [{ "1-10": "x", "2-3": "y", "4-5": "z" }],
  [{ "1-10": "x", "11-15": "y" }],
])("codes that can both hold are not: %j", (codes) => {
  expect(codeConflicts(codes as Record<string, string>)).toEqual([]);
});
