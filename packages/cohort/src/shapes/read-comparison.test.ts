import type { Problem } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { createLedger } from "../ledger/create-ledger.js";
import { cohortOptions } from "../options/cohort-options.js";
import { cohortShape } from "../options/cohort-shape.js";
import { studyWindow } from "../population/study-window.js";
import { bytesSource } from "../table/source.js";
import { readComparison } from "./read-comparison.js";

const study = (cells: object, more: object = {}) => ({
  extract: "2024-01-31",
  from: "2022-01-01",
  to: "2023-12-31",
  period: "year",
  home: "Fjordby",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start" },
  services: { file: "s.csv", person: "Id", service: "Y", from: "F", to: "T" },
  outcomes: { placement: { service: "A" }, care: { service: "B" } },
  comparisonCells: {
    file: "others.csv",
    label: { en: "The region", da: "Regionen" },
    source: "KL",
    period: "År",
    group: "Kommune",
    n: "Børn",
    outcomes: { placement: { mean: "Døgn" } },
    ...cells,
  },
  ...more,
});

async function read(text: string, cells: object = {}, more: object = {}) {
  const options = cohortShape.parse(study(cells, more));
  const ledger = createLedger();
  const problems: Problem[] = [];
  const sources = new Map([["others.csv", bytesSource("others.csv", new TextEncoder().encode(text))]]);
  const { comparisonCells } = options;
  if (comparisonCells === undefined) throw new Error("no comparison");
  const window = studyWindow(options);
  const found = await readComparison(comparisonCells, {
    sources,
    study: options,
    window,
    ledger,
    problems,
    detected: [],
    context: undefined,
  });
  const done = ledger.finish();
  return {
    ...found,
    said: Array.from(done.row, (row, i) => `${row} ${done.codes[done.code[i]].slice(7)}`),
    problems: problems.map((p) => p.code.slice(7)),
  };
}

it("averages groups by their people, without those left out", async () => {
  const { outcomes, groups, said, problems } = await read(
    "Kommune;År;Børn;Døgn\nNordby;2022;100;10\nSydby;2022;300;2\nFjordby;2022;50;99\nNordby;2023;100;6\nSydby;2023;200;3\nSydby;2023;200;4\nSydby;2022/23;5;1\n",
    { leaveOut: ["FJORDBY "] },
  );
  expect(Array.from(outcomes[0].mean)).toEqual([4, 4]);
  expect(Array.from(outcomes[0].people)).toEqual([400, 300]);
  expect(groups).toBe(2);
  expect(said).toEqual(["4 comparison-left-out", "7 cell-again", "8 period-spans"]);
  expect(problems).toEqual([]);
});

it("says that groups change, and that the municipality itself is among them", async () => {
  const { problems } = await read("Kommune;År;Børn;Døgn\nNordby;2022;100;10\nFjordby;2022;50;9\nNordby;2023;100;6\n");
  expect(problems).toEqual(["comparison-groups-change", "comparison-home"]);
});

it("repeats or shares the figure of a year over quarters, and takes totals and one row an outcome", async () => {
  const file = "Emne;År;Børn;Døgn\nAnbragt;2022;100;3650\nAndet;2022;100;1\n";
  const cells = { group: undefined, outcome: "Emne", outcomes: { placement: { total: "Døgn", named: "anbragt" } } };
  const repeated = await read(file, { ...cells, longer: "repeat" }, { period: "quarter" });
  expect(Array.from(repeated.outcomes[0].mean.slice(0, 4))).toEqual([36.5, 36.5, 36.5, 36.5]);
  expect(repeated.said).toEqual(["3 cell-other-outcome"]);
  const shared = await read(file, { ...cells, longer: "share" }, { period: "quarter" });
  [90, 91, 92, 92].forEach((days, t) => {
    expect(shared.outcomes[0].mean[t]).toBeCloseTo((36.5 * days) / 365, 12);
  });
  expect(Array.from(shared.outcomes[0].people.slice(3, 5))).toEqual([100, 0]);
});

it("says where there is nothing", async () => {
  const { problems } = await read("Kommune;År;Børn;Døgn\nNordby;2019;100;10\n");
  expect(problems).toEqual(["comparison-nothing"]);
});

it.each<[string, object, RegExp]>([
  ["no outcomes", { outcomes: {} }, /has no outcomes/],
  ["an unknown outcome", { outcomes: { height: { mean: "H" } } }, /does not have, height; it has: placement, care/],
  ["no figure", { outcomes: { placement: {} } }, /one of mean and total/],
  ["a name without its column", { outcomes: { placement: { mean: "D", named: "x" } } }, /add outcome/],
  ["groups left out of nothing", { group: undefined, leaveOut: ["A"] }, /add group/],
])("refuses %s", (_, cells, message) => {
  const issues = cohortOptions.safeParse(study(cells)).error?.issues ?? [];
  expect(issues.map((issue) => issue.message).join("\n")).toMatch(message);
});
