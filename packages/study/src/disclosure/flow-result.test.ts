import { createLedger, NO_RULES } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import type { FigureRules } from "./figure-rules.js";
import { FEW_ROWS, fileFlows, peopleFlow } from "./flow-result.js";
import { createTally } from "./tally.js";

const strict = { ...NO_RULES, smallCell: 5 };
const rules: FigureRules = { people: strict, outcome: () => strict, file: () => strict, owners: [] };

/** A file of 100 rows, as many left out by each reason, and noted. */
function flow(left: readonly number[], noted: readonly number[] = []) {
  const ledger = createLedger();
  ledger.open("people.csv", "people");
  for (let i = 0; i < 100; i++) ledger.read("people.csv");
  let line = 2;
  left.forEach((rows, r) => {
    for (let i = 0; i < rows; i++) ledger.list("people.csv", line++, `left-${r}`);
  });
  noted.forEach((rows, r) => {
    for (let i = 0; i < rows; i++) ledger.note("people.csv", line++, `noted-${r}`);
  });
  ledger.used("people.csv", 100 - left.reduce((a, b) => a + b, 0));
  return fileFlows(ledger.finish(), rules, createTally())[0];
}
const reasons = (left: readonly number[], noted?: readonly number[]) =>
  flow(left, noted).reasons.map((r) => `${r.code.replace("study/", "")} ${r.rows}`);

test("reasons of few rows are told as one, and everything told adds up", () => {
  expect(reasons([28, 1, 1, 1, 2])).toEqual(["left-0 28", "few-rows 5"]);
  expect(flow([28, 1, 1, 1, 2])).toMatchObject({ read: 100, used: 67, listed: 33 });
});

test("few together take the next smallest with them", () => {
  expect(reasons([28, 9, 2])).toEqual(["left-0 28", "few-rows 11"]);
  expect(reasons([28, 2])).toEqual(["few-rows 30"]);
});

test("where few rows are left out in all, the rows used do not tell how many", () => {
  expect(flow([2, 1])).toEqual({
    file: "people.csv",
    read: 100,
    used: "≈100",
    listed: "<5",
    reasons: [{ code: FEW_ROWS, listed: true, rows: "<5" }],
  });
  expect(flow([])).toMatchObject({ read: 100, used: 100, listed: 0 });
});

test("noted reasons add up to nothing, so each stands by itself", () => {
  expect(reasons([], [3, 40])).toEqual(["noted-0 <5", "noted-1 40"]);
});

const steps = (list: readonly (readonly [people: number, treated: number])[], few = false, hidden = new Map<number, string>()) =>
  peopleFlow(
    list.map(([people, treated], k) => ({ code: String(k), people, treated })),
    strict,
    { starters: [], people: [], hidden },
    few,
    createTally(),
  ).steps.map((s) => [s.people, s.treated]);

test("a step that few left is told as about another", () => {
  expect(
    steps([
      [500, 60],
      [497, 59],
      [480, 54],
    ]),
  ).toEqual([
    [500, 60],
    ["≈500", "≈60"],
    [480, 54],
  ]);
});

test("neither starters nor others are few by difference", () => {
  const [, second] = steps([
    [500, 60],
    [492, 53],
    [480, 45],
  ]);
  // 8 people left, 7 of them starters: one of the others.
  expect(typeof second[0] === "number" && typeof second[1] === "number").toBe(false);
});

test("starters who are told as at least so many are told so in the flow", () => {
  const found = steps(
    [
      [500, 33],
      [480, 32],
    ],
    false,
    new Map([[32, "≥32"]]),
  );
  expect(found.map(([, treated]) => treated)).toEqual(["≥32", "≥32"]);
});

test("beside reasons that few share, steps are told to the nearest ten", () => {
  expect(
    steps(
      [
        [500, 60],
        [491, 60],
        [480, 60],
      ],
      true,
    ),
  ).toEqual([
    [500, 60],
    ["≈490", 60],
    [480, 60],
  ]);
});
