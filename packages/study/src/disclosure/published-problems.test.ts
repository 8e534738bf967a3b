import { problem } from "@kontrafakt/base";
import { NO_RULES } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import { publishedProblems } from "./published-problems.js";
import { createTally } from "./tally.js";

const rules = { ...NO_RULES, smallCell: 5 };

test("small counts of people are withheld, identifiers never told, and each problem stands once", () => {
  const missing = problem("matching/missing-values", "note", {}, { variable: "age", people: 65, starters: 1 });
  const dropped = problem(
    "effects/incomplete-dropped",
    "warning",
    {},
    { count: 3, units: 90, treated: 0, which: "B10008, B10022" },
  );
  const cells = problem("effects/cell-not-estimated", "note", {}, { outcome: "a", which: "8084/8090" });
  const tally = createTally();
  expect(publishedProblems([missing, dropped, cells, missing], rules, tally).map((p) => p.params)).toEqual([
    { variable: "age", people: "≈65", starters: "<5" },
    { count: "<5", units: "≈90", treated: 0, which: "…" },
    { outcome: "a", which: "8084/8090" },
  ]);
});

test("a count near one told elsewhere is told as about that one", () => {
  const counts = [233, 231, 229, 228].map((people) => problem("matching/missing-values", "note", {}, { people }));
  const elsewhere = { starters: [32], people: [233], hidden: new Map([[5, "≥5"]]) };
  const told = publishedProblems(counts, rules, createTally(), elsewhere).map((p) => p.params.people);
  expect(told).toEqual([233, "≈233", 228]);
  const unmatched = problem("matching/unmatched-starters", "warning", {}, { starters: 31, unmatched: 5, people: 31 });
  expect(publishedProblems([unmatched], rules, createTally(), elsewhere)[0].params).toEqual({
    starters: "≈32",
    unmatched: "≥5",
    people: 31,
  });
});

test("a problem that says how few a group or cell has does not name it", () => {
  const one = problem(
    "effects/cell-one-unit",
    "warning",
    {},
    { outcome: "a", group: "2020", time: "2021", treated: 1, controls: 40 },
  );
  const two = problem(
    "effects/imputation-one-treated",
    "warning",
    {},
    { outcome: "a", cells: 2, which: "(2020, 2021), (2020, 2022)" },
  );
  const told = (smallCell: number) =>
    publishedProblems([one, two], { ...NO_RULES, smallCell }, createTally()).map(({ params }) => params);
  expect(told(5)).toMatchObject([
    { group: "…", time: "…", treated: "<5" },
    { cells: 2, which: "…" },
  ]);
  expect(told(1)).toEqual([one.params, two.params]);
});
