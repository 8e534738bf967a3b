import type { Effects } from "@kontrafakt/effects";
import { tQuantile } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { drawFigures } from "../draws/draw-figures.js";
import { drawShared } from "../draws/draws.js";
import { intervalOf } from "../draws/interval-of.js";
import { headlineFigure } from "../draws/money-draws.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { CostRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import type { KeyFigures, SwitchingValue } from "./figures-value.js";
import { keyFigures } from "./key-figures.js";

const starters = 60;
const effects = smallEffects();
/** "State" is a citizen here: what each gains that no budget holds. */
const payers = { State: { kind: "citizen" } };
const money = smallMoney();
const lastYear = { ...money.costs[0], year: 2023, payer: "School", planned: 400_000 };
const costs: CostRow[] = [
  ...money.costs.map((row, i): CostRow => ({ ...row, behaviour: i === 1 ? "fixed" : "variable" })),
  { ...lastYear, behaviour: "step", step: 25 },
];
const full = { ...money, costs };
const change = (more: Record<string, unknown> = {}) => smallOptions({ payers, ...more });

const figuresOf = (of: Effects = effects, files: MoneyFiles = full, more: Record<string, unknown> = {}, people = starters) =>
  keyFigures(openAccount(of, files, change(more), periods, {}), { starters: people }, "DKK");
const all = figuresOf();
const find = (figures: readonly KeyFigures[], account: string, payer: string | null = null, horizon = "observed") =>
  figures.find((f) => f.account === account && f.payer === payer && f.horizon === horizon) ?? expect.fail();

const spent = (row: CostRow) => (Number.isNaN(row.actual) ? row.planned : row.actual);
/** Weight of each cell in the discounted or plain benefit of some payers, by the plainest loop; and their cost. */
function byHand(names: readonly string[], rate: number, only?: number) {
  const weight = effects.terms.map(({ outcome, group = 0, time = 0, n }) => {
    const year = Math.floor(time / 4);
    if (time < group || (only !== undefined && only !== year)) return 0;
    const rows = money.prices.filter((p) => p.consequence === outcome && p.year === year && names.includes(p.payer));
    return -n * rows.reduce((sum, p) => sum + p.amount, 0) * (1 + rate) ** (2021 - year);
  });
  const cost = costs
    .filter((row) => names.includes(row.payer) && (only === undefined || row.year === only))
    .reduce((sum, row) => sum + spent(row) * (1 + rate) ** (2021 - row.year), 0);
  const estimate = weight.reduce((sum, w, k) => sum + w * effects.estimate[k], 0);
  return { weight, cost, estimate };
}
function covariance(v: readonly number[], w: readonly number[]): number {
  let sum = 0;
  v.forEach((a, j) => {
    if (a !== 0)
      w.forEach((b, k) => {
        sum += a * b * effects.covariance[j * w.length + k];
      });
  });
  return sum;
}
const near = (found: number, expected: number, by = 1e-9) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(by * Math.max(1, Math.abs(expected)));

test.each([
  ["payer", "Family", ["Family"]],
  ["payer", "State", ["State"]],
  ["public", null, ["Family", "School"]],
  ["society", null, ["Family", "School", "State"]],
] as const)("%s %s: benefit, cost, ratios and payback by the plainest loop", (account, payer, names) => {
  const figures = find(all, account, payer);
  const { weight, cost, estimate } = byHand(names, 0.035);
  near(figures.benefit.estimate, estimate);
  near(figures.benefit.se, Math.sqrt(covariance(weight, weight)));
  near(figures.cost.estimate, cost);
  near(figures.netPresentValue.estimate, estimate - cost);
  near(figures.netPresentValue.lower, figures.benefit.lower - cost);
  const plain = byHand(names, 0);
  near(figures.net.estimate, plain.estimate - plain.cost);
  if (cost === 0) expect([figures.benefitCostRatio, figures.returnOnCost]).toEqual([null, null]);
  else {
    near(figures.benefitCostRatio?.estimate ?? 0, estimate / cost);
    near(figures.benefitCostRatio?.upper ?? 0, figures.benefit.upper / cost);
    near(figures.returnOnCost?.lower ?? 0, (figures.benefit.lower - cost) / cost);
  }
  for (const [rate, found] of [
    [0, figures.payback.plain],
    [0.035, figures.payback.discounted],
  ] as const) {
    let [running, since] = [0, null as number | null];
    for (const year of [2020, 2021, 2022, 2023]) {
      const one = byHand(names, rate, year);
      running += one.estimate - one.cost;
      since = running >= 0 ? (since ?? year) : null;
    }
    expect(found).toBe(since);
  }
  const { rate, reason } = figures.internalRate;
  if (rate !== null) {
    const { estimate, cost } = byHand(names, rate);
    near(estimate / cost, 1, 1e-8);
  } else expect(reason).not.toBe("found");
});

