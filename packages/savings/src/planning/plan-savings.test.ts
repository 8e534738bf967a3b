import { beforeAll, expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import { personSums } from "../account/person-sums.js";
import type { PlanOptions } from "../options/plan-options.js";
import type { MoneyFigure, SavingsLine } from "../savings-value.js";
import { assumedEffects } from "./assumed-effects.js";
import { drawAssumed } from "./draw-assumed.js";
import { planMoney, planSources, smallPlan } from "./plan.fixture.js";
import { planPeriods, planSavings } from "./plan-savings.js";
import type { PlannedSavings } from "./plan-value.js";
import { plannedClaim } from "./planned-claim.js";
import { readPlan } from "./read-plan.js";
import { targetGroup, targetGroupProblems } from "./target-group.js";

const context = { seed: 1 };
const files = (plan: PlanOptions, change: Parameters<typeof planSources>[0] = {}) =>
  readPlan(planSources(change), plan, planMoney(), context);

let whole: PlannedSavings;
beforeAll(async () => {
  whole = await planSavings(await files(smallPlan()), smallPlan(), planMoney({ draws: 4000 }), context);
});

/** A plan's account without its draws. */
async function opened(plan: PlanOptions) {
  const read = await files(plan);
  const { effects, inputs } = assumedEffects(read.effects, read.starters, plan, planMoney());
  return { read, account: openAccount(effects, { ...read.money, assumed: inputs }, planMoney(), planPeriods(plan)) };
}

/** The one line over all consequences asked for. */
function line({ savings }: PlannedSavings, query: Partial<SavingsLine>): MoneyFigure {
  const all = { year: null, payer: null, consequence: null, discounted: false, ...query };
  const found = savings.lines.filter((l) => Object.entries(all).every(([key, value]) => l[key as keyof SavingsLine] === value));
  if (found.length !== 1) throw new Error(`${found.length} lines`);
  return found[0].figure;
}

// The plan of the fixture by hand: change per starter by year since the start, less 10% dropouts and optimism.
const change: Record<string, number[]> = {
  placement: [-4 * 0.8, -10 * 0.8].map((e) => 0.9 * e),
  specialSchool: [-2, -6 * 0.9, -5 * 0.9].map((e) => 0.9 * e),
};
const starters: Record<number, number> = { 2026: 30, 2027: 20 };
/** Less deadweight; the school's price of 2026 holds in 2027 too, which has none. */
const price = (payer: string, outcome: string, year: number): number => {
  if (outcome === "placement") return payer === "Family" ? 2000 * 0.9 : payer === "State" ? 400 * 0.9 : 0;
  return payer === "School" ? (year < 2028 ? 1100 : 1200) : 0;
};
const cost: Record<string, Record<number, number>> = { Family: { 2026: 900_000, 2027: 400_000 }, School: { 2027: 50_000 } };
const years = [2026, 2027, 2028, 2029, 2030];

/** NR_k = −Σ C·DF + Σ_s N_s Σ_c Σ_t Δq·p·DF. */
function net(payer: string, discounted: boolean): number {
  let sum = 0;
  for (const year of years) {
    let factor = 1;
    if (discounted) for (let t = 2026; t < year; t++) factor /= 1.035;
    sum -= (cost[payer]?.[year] ?? 0) * factor;
    for (const [start, n] of Object.entries(starters)) {
      for (const [outcome, effects] of Object.entries(change)) {
        sum += n * -(effects[year - Number(start)] ?? 0) * price(payer, outcome, year) * factor;
      }
    }
  }
  return sum;
}

test("each payer's net is the planned formula, summed by hand", () => {
  for (const payer of ["Family", "State", "School"]) {
    for (const discounted of [false, true]) {
      const { estimate } = line(whole, { measure: "net", payer, discounted });
      expect(Math.abs(estimate / net(payer, discounted) - 1), payer).toBeLessThan(1e-9);
    }
  }
});

test("the claim is the same money by its parts: starters on average over the year, units fewer, price", () => {
  const total = whole.claim.reduce((sum, row) => sum + row.amount, 0);
  expect(total / line(whole, { measure: "gross" }).estimate).toBeCloseTo(1, 10);
  for (const row of whole.claim) expect((row.starters * row.effect * row.price * row.cashable) / row.amount).toBeCloseTo(1, 10);
  expect(whole.claim.find((r) => r.year === 2027 && r.payer === "School")?.starters).toBe(40);
  const state = whole.claim.find((r) => r.year === 2026 && r.payer === "State");
  expect(state).toMatchObject({ consequence: "placement", starters: 15, price: 400, cashable: 1 });
  expect(state?.effect).toBeCloseTo((0.9 * 30 * 4 * 0.8 * 0.9) / 15, 10);
});

test("a cashable claim counts what can leave a budget", async () => {
  const { read, account } = await opened(smallPlan());
  const claim = plannedClaim(account, read.starters, { firstYear: 0.5, measure: "cashable" });
  const total = claim.reduce((sum, row) => sum + row.amount, 0);
  expect(total / line(whole, { measure: "cashable" }).estimate).toBeCloseTo(1, 10);
});

test("cost bias makes costs dearer, less what has been dealt with", async () => {
  const { account } = await opened(smallPlan({ costBias: { uplift: 0.4, mitigated: 0.25, source: "test" } }));
  expect(account.cost.reduce((a, b) => a + b)).toBeCloseTo(1_350_000 * 1.3, 6);
});

test("persistence goes on from each wave's last stated year, and no further than the plan", async () => {
  const { read } = await opened(smallPlan());
  const { persistence, uncertainty } = planMoney({
    persistence: { form: "exponential", decline: { amount: 0.5, low: 0.3, high: 0.7 }, years: 2 },
  });
  const { effects, inputs } = assumedEffects(read.effects, read.starters, smallPlan(), { persistence, uncertainty });
  const of = (group: number) =>
    effects.terms.flatMap((t, k) => (t.outcome === "placement" && t.group === group ? [[t.time, effects.estimate[k]]] : []));
  // The mean of 0.5^x over a year is (1 − 0.5) / ln 2.
  const first = 0.5 / Math.log(2);
  const last = change.placement[1];
  const wave = of(2026);
  expect(wave.map(([time]) => time)).toEqual([2026, 2027, 2028, 2029]);
  expect(wave[2][1]).toBeCloseTo(last * first, 12);
  expect(wave[3][1]).toBeCloseTo(last * first * 0.5, 12);
  expect(of(2027).map(([time]) => time)).toEqual([2027, 2028, 2029, 2030]);
  // At the decline counted with nothing changes; at another, years after the last stated one do: 0.3 leaves 0.7^x.
  const { account } = await opened(smallPlan());
  const sums = personSums(effects, ["placement"], account.periods, 2026, 2030);
  const drawn = (rank: number) => {
    const out = new Float64Array(5);
    drawAssumed(inputs, sums, (source) => (source === "persistence" ? Float64Array.of(rank) : undefined), 1, out);
    return out;
  };
  expect([...drawn(0.5)]).toEqual([...sums.effects.estimate].map((x) => expect.closeTo(x, 9)));
  expect(drawn(1e-12)[4]).toBeCloseTo(20 * last * ((0.7 * 0.3) / -Math.log(0.7)), 3);
});

test("an outcome without a price stands beside the money", () => {
  expect(whole.savings.human.map((h) => h.outcome)).toEqual(["absence"]);
  expect(whole.savings.human[0].estimate).toBeCloseTo(-2.7, 12);
});

test("drawn money has the quantiles of the stated distributions", () => {
  // In 2029 only starters of 2027, whose number is known, still have a stated effect on special school: normal with mean 5 and sd 2.
  const school = line(whole, { measure: "gross", payer: "School", year: 2029 });
  const size = 1200 * 20 * 0.9 * 0.9;
  const z = 1.959964;
  expect(Math.abs((school.priceLower ?? 0) / (size * (5 - 2 * z)) - 1)).toBeLessThan(0.15);
  expect(Math.abs((school.priceUpper ?? 0) / (size * (5 + 2 * z)) - 1)).toBeLessThan(0.03);
  const shares = whole.savings.shares.map((s) => s.source);
  expect(shares).toEqual(expect.arrayContaining(["effect", "volume", "price"]));
});

test("the target group's cost is its units times prices, at the nearest year's; ahead it is of starters so far", () => {
  const { target } = whole;
  expect(target?.years).toEqual([
    { year: 2022, people: 60 },
    { year: 2023, people: 80 },
  ]);
  const at = (rows: NonNullable<typeof target>["path"], year: number, payer: string) =>
    rows.find((r) => r.year === year && r.payer === payer);
  expect(at(target?.path ?? [], 2022, "Family")).toMatchObject({ people: 60, amount: 900 * 2000 });
  expect(at(target?.path ?? [], 2023, "School")).toMatchObject({ people: 80, amount: 4000 * 1100 });
  expect(at(target?.ahead ?? [], 2028, "School")?.amount).toBeCloseTo(50 * (7000 / 140) * 1200, 6);
  expect(at(target?.ahead ?? [], 2026, "State")?.amount).toBeCloseTo(15 * (2300 / 140) * 400, 6);
  expect(whole.problems.map((p) => p.code)).toContain("savings/plan-use-unknown");
});

test("a plan that takes off more than there is, or starts more than there are, is told so", async () => {
  const plan = smallPlan();
  const history = ["year;people;outcome;units", "2023;25;placement;50", "2023;25;specialSchool;4000"];
  const read = await files(plan, { "history.csv": history });
  const target = targetGroup(read.history, read.money.prices, read.starters, plan);
  const problems = targetGroupProblems(target, read.effects, read.starters, plan);
  expect(problems.filter((p) => p.code === "savings/plan-effect-over-use")).toHaveLength(2);
  const params = { starters: 30, year: 2026, people: 25, last: 2023 };
  expect(problems.find((p) => p.code === "savings/plan-starters-over-people")?.params).toEqual(params);
});

test("a history with years in which people start is told so", async () => {
  const plan = smallPlan();
  const history = ["2023", "2026", "2027"].map((year) => `${year};80;placement;50`);
  const read = await files(plan, { "history.csv": ["year;people;outcome;units", ...history] });
  const target = targetGroup(read.history, read.money.prices, read.starters, plan);
  const found = targetGroupProblems(target, read.effects, read.starters, plan).find(
    (p) => p.code === "savings/plan-history-late",
  );
  expect(found?.params).toEqual({ years: "2026, 2027", from: 2026 });
  // Told when the files are read, before anything is locked or worked out.
  expect(read.problems).toContainEqual(found);
});

test("a published account comes out: Functional Family Therapy by WSIPP, per participant", () => {
  // Taxpayers 8,017, participants 1,507, others 19,378, indirect 1,890, programme 3,470; net present value 27,322, ratio 8.87.
  const benefits = { taxpayers: 8017, participants: 1507, others: 19_378, indirect: 1890 };
  const origin = { file: "wsipp", row: 2 };
  const row = {
    outcome: "crime",
    yearSinceStart: 0,
    effect: -1,
    sign: 1,
    grade: "A",
    optimismBias: 0,
    source: "WSIPP",
    origin,
  } as const;
  const starters = [{ year: 2026, starters: 1, distribution: { kind: "fixed", value: 1 } }] as const;
  const plan = smallPlan({ from: 2026, until: 2026, starters: { 2026: 1 }, dropouts: 0, outcomes: { crime: { unit: "days" } } });
  const rows = [{ ...row, distribution: { kind: "fixed", value: -1 } }] as const;
  const { effects, inputs } = assumedEffects(rows, starters, plan, planMoney());
  const common = { consequence: "crime", year: 2026, unit: "days", priceYear: 2025, cashable: 1, source: "", origin };
  const prices = Object.entries(benefits).map(([payer, amount]) => ({ ...common, payer, amount }));
  const costs = [{ year: 2026, payer: "taxpayers", planned: 3470, actual: Number.NaN, priceYear: 2025, origin }];
  const money = { kind: "money-files", prices, costs, claim: [], budget: [], assumed: inputs, problems: [] } as const;
  const account = openAccount(effects, money, planMoney(), planPeriods(plan));
  const all = { years: [2026], payers: account.payers, consequences: ["crime"], discounted: true } as const;
  const worth = moneyFigure(account, { ...all, measure: "net" }).estimate;
  expect(worth).toBeCloseTo(27_322, 9);
  expect((moneyFigure(account, { ...all, measure: "gross" }).estimate / 3470).toFixed(2)).toBe("8.87");
});
