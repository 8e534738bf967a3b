import { NEVER, type Panel } from "@kontrafakt/cohort";
import { attGtOptions } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { createTally } from "./disclosure/tally.js";
import { textbookResult } from "./textbook-result.js";

const few = (smallCell: number) => ({ smallCell, dominance: [], pPercent: 0, rounding: 1 });
const periods = 6;
const starts = [3, 4, NEVER];

/** 12 units start in period 3, 7 in 4, 20 never; noise only, so that means can be taken by hand. */
function panel(): Panel {
  const units = 39;
  const draw = stream(7, "test/textbook", 0);
  const values = Float64Array.from({ length: units * periods }, () => draw.normal());
  const firstTreated = Int32Array.from({ length: units }, (_, i) => starts[i < 12 ? 0 : i < 19 ? 1 : 2]);
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed: new Uint8Array(units * periods).fill(1),
    measures: [{ name: "days", unit: "days", values }],
    covariates: [],
    clusterings: [],
  };
}

test("the simple average weights ATT(g, t) by group size, each a difference of mean differences", () => {
  const data = panel();
  const { textbook } = textbookResult(data, "days", attGtOptions.parse({}), 0.95, few(5), createTally());
  const y = data.measures[0].values;
  const change = (from: number, to: number, g: number, t: number) => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += y[i * periods + t] - y[i * periods + g - 1];
    return sum / (to - from);
  };
  let sum = 0;
  let weight = 0;
  for (const [g, from, to] of [
    [3, 0, 12],
    [4, 12, 19],
  ] as const) {
    for (let t = g; t < periods; t++) {
      sum += (to - from) * (change(from, to, g, t) - change(19, 39, g, t));
      weight += to - from;
    }
  }
  const simple = textbook.averages.find((a) => a.type === "simple");
  expect(simple?.overall.estimate).toBeCloseTo(sum / weight, 12);
  expect(textbook.units).toBe(39);
});

test("parts that rest on few starters are left out", () => {
  const groups = (smallCell: number) => {
    const { textbook } = textbookResult(panel(), "days", attGtOptions.parse({}), 0.95, few(smallCell), createTally());
    return textbook.averages.find((a) => a.type === "group")?.parts.map((p) => p.at);
  };
  expect(groups(5)).toEqual([3, 4]);
  expect(groups(10)).toEqual([3]);
});
