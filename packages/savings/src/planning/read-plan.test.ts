import { expect, test } from "vitest";
import { readMoney } from "../files/read-money.js";
import { planFiles, planMoney, planSources, smallPlan } from "./plan.fixture.js";
import { planOutcomes, readPlan } from "./read-plan.js";

type Change = Parameters<typeof planSources>[0];
const read = (change: Change = {}, plan = {}, money = {}) =>
  readPlan(planSources(change), smallPlan(plan), planMoney(money), { seed: 1 });
const messageOf = (work: Promise<unknown>) =>
  work.then(
    () => "nothing was refused",
    (error: Error) => error.message,
  );
const withRow = (file: keyof typeof planFiles, ...rows: readonly string[]) => ({ [file]: [...planFiles[file], ...rows] });

test("reads effects by label, a size's distribution for what falls, starters, history and planned costs", async () => {
  const { effects, starters, history, money } = await read();
  expect(effects.map((e) => [e.outcome, e.yearSinceStart])).toEqual([
    ["placement", 0],
    ["placement", 1],
    ["specialSchool", 0],
    ["specialSchool", 1],
    ["specialSchool", 2],
    ["absence", 0],
  ]);
  expect(effects[1]).toMatchObject({
    effect: -10,
    distribution: { kind: "pert", low: -16, mode: -10, high: -4 },
    sign: 1,
    grade: "C",
    optimismBias: 0.2,
    source: "studie A",
    origin: { file: "effects.csv", row: 3 },
  });
  expect(effects[5]).toMatchObject({ distribution: { kind: "lognormal", mean: 3, sd: 1 }, sign: -1, optimismBias: 0 });
  expect(starters).toEqual([
    { year: 2026, starters: 30, distribution: { kind: "triangular", low: 20, mode: 30, high: 36 } },
    { year: 2027, starters: 20, distribution: { kind: "fixed", value: 20 } },
  ]);
  expect(history).toHaveLength(4);
  expect(money).toMatchObject({ claim: [], budget: [] });
});

test("deadweight counts in a plan, and is refused where effects are measured", async () => {
  const { money } = await read();
  expect(money.prices.find((p) => p.payer === "State")?.counts).toBeCloseTo(0.9, 12);
  const measured = readMoney(planSources(), planMoney(), planOutcomes(smallPlan()), { seed: 1 });
  expect(await messageOf(measured)).toMatch(/prices.csv, row 2.*deadweight/);
});

const faults: readonly [name: string, change: Change, plan: object, money: object, says: RegExp][] = [
  ["an unknown outcome", withRow("effects.csv", "jail;0;-1;;;;;;;x"), {}, {}, /effects.csv, row 8, column "outcome": .*"jail"/],
  ["half a year", withRow("effects.csv", "absence;1,5;-1;;;;;;;x"), {}, {}, /row 8.*whole years since the start, found 1.5/],
  [
    "a year left out",
    withRow("effects.csv", "absence;2;-1;;;;;;;x"),
    {},
    {},
    /row 8.*year 2 since the start but none for year 1/,
  ],
  [
    "a year twice",
    withRow("effects.csv", "absence;0;-1;;;;;;;x"),
    {},
    {},
    /row 8.*second row for absence, 0, first given in row 7/,
  ],
  ["no source", withRow("effects.csv", "absence;1;-1;;;;;;;"), {}, {}, /row 8, column "source": empty/],
  ["no effect", withRow("effects.csv", "absence;1;;;;;;;;x"), {}, {}, /row 8.*change per starter as a number, found nothing/],
  ["a bias over 1", withRow("effects.csv", "absence;1;-1;;;;;;20;x"), {}, {}, /row 8.*between 0 and 1, found 20/],
  [
    "an odd distribution",
    withRow("effects.csv", "absence;1;-1;;;bell;;;;x"),
    {},
    {},
    /row 8, column "distribution": expected one of .*found "bell"/,
  ],
  ["half a range", withRow("effects.csv", "absence;1;-1;-2;;;;;;x"), {}, {}, /row 8, column "distribution"/],
  [
    "an outcome without effects",
    { "effects.csv": planFiles["effects.csv"].slice(0, 6) },
    {},
    {},
    /absence: the plan has an outcome without/,
  ],
  ["nobody starts", {}, { starters: { 2026: 0 } }, {}, /nobody is planned to start/],
  [
    "fewer than none",
    {},
    { starters: { 2026: { amount: 3, distribution: "normal", sd: 4 } } },
    {},
    /plan.starters.2026.*0 or more/,
  ],
  ["an age", {}, {}, { persistence: { form: "constant", ageOut: 18 } }, /does not know the starters' ages/],
  ["nobody in the group", withRow("history.csv", "2021;0;placement;5"), {}, {}, /history.csv, row 6.*above 0, found 0/],
  [
    "another size in a year",
    withRow("history.csv", "2023;81;absence;5"),
    {},
    {},
    /history.csv, row 6.*81 people in 2023 here, but 80 in row 4/,
  ],
  ["negative use", withRow("history.csv", "2021;9;placement;-5"), {}, {}, /history.csv, row 6.*0 or more, found -5/],
  ["a group nobody has", {}, {}, { uncertainty: { correlation: { rents: 0.5 } } }, /names the group rents, which no price has/],
  ["no planned cost", withRow("cost.csv", "2028;Family;;70;2025;fixed"), {}, {}, /cost.csv, row 5.*Family has none for 2028/],
];
test.each(faults)("%s is refused, and said where", async (_, change, plan, money, says) => {
  expect(await messageOf(read(change, plan, money))).toMatch(says);
});

test("actual costs are not a plan's: they are told and left aside", async () => {
  const { money, problems } = await read(withRow("cost.csv", "2028;Family;100;70;2025;fixed"));
  expect(problems.map((p) => p.code)).toContain("savings/plan-cost-actual");
  expect(money.costs.at(-1)).toMatchObject({ planned: 100, actual: Number.NaN });
});

test("a row that is refused makes no gap of its own, and distributions have Danish names", async () => {
  const said = await messageOf(read(withRow("effects.csv", "absence;1;-1;;;bell;;;;x", "absence;2;-1;;;;;;;x")));
  expect(said).not.toMatch(/but none for year/);
  const { effects } = await read(withRow("effects.csv", "absence;1;-1;-2;0;Trekantsfordeling;;;;x"));
  expect(effects.find((row) => row.outcome === "absence" && row.yearSinceStart === 1)?.distribution).toMatchObject({
    kind: "triangular",
  });
});

test("the changes found are separated by | and written as the file writes numbers", async () => {
  const header = "outcome;yearSinceStart;effect;values;distribution;source";
  const file = (values: string) => ({ "effects.csv": [header, `placement;0;-1500;${values};empirisk;x`] });
  expect(await messageOf(read(file("-2.100, -800")))).toMatch(/row 2, column "values": .*found "-2.100, -800"/);
  const { effects } = await read({
    "effects.csv": [...file("-2.100,5 | -800")["effects.csv"], "specialSchool;0;-1;;;x", "absence;0;-1;;;x"],
  });
  expect(effects[0].distribution).toEqual({ kind: "empirical", values: [-2100.5, -800] });
});
