import { NEVER, type Panel } from "@kontrafakt/cohort";
import { type EstimatorOptionsInput, estimatorOptions } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { createTally } from "../disclosure/tally.js";
import { besideResult } from "./beside-result.js";

const few = (smallCell: number) => ({ smallCell, dominance: [], pPercent: 0, rounding: 1 });
const ask = (data: Panel, input: EstimatorOptionsInput, smallCell: number) =>
  besideResult(
    data,
    "days",
    "mine",
    estimatorOptions.parse(input),
    { level: 0.95, rules: few(smallCell), tally: createTally(), mayTellLevel: () => true },
    { seed: 1 },
  );
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

test("the simple average weights ATT(g, t) by group size, each a difference of mean differences", async () => {
  const data = panel();
  const { beside } = await ask(data, { estimator: "attGt" }, 1);
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
  const simple = beside.averages.find((a) => a.type === "simple");
  expect(simple?.overall.estimate).toBeCloseTo(sum / weight, 12);
  expect(beside.units).toBe(39);
});

test("parts that rest on few starters are left out, never one alone", async () => {
  const parts = async (type: string, smallCell: number) => {
    const { beside } = await ask(panel(), { estimator: "attGt" }, smallCell);
    return beside.averages.find((a) => a.type === type)?.parts.map((p) => p.at);
  };
  expect(await parts("group", 5)).toEqual([3, 4]);
  // Group 4 has 7 units; told with the whole, group 3 would give its effect away.
  expect(await parts("group", 10)).toEqual([]);
  expect(await parts("dynamic", 5)).toEqual([-3, -2, -1, 0, 1, 2]);
  expect(await parts("dynamic", 10)).toEqual([-2, -1, 0, 1]);
});

test("figures are told to a twentieth of their standard errors, so that whole and parts don't count the people in them", async () => {
  const averages = async (smallCell: number) => (await ask(panel(), { estimator: "attGt" }, smallCell)).beside.averages;
  const [exact, told] = [await averages(1), await averages(5)];
  const figures = (all: typeof exact) => all.flatMap((a) => [a.overall, ...a.parts]);
  const pairs = figures(told).map((t, i) => [t, figures(exact)[i]] as const);
  expect(pairs.length).toBeGreaterThan(10);
  for (const [t, e] of pairs) {
    expect(t.df % 5).toBe(0);
    expect(t.df).toBeLessThanOrEqual(e.df);
    expect(t.estimate).not.toBe(e.estimate);
    expect(Math.abs(t.estimate - e.estimate)).toBeLessThan(e.se / 15);
    expect(Math.abs((t.upper - t.lower) / (e.upper - e.lower) - 1)).toBeLessThan(0.05);
  }
});

test("an estimator that cannot be fitted is listed with its reason, and stops nothing", async () => {
  const { beside, problems } = await ask(panel(), { estimator: "attGt", covariates: ["age"] }, 5);
  expect(beside).toEqual({
    name: "mine",
    estimator: "attGt",
    label: "attGt",
    failed: "effects/no-covariate",
    units: 0,
    averages: [],
  });
  expect(problems.map(({ code, severity, where }) => [code, severity, where.option])).toEqual([
    ["study/estimator-failed", "warning", "effects.estimators.mine"],
    ["effects/no-covariate", "warning", "effects.estimators.mine.covariates"],
  ]);
});

/** Means of a group over units [from, to) in a period. */
const meanAt = ({ measures }: Panel, from: number, to: number, t: number) => {
  let sum = 0;
  for (let i = from; i < to; i++) sum += measures[0].values[i * periods + t];
  return sum / (to - from);
};

