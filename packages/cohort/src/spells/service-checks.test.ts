import { dayOf, NO_DAY, type Problem } from "@kontrafakt/base";
import { expect, it } from "vitest";
import type { Reading } from "../table/reading.js";
import type { BlockSpells } from "./block-spells.js";
import { warnOfMassDates } from "./service-checks.js";

/** 400 spells, 60 of them from one day. */
const from = Int32Array.from({ length: 400 }, (_, k) => (k < 60 ? dayOf(2019, 5, 14) : dayOf(2017, 1, 3) + 2 * k));
const told = (block: object) => {
  const problems: Problem[] = [];
  const spells = { block, table: { file: "s.csv" }, from, full: from.map(() => NO_DAY) };
  const [open, group] = [new Uint8Array(400).fill(1), new Int32Array(400)];
  warnOfMassDates({ ...spells, open, group } as unknown as BlockSpells, { problems } as unknown as Reading);
  return problems.map((p) => [p.code, p.where.column, p.params.percent]);
};

it.each([
  [0.02, [["cohort/mass-starts", "Fra", 15]]],
  [0.15, [["cohort/mass-starts", "Fra", 15]]],
  [0.16, []],
])("a date that many spells begin on is told from a share of %j", (massShare, problems) => {
  expect(told({ from: "Fra", to: "Til", massShare })).toEqual(problems);
});

it("amounts a year and weekly codes begin on the same days by their nature", () => {
  expect(told({ year: "År", massShare: 0.02 })).toEqual([]);
  expect(told({ weeks: "y_{yy}{week}", massShare: 0.02 })).toEqual([]);
});
