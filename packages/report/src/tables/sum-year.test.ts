import { expect, test } from "vitest";
import { sumYear } from "./sum-year.js";

const term = (year: number, time: number, group = 8085) =>
  ({ outcome: "a", unit: "days", kind: "total", scale: "difference", group, year, time }) as const;

test("a year in two parts says where each ends", () => {
  const terms = [term(2021, 8087), term(2022, 8089), term(2022, 8091), term(2022, 8091, 8090)];
  const label = (ordinal: number) => `${Math.floor(ordinal / 4)}Q${(ordinal % 4) + 1}`;
  expect(terms.map((t) => sumYear(terms, t, label))).toEqual(["2021", "2022 (→ 2022Q2)", "2022 (→ 2022Q4)", "2022"]);
});
