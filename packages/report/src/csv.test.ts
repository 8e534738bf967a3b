import { expect, test } from "vitest";
import { csv } from "./csv.js";

test("numbers are numbers and every digit stays", () => {
  expect(csv(["a", "b"], [[0.1 + 0.2, -3]], { delimiter: ",", decimal: "." })).toBe("\ufeffa,b\r\n0.30000000000000004,-3\r\n");
  expect(csv(["a", "b"], [[1234.5, Number.NaN]], { delimiter: ";", decimal: "," })).toBe("\ufeffa;b\r\n1234,5;\r\n");
});

test("what a spreadsheet would run becomes text", () => {
  for (const evil of ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"]) {
    const cell = csv(["h"], [[evil]], { delimiter: ";", decimal: "," })
      .split("\r\n")
      .slice(1)
      .join("\r\n");
    expect(cell.replace(/^"/, "").startsWith("'")).toBe(true);
  }
});

test("delimiters, quotes and line breaks are quoted", () => {
  expect(csv(["h"], [['a;"b"\nc']], { delimiter: ";", decimal: "," })).toBe('\ufeffh\r\n"a;""b""\nc"\r\n');
  expect(csv(["h"], [["a;b"]], { delimiter: ",", decimal: "." })).toBe("\ufeffh\r\na;b\r\n");
});
