import { KontrafaktError, problem } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { errorLines } from "./error-lines.js";

const unknown = (row: number, found: string, file = "prices.csv") =>
  problem("savings/consequence-unknown", "error", { file, row, column: "Konsekvens" }, { found, outcomes: "a" });
const error = new KontrafaktError([
  ...[2, 5, 3, 4, 6, 7, 8, 9].map((row) => unknown(row, "Plassering")),
  unknown(2, "Plassering", "claim.csv"),
  unknown(10, "Skole"),
  problem("kontrafakt/not-a-file", "error", { file: "x" }),
]);

test("a fault of many rows is said once, with some of the rows", () => {
  const lines = errorLines(error, "en");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^prices\.csv, row 2, column "Konsekvens": no outcome .* \(also row 5, 3, 4, 6, 7 and 2 more\)$/);
  expect(lines[1]).toMatch(/^claim\.csv, row 2, .*study$/);
  expect(lines[2]).toContain('"Skole"');
});

test("in Danish", () => {
  const lines = errorLines(error, "da");
  expect(lines[0]).toMatch(/^prices\.csv, række 2, kolonne "Konsekvens": .* \(også række 5, 3, 4, 6, 7 og 2 til\)$/);
  expect(lines[3]).toBe("x: dette er en mappe; angiv en fil i den");
});
