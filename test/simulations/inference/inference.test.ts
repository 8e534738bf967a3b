// Bounds are what the intervals promise, and theory; figures of the programme itself are never repeated here.
import { readFileSync } from "node:fs";
import { renderSvg } from "@kontrafakt/report";
import { describe, expect, test } from "vitest";
import { EFFECTS, LISTED, nameOf, OUTCOMES, SETTINGS, SIDE } from "./cells.js";
import { coverageChart, falseSavingsChart } from "./charts.js";
import { FIELDS, type Row, replicate } from "./replicate.js";
import { type Stored, sameRow } from "./stored.js";
import { type CellSummary, summarise } from "./summarise.js";

const { cells, side, stored, firstSeed } = JSON.parse(readFileSync(new URL("inference.json", import.meta.url), "utf8")) as Stored;
const answered = cells.filter((c) => c.replications > 0);
const none = cells.filter((c) => c.effect === "none");
const called = ({ setting, outcome, effect }: CellSummary) => `${setting}, ${outcome}, ${effect}`;

describe("the coverage programme", () => {
  test("has 96 cells with an effect and the 48 worlds without, and those beside, run often enough", () => {
    expect(cells.filter((c) => c.effect !== "none").length).toBe(96);
    expect(none.length).toBe(48);
    expect(side.map((c) => c.setting)).toEqual(SIDE.flatMap((s) => Array(9).fill(nameOf(s))));
    expect(new Set(cells.map(called)).size).toBe(144);
    for (const { replications, refused, effect } of cells)
      expect(Math.round(replications / (1 - refused))).toBe(effect === "none" ? 4000 : 2000);
  });

  test("nothing of the 96 cells is refused", () => {
    expect(answered.length).toBe(cells.length);
    expect(Math.max(...cells.map((c) => c.refused))).toBe(0);
  });

  test("95% intervals hold the truth in at least 90 of 100 replications in every cell, and in 93 in nine cells of ten", () => {
    expect(cells.filter((c) => c.coverage < 0.9).map(called)).toEqual([]);
    expect(cells.filter((c) => c.effect !== "none" && c.coverage >= 0.93).length).toBeGreaterThanOrEqual(0.9 * 96);
  });

  test("a saving that is none is shown in at most 3 of 100 replications, but in cells that are listed", () => {
    expect(none.filter((c) => c.falseSavingsShown! > 0.03).map(called)).toEqual(LISTED);
  });

  test("the test that must agree takes away false savings and adds none", () => {
    for (const c of none) expect(c.falseSavingsShown).toBeLessThanOrEqual(c.falseSavings!);
  });

  test("estimates are off by less than a tenth of their standard deviation", () => {
    for (const c of cells) expect(Math.abs(c.bias)).toBeLessThan(0.1);
  });

  test("did's intervals hold the truth less often than they say with 8 schools, and less often than ours", () => {
    const few = cells.filter((c) => c.setting.endsWith(" 8 schools"));
    for (const c of few) expect(c.did.coverage).toBeLessThan(0.93);
    for (const c of few) expect(c.coverage).toBeGreaterThan(c.did.coverage);
  });

  test.each(stored.map((s) => [nameOf(s.setting), s] as const))("%s: the first two replications come out again", async (_, s) => {
    expect(s.rows[0][0]).toBe(firstSeed);
    for (const row of s.rows.slice(0, 2)) expect(sameRow(await replicate(s.setting, row[0]), row)).toBe(true);
  });
});

test.each([
  ["coverage.svg", coverageChart(cells)],
  ["false-savings.svg", falseSavingsChart(cells)],
])("the docs show it as it is: %s", async (name, spec) => {
  const drawn = readFileSync(new URL(`../../../packages/effects/docs/${name}`, import.meta.url), "utf8");
  expect(drawn).toBe(`${await renderSvg(spec as never)}\n`);
});

describe("the summary of a cell", () => {
  const row = (seed: number, error: number, p = 2): Row => {
    const fields: Record<(typeof FIELDS)[number], number> = { error, se: 1, df: 4, p, didError: error, didSe: 1 };
    return [seed, ...EFFECTS.flatMap(() => OUTCOMES.flatMap(() => FIELDS.map((f) => fields[f])))];
  };
  const summary = summarise(SETTINGS[0], [
    row(1, -3, 0.01),
    row(2, -2.5),
    row(3, 0),
    row(4, 2.5),
    row(5, 3),
    row(6, Number.NaN),
  ])[0];

  test("has each tail, the refused, false savings and the width against the oracle", () => {
    // t quantile at 4 degrees of freedom 2.776, standard deviation √(30.5/4).
    expect(summary).toMatchObject({
      replications: 5,
      coverage: 0.6,
      truthBelow: 0.2,
      truthAbove: 0.2,
      falseSavings: 0.2,
      falseSavingsShown: 0.2,
    });
    expect(summary.refused).toBeCloseTo(1 / 6, 12);
    expect(summary.width).toBeCloseTo(2.7764451 / (1.959964 * Math.sqrt(30.5 / 4)), 6);
    expect(summary.did).toMatchObject({ coverage: 0.2, truthBelow: 0.4, truthAbove: 0.4 });
    expect(summary.medianDf).toBe(4);
  });
});