/** Variance of each wave's part, and Satterthwaite's degrees of freedom over waves of thirty people. */
function degrees(w: readonly number[]): number {
  const waves = [...new Set(effects.terms.map((t) => t.group))];
  const parts = waves.map((g) => {
    const own = w.map((x, k) => (effects.terms[k].group === g ? x : 0));
    return covariance(own, own);
  });
  return parts.reduce((a, b) => a + b, 0) ** 2 / parts.reduce((sum, v) => sum + v ** 2 / 29, 0);
}

test("the value of public funds has Fieller's set, found by asking each ratio", () => {
  const shapes: string[] = [];
  for (const scale of [0.7, 3.5, 4.1, 6, 9]) {
    const files = { ...full, costs: costs.map((row) => ({ ...row, planned: row.planned * scale, actual: row.actual * scale })) };
    const found = find(figuresOf(effects, files), "society").marginalValueOfPublicFunds ?? expect.fail();
    const others = byHand(["State"], 0.035);
    const purse = byHand(["Family", "School"], 0.035);
    const spentNet = purse.cost * scale - purse.estimate;
    expect(found.estimate === Infinity).toBe(spentNet <= 0);
    if (spentNet > 0) near(found.estimate, others.estimate / spentNet);
    const combined = (ratio: number) => others.weight.map((w, k) => w + ratio * purse.weight[k]);
    const q = tQuantile(0.975, degrees(combined(found.estimate === Infinity ? 0 : found.estimate)));
    const takes = (ratio: number) => {
      const v = combined(ratio);
      return Math.abs(others.estimate - ratio * spentNet) <= q * Math.sqrt(covariance(v, v));
    };
    const { lower, upper, shape } = found;
    shapes.push(`${found.estimate === Infinity} ${shape} ${upper === Infinity} ${lower === Infinity}`);
    for (const limit of [lower, upper]) {
      if (Number.isFinite(limit)) expect(takes(limit * (1 + 1e-6))).not.toBe(takes(limit * (1 - 1e-6)));
    }
    // Ratios above 0 stand for themselves; those below 0 are a purse that gains.
    for (let ratio = 0.01; ratio < 200; ratio *= 1.3) {
      const inside = shape === "between" ? ratio >= lower && ratio <= upper : shape === "all" || ratio <= lower || ratio >= upper;
      expect(takes(ratio)).toBe(inside);
    }
  }
  // Surely free; free, perhaps not; at a cost, perhaps free; at a cost.
  expect(shapes).toEqual([
    "true between true true",
    "true between true false",
    "false between true false",
    "false between false false",
    "false between false false",
  ]);
  expect(find(all, "public").marginalValueOfPublicFunds).toBeUndefined();
  const inside = keyFigures(openAccount(effects, full, smallOptions(), periods, {}), {}, "DKK");
  expect(find(inside, "society").marginalValueOfPublicFunds).toBeUndefined();
});

const switching = (figures: KeyFigures, input: SwitchingValue["input"], consequence?: string) =>
  figures.switching.find((s) => s.input === input && s.consequence === consequence) ?? expect.fail();