test.each(["imputation", "twoStage", "sunAbraham"] as const)(
  "%s: the whole is made of its parts as in the textbook, treated person-periods weighing in each",
  async (estimator) => {
    const { beside } = await ask(panel(), { estimator }, 1);
    const of = (type: string) => beside.averages.find((a) => a.type === type) as (typeof beside.averages)[number];
    expect(beside.averages.map((a) => a.type)).toEqual(["simple", "dynamic", "group", "calendar"]);
    const after = of("dynamic").parts.filter((p) => p.at >= 0);
    const plain = (parts: typeof after) => parts.reduce((sum, p) => sum + p.estimate, 0) / parts.length;
    expect(of("dynamic").overall.estimate).toBeCloseTo(plain(after), 12);
    expect(of("calendar").overall.estimate).toBeCloseTo(plain([...of("calendar").parts]), 12);
    const [early, late] = of("group").parts;
    expect(of("group").overall.estimate).toBeCloseTo((12 * early.estimate + 7 * late.estimate) / 19, 12);
    expect(of("simple").overall.estimate).toBeCloseTo((12 * 3 * early.estimate + 7 * 2 * late.estimate) / (36 + 14), 12);
    expect(of("group").parts.map(({ at, n }) => [at, n])).toEqual([
      [3, 12],
      [4, 7],
    ]);
    for (const { overall } of beside.averages) expect(overall.lower).toBeLessThan(overall.upper);
  },
);

test("an event study has its event times, and two-way fixed effects one number with what went into it", async () => {
  const { beside: path } = await ask(panel(), { estimator: "eventStudy" }, 1);
  expect(path.averages.map(({ type, parts }) => [type, parts.map((p) => p.at)])).toEqual([["dynamic", [-4, -3, -2, 0, 1, 2]]]);
  expect(path.relative).toBeUndefined();
  const { beside } = await ask(panel(), { estimator: "twoWay" }, 1);
  const [{ type, overall, parts }] = beside.averages;
  expect([type, parts]).toEqual(["simple", []]);
  const types = beside.decomposition?.types ?? [];
  expect(types.map((t) => t.type)).toEqual(["treated-untreated", "earlier-later", "later-earlier"]);
  expect(types.reduce((sum, t) => sum + t.weight, 0)).toBeCloseTo(1, 12);
  expect(types.reduce((sum, t) => sum + t.weight * t.estimate, 0)).toBeCloseTo(overall.estimate, 10);
  expect(beside.decomposition?.negative.of).toBe(5);
  const { beside: earlier } = await ask(panel(), { estimator: "twoWay", anticipation: 1 }, 1);
  const sum = earlier.decomposition?.types.reduce((all, t) => all + t.weight * t.estimate, 0);
  expect(sum).toBeCloseTo(earlier.averages[0].overall.estimate, 10);
});

test.each([{ estimator: "eventStudy" }, { estimator: "twoStage", second: "event" }] as const)(
  "event times have a whole, the plain mean of those from the start on: %o",
  async (options) => {
    const [{ type, overall, parts }, ...others] = (await ask(panel(), options, 1)).beside.averages;
    expect([type, others]).toEqual(["dynamic", []]);
    const after = parts.filter((p) => p.at >= 0);
    expect(after.map((p) => p.at)).toEqual([0, 1, 2]);
    expect(overall.estimate).toBeCloseTo(after.reduce((sum, p) => sum + p.estimate, 0) / 3, 12);
    expect(overall.se).toBeGreaterThan(0);
    expect(overall.lower).toBeLessThan(overall.upper);
  },
);

test("a number that is of something else is not taken apart, and the reader is told", async () => {
  const other = await ask(panel(), { estimator: "twoWay", effects: ["unit"] }, 1);
  expect(other.beside).not.toHaveProperty("decomposition");
  expect(other.problems.map((p) => p.code)).toContain("study/two-way-not-decomposed");
  expect((await ask(panel(), { estimator: "twoWay", decompose: false }, 1)).beside).not.toHaveProperty("decomposition");
});

