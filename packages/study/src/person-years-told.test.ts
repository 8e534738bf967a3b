import type { Term } from "@kontrafakt/effects";
import { expect, test } from "vitest";
import { createTally } from "./disclosure/tally.js";
import { personYearsTold } from "./person-years-told.js";

const cell = (outcome: string, group: number, time: number, n: number): Term => ({
  outcome,
  unit: "days",
  kind: "cell",
  scale: "difference",
  group,
  time,
  event: time - group,
  n,
  controls: 90,
  personPeriods: n,
});

test("starters' observed years by outcome and calendar year, from the start on, told roughly", () => {
  const start = 2021 * 4 + 2;
  const terms = [-1, 0, 1, 2, 3, 4].map((event) => cell("placement", start, start + event, 61 - Math.max(0, event)));
  const tally = createTally();
  expect(personYearsTold({ terms }, "quarter", () => 1, tally)).toEqual([
    { outcome: "placement", year: 2021, value: (61 + 60) / 4 },
    { outcome: "placement", year: 2022, value: (59 + 58 + 57) / 4 },
  ]);
  expect(tally.list()).toEqual([]);
  const told = personYearsTold({ terms }, "quarter", () => 5, tally);
  expect(told.map((row) => row.value)).toEqual([30, 45]);
  expect(tally.list()).toEqual([{ reason: "coarse", figures: 2 }]);
});