test("an effect or a price put back makes the net present value 0", () => {
  const before = find(all, "public");
  for (const consequence of ["placement", "school"]) {
    const effect = switching(before, "effect", consequence);
    const fewer = effects.terms.reduce(
      (sum, t, k) => sum - (t.outcome === consequence && t.event! >= 0 ? t.n * effects.estimate[k] : 0),
      0,
    );
    near(effect.now, fewer / starters);
    const factor = (effect.value ?? expect.fail()) / effect.now;
    const moved = effects.estimate.map((x, k) => (effects.terms[k].outcome === consequence ? x * factor : x));
    near(find(figuresOf({ ...effects, estimate: moved }), "public").netPresentValue.estimate, 0, 1e-6);
    const price = switching(before, "price", consequence);
    if (price.value === null) continue;
    const by = price.value / price.now;
    const prices = money.prices.map((p) => (p.consequence === consequence ? { ...p, amount: p.amount * by } : p));
    near(find(figuresOf(effects, { ...full, prices }), "public").netPresentValue.estimate, 0, 1e-6);
  }
  near(switching(before, "cost").value ?? 0, before.benefit.estimate);
  near(switching(before, "cost").now, before.cost.estimate);
});

test("starters put back make it 0, each cost following them as its row says", () => {
  const before = find(all, "payer", "Family");
  const { value } = switching(before, "starters");
  const n = value ?? expect.fail();
  const scaled = effects.estimate.map((x) => (x * n) / starters);
  const then = costs.map((row) => {
    const by =
      row.behaviour === "fixed" ? 1 : row.behaviour === "variable" ? n / starters : Math.ceil(n / 25) / Math.ceil(starters / 25);
    return { ...row, planned: row.planned * by, actual: row.actual * by };
  });
  near(
    find(figuresOf({ ...effects, estimate: scaled }, { ...full, costs: then }), "payer", "Family").netPresentValue.estimate,
    0,
    1e-6,
  );
  expect(find(figuresOf(effects, full, {}, 0), "public").switching.map((s) => s.input)).not.toContain("starters");
});

test("months of a constant effect are worth what is missing", () => {
  const dear = { ...full, costs: costs.map((row) => ({ ...row, planned: row.planned * 6, actual: row.actual * 6 })) };
  const before = find(figuresOf(effects, dear), "public");
  expect(before.netPresentValue.estimate).toBeLessThan(0);
  const months = switching(before, "persistence").value ?? expect.fail();
  let monthly = 0;
  effects.terms.forEach((t, k) => {
    if (t.time! < 2023 * 4) return;
    const price = money.prices.find((p) => p.year === 2023 && p.consequence === t.outcome && p.payer !== "State");
    monthly -= (t.n * effects.estimate[k] * (price?.amount ?? 0)) / 12;
  });
  let worth = 0;
  for (let m = 0; m < months; m++) worth += (monthly * Math.min(1, months - m)) / 1.035 ** (2024 + Math.floor(m / 12) - 2021);
  near(worth, -before.netPresentValue.estimate, 1e-9);
  expect(switching(find(figuresOf(effects, { ...full, costs: [] }), "public"), "persistence").value).toBeNull();
  // As many whole years as it takes and one fewer lie on either side of 0.
  const at = (years: number) =>
    find(figuresOf(effects, dear, { persistence: { form: "constant", years } }), "public", null, "withAssumed").netPresentValue
      .estimate;
  const years = Math.ceil(months / 12);
  expect(at(years)).toBeGreaterThanOrEqual(0);
  if (years > 1) expect(at(years - 1)).toBeLessThan(0);
});

test("with an assumption there are two horizons, and the observed one does not move", () => {
  const going = figuresOf(effects, full, { persistence: { form: "exponential", decline: 0.2 } });
  expect(going.filter((f) => f.horizon === "observed")).toEqual(all);
  expect(going).toHaveLength(2 * all.length);
  const [one, other] = [find(going, "public"), find(going, "public", null, "withAssumed")];
  expect(other.benefit.estimate).toBeGreaterThan(one.benefit.estimate);
  expect(other.cost).toEqual(one.cost);
  expect(other.switching.map((s) => s.input)).not.toContain("persistence");
});

test("a payer of whose savings nothing is known has no figures", () => {
  const prices = money.prices.map((p) => (p.payer === "School" ? { ...p, amount: Number.NaN } : p));
  expect(figuresOf(effects, { ...full, prices }).map((f) => f.payer)).toEqual(["Family", "State", null, null]);
});

