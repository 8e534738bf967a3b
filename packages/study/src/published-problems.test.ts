import { problem } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { publishedProblems } from "./published-problems.js";

test("small counts of people are withheld, identifiers never told, and each problem stands once", () => {
  const missing = problem("matching/missing-values", "note", {}, { variable: "age", people: 65, starters: 1 });
  const dropped = problem(
    "effects/incomplete-dropped",
    "warning",
    {},
    { count: 3, units: 90, treated: 0, which: "B10008, B10022" },
  );
  const cells = problem("effects/cell-not-estimated", "note", {}, { outcome: "a", which: "8084/8090" });
  expect(publishedProblems([missing, dropped, cells, missing], 5).map((p) => p.params)).toEqual([
    { variable: "age", people: "≈65", starters: "<5" },
    { count: "<5", units: "≈90", treated: 0, which: "…" },
    { outcome: "a", which: "8084/8090" },
  ]);
});