test("with few people in a group only the cells' weights are told, and roughly", async () => {
  const exact = (await ask(panel(), { estimator: "twoWay" }, 1)).beside.decomposition;
  const told = (await ask(panel(), { estimator: "twoWay" }, 5)).beside.decomposition;
  expect(told?.types.map((t) => t.weight * 1000).every((w) => Math.abs(w - Math.round(w)) < 1e-9)).toBe(true);
  expect(told?.types[0].weight).not.toBe(exact?.types[0].weight);
  const few = (await ask(panel(), { estimator: "twoWay" }, 8)).beside.decomposition;
  expect(few?.types).toEqual([]);
  expect(few?.negative.of).toBe(5);
});

test("the share of what would have been is the mean effect by the treated's mean less it, and told no finer than their level", async () => {
  const made = panel();
  const values = made.measures[0].values.map((y) => y + 10);
  const data = { ...made, measures: [{ ...made.measures[0], values }] };
  const { beside: exact } = await ask(data, { estimator: "attGt" }, 1);
  const { estimate } = (exact.averages[0] as { overall: { estimate: number } }).overall;
  let sum = 0;
  for (const [g, from, to] of [
    [3, 0, 12],
    [4, 12, 19],
  ] as const)
    for (let t = g; t < periods; t++) sum += (to - from) * meanAt(data, from, to, t);
  const level = sum / (12 * 3 + 7 * 2);
  expect(exact.relative?.counterfactual).toBeCloseTo(level - estimate, 12);
  expect(exact.relative?.ratio).toBeCloseTo(estimate / (level - estimate), 12);
  const told = (await ask(data, { estimator: "attGt" }, 5)).beside.relative;
  const step = 0.05;
  const isStep = (x = Number.NaN, size: number) => Math.abs(x / size - Math.round(x / size)) < 1e-9;
  expect(isStep(told?.counterfactual, step)).toBe(true);
  expect(isStep(told?.counterfactual, step / 10)).toBe(true);
  // What share and effect together tell of the level is no finer than it is told.
  const back = (ratio: number) => estimate / ratio;
  const width = Math.abs(back((told?.ratio ?? 0) + 0.0005) - back((told?.ratio ?? 0) - 0.0005));
  expect(width).toBeGreaterThan(0.02);
});

test("no share where few of the starters have the outcome, or one has most of it", async () => {
  const made = panel();
  const relativeOf = async (value: (i: number) => number, pPercent = 0) => {
    const values = Float64Array.from(
      { length: 39 * periods },
      (_, c) => value(Math.floor(c / periods)) * (1 + 0.1 * made.measures[0].values[c]),
    );
    const data = { ...made, measures: [{ ...made.measures[0], values }] };
    const rules = { ...few(5), pPercent };
    const options = estimatorOptions.parse({ estimator: "attGt" });
    const given = { level: 0.95, rules, tally: createTally(), mayTellLevel: () => true };
    return (await besideResult(data, "days", "m", options, given, { seed: 1 })).beside.relative;
  };
  expect(await relativeOf(() => 10)).toBeDefined();
  expect(await relativeOf((i) => (i < 4 || i > 19 ? 10 : 0))).toBeUndefined();
  expect(await relativeOf((i) => (i === 0 ? 5000 : 10), 10)).toBeUndefined();
});

test("the estimator for a start by lot has averages of its own, and the test that shuffles starts", async () => {
  const { beside } = await ask(panel(), { estimator: "efficient", permutations: 199 }, 1);
  expect(beside.averages.map(({ type, parts }) => [type, parts.length > 0])).toEqual([
    ["simple", false],
    ["dynamic", true],
    ["group", true],
    ["calendar", true],
  ]);
  expect(beside.randomisation?.draws).toBe(199);
  expect(beside.randomisation?.p).toBeGreaterThan(0);
  expect(beside.randomisation?.p).toBeLessThanOrEqual(1);
  expect((await ask(panel(), { estimator: "efficient" }, 1)).beside).not.toHaveProperty("randomisation");
});