test("where an outcome rises in some years and falls in others, its price is still one between the lowest and the highest", () => {
  // More placement in 2021 and 2022, almost as much less in 2023 at another price: a mean by net units would be far off, or below 0.
  const mixed = effects.estimate.map((_, k) => ((effects.terms[k].time ?? 0) >= 2023 * 4 ? -4 : 3.9));
  const prices = money.prices.map((p) => (p.payer === "Family" && p.year < 2023 ? { ...p, amount: 400 } : p));
  const turned = { ...effects, estimate: mixed };
  const figures = figuresOf(turned, { ...full, prices });
  for (const { switching } of [find(figures, "payer", "Family"), find(figures, "public")]) {
    const price = switching.find((s) => s.input === "price" && s.consequence === "placement") ?? expect.fail();
    expect(price.now).toBeGreaterThanOrEqual(400);
    expect(price.now).toBeLessThanOrEqual(2200);
    const by = (price.value ?? expect.fail()) / price.now;
    const changed = prices.map((p) => (p.consequence === "placement" ? { ...p, amount: p.amount * by } : p));
    const after = figuresOf(turned, { ...full, prices: changed });
    near(
      find(after, switching === figures[0].switching ? "payer" : "public", switching === figures[0].switching ? "Family" : null)
        .netPresentValue.estimate,
      0,
      1e-6,
    );
  }
});

test("with draws the nets have intervals with price and persistence drawn", async () => {
  const options = smallOptions({ persistence: { form: "exponential", decline: { amount: 0.2, low: 0, high: 0.9 } } });
  const account = openAccount(effects, money, options, periods, {});
  const drawn = drawFigures(account, await drawShared(account, headlineFigure(account).df, 1000, { seed: 1 }));
  const figures = keyFigures(account, { starters }, "DKK", drawn);
  const [sure, later] = ["observed", "withAssumed"].map((h) => find(figures, "public", null, h).netPresentValue);
  const limits = ({ priceLower, priceUpper }: typeof sure) => [priceLower ?? Number.NaN, priceUpper ?? Number.NaN];
  const last = drawn.cumulative[drawn.cumulative.length - 1];
  const net = new Float64Array(1000).map((_, d) =>
    drawn.gross.reduce((sum, saved, cell) => {
      return sum + (saved[d] - account.cost[cell]) * account.discount[cell % account.discount.length];
    }, 0),
  );
  for (const [found, draws] of [
    [sure, last],
    [later, net],
  ] as const) {
    const [lower, upper] = intervalOf(draws.slice());
    near(limits(found)[0], lower);
    near(limits(found)[1], upper);
  }
  const wider = (f: typeof sure) => (limits(f)[1] - limits(f)[0]) / (f.upper - f.lower);
  expect(wider(later)).toBeGreaterThan(wider(sure));
  const parts = figures.filter((f) => f.account === "payer" && f.horizon === "withAssumed");
  near(
    parts.reduce((sum, f) => sum + f.netPresentValue.estimate, 0),
    later.estimate,
  );
  expect(find(figures, "society", null, "withAssumed").netPresentValue).toEqual(later);
});

test("nothing changed, nothing spent: no figure is made up", () => {
  const zero = {
    ...effects,
    estimate: effects.estimate.map(() => 0),
    covariance: effects.covariance.map(() => 0),
    basis: { kind: "covariance-only" } as const,
  };
  for (const figures of figuresOf(zero, { ...full, costs: [] }, { persistence: { form: "constant" } })) {
    expect(figures.netPresentValue).toMatchObject({ estimate: 0, se: 0, lower: 0, upper: 0 });
    expect([figures.benefitCostRatio, figures.returnOnCost, figures.internalRate.rate]).toEqual([null, null, null]);
    expect(figures.internalRate.reason).toBe("no-change-of-sign");
    for (const { input, value } of figures.switching) expect(value, input).toBe(input === "cost" ? 0 : null);
    if (figures.account === "society")
      expect(figures.marginalValueOfPublicFunds).toMatchObject({ estimate: Number.NaN, shape: "all" });
  }
});
