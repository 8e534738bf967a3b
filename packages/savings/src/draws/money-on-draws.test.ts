import type { Context, Periods } from "@kontrafakt/base";
import { normalQuantile, tQuantile } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { moneyFigure, type Selection } from "../account/figure.js";
import type { Distribution, PriceRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { meanOf, quantileOf } from "./distribution.js";
import { allFrom, drawMoney, selectedDraws } from "./draw-money.js";
import { type Draws, drawShared } from "./draws.js";
import { drawnAccount } from "./each-cell.js";
import { drawablePrices } from "./price-draws.js";
import { figureOn } from "./stepped-figure.js";
import { tornado } from "./tornado.js";
import { uncertaintyShares } from "./uncertainty-shares.js";

const context: Context = { seed: 4 };
const effects = smallEffects();
const base = smallMoney();
const changed = (change: (row: PriceRow) => Partial<PriceRow>) => ({
  ...base,
  prices: base.prices.map((row): PriceRow => ({ ...row, ...change(row) })),
});
const yearOf = (time: number | undefined) => Math.floor((time ?? Number.NaN) / 4);
const select = (change: Partial<Selection>): Selection => ({
  measure: "cashable",
  years: [2020, 2021, 2022, 2023],
  payers: ["Family", "State", "School"],
  consequences: ["placement", "school"],
  discounted: false,
  ...change,
});
const near = (found: number, expected: number, tolerance = 1e-9) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

const lags: Record<string, number> = { Family: 0.25, State: 1, School: 2.5 };
const lagged = changed(({ payer }) => ({ lag: lags[payer] }));

test("cashable money arrives after its lag, split between two years, and not beyond the horizon: by a loop over cells", () => {
  const account = openAccount(effects, lagged, smallOptions(), periods);
  for (const discounted of [false, true]) {
    for (const arrival of [2021, 2022, 2023]) {
      const weight = effects.terms.map((term) => {
        let w = 0;
        const year = yearOf(term.time);
        if ((term.event ?? -1) < 0) return 0;
        for (const row of lagged.prices) {
          if (row.consequence !== term.outcome || row.year !== year) continue;
          const whole = Math.floor(lags[row.payer]);
          const rest = lags[row.payer] - whole;
          const part = year + whole === arrival ? 1 - rest : year + whole + 1 === arrival ? rest : 0;
          w -= term.n * row.amount * row.cashable * part * (discounted ? 1.035 ** (2021 - arrival) : 1);
        }
        return w;
      });
      let estimate = 0;
      let variance = 0;
      weight.forEach((a, i) => {
        estimate += a * effects.estimate[i];
        weight.forEach((b, j) => {
          variance += a * b * effects.covariance[i * weight.length + j];
        });
      });
      const found = moneyFigure(account, select({ years: [arrival], discounted }));
      near(found.estimate, estimate);
      near(found.se, Math.sqrt(variance));
    }
  }
});

test("a lag moves money and loses none within the horizon; a lag as long as the horizon leaves nothing", () => {
  const total = (lag: number) => {
    const account = openAccount(
      effects,
      changed(() => ({ lag })),
      smallOptions(),
      periods,
    );
    return [2021, 2022, 2023].map((year) => moneyFigure(account, select({ years: [year], payers: ["State"] })).estimate);
  };
  const [none, half, one] = [total(0), total(0.5), total(1)];
  expect(one[0]).toBe(0);
  near(one[1], none[0]);
  near(half[1], (none[0] + none[1]) / 2);
  expect(total(3).every((v) => v === 0)).toBe(true);
});

test("whole steps only, on every draw, towards zero: by a loop", async () => {
  const money = changed(({ payer }) => (payer === "Family" ? { step: 400, cashable: 1, lag: 0.5, counts: 0.8 } : {}));
  const account = openAccount(effects, money, smallOptions(), periods);
  const draws = await drawShared(account, 58, 1500, context);
  const Y = account.sums.years.length;
  const price = (year: number) => money.prices.find((p) => p.payer === "Family" && p.year === year)?.amount ?? 0;
  const found = selectedDraws(account, { effect: draws }, 1500, select({ years: [2022], payers: ["Family"], discounted: true }));
  const sums: number[] = [];
  for (let d = 0; d < 1500; d++) {
    let expected = 0;
    for (const year of [2021, 2022]) {
      const less = -draws.effect[account.sums.years.indexOf(year) * 1500 + d] * 0.8;
      expected += 0.5 * Math.trunc(less / 400) * 400 * price(year) * 1.035 ** -1;
    }
    near(found[d], expected);
    sums.push(expected);
  }
  expect(Y).toBe(4);
  const mean = sums.reduce((a, b) => a + b, 0) / sums.length;
  const figure = figureOn(account, draws, select({ years: [2022], payers: ["Family"], discounted: true }));
  near(figure.estimate, mean);
  near(figure.se, Math.sqrt(sums.reduce((a, b) => a + (b - mean) ** 2, 0) / (sums.length - 1)));
  const sorted = sums.toSorted((a, b) => a - b);
  expect(figure.lower).toBeGreaterThanOrEqual(sorted[36]);
  expect(figure.upper).toBeLessThanOrEqual(sorted[1463]);
});

test("every price, refund and transfer has one rank for all its years: by a loop over the definition", async () => {
  const kinds: Record<string, (amount: number) => Distribution> = {
    Family: (amount) => ({ kind: "pert", low: amount * 0.8, mode: amount, high: amount * 1.5 }),
    State: (amount) => ({ kind: "gamma", mean: amount, sd: amount / 4 }),
    School: (amount) => ({ kind: "normal", mean: amount, sd: 90 }),
  };
  const money = changed(({ payer, amount }) => ({
    distribution: kinds[payer](amount),
    ...(payer === "School" ? { transferTo: "Citizen" } : {}),
  }));
  const account = openAccount(effects, money, smallOptions(), periods);
  const D = 1100;
  const draws = await drawShared(account, 58, D, context);
  const drawn = drawMoney(drawnAccount(account, drawablePrices(account), allFrom(draws), D));
  expect(draws.inputs.map((key) => key.name)).toEqual(["placement, Family", "placement, State", "school, School"]);
  const Y = account.sums.years.length;
  const K = account.payers.length;
  for (const d of [0, 1, 500, 1099]) {
    for (const row of money.prices) {
      const key = draws.inputs.findIndex((input) => input.name === `${row.consequence}, ${row.payer}`);
      const price = quantileOf(kinds[row.payer](row.amount), draws.rank[key * D + d]);
      const y = account.sums.years.indexOf(row.year);
      const change = draws.effect[(account.sums.consequences.indexOf(row.consequence) * Y + y) * D + d];
      near(drawn.gross[account.payers.indexOf(row.payer) * Y + y][d], -change * price, 1e-6);
      if (row.payer === "School") near(drawn.gross[account.payers.indexOf("Citizen") * Y + y][d], change * price, 1e-6);
    }
  }
  expect(K).toBe(4);
});

test("prices of a group move together as closely as is said, and by itself each has the ranks it had", async () => {
  const grouped = (correlation: number) =>
    openAccount(
      effects,
      changed(({ payer }) => (payer === "State" ? {} : { group: "care" })),
      smallOptions({ uncertainty: { correlation: { care: correlation } } }),
      periods,
    );
  const D = 3000;
  const alone = await drawShared(openAccount(effects, base, smallOptions(), periods), 58, D, context);
  for (const rho of [0, 0.6, 1]) {
    const { rank } = await drawShared(grouped(rho), 58, D, context);
    const z = (key: number) => Array.from(rank.subarray(key * D, (key + 1) * D), (u) => normalQuantile(u));
    const [a, b] = [z(0), z(1)];
    const product = a.reduce((sum, v, d) => sum + v * b[d], 0) / D;
    // Variance of a product of two standard normals: 1 + ρ².
    expect(Math.abs(product - rho)).toBeLessThan(4 * Math.sqrt((1 + rho * rho) / D));
    if (rho === 0) expect(rank).toEqual(alone.rank);
    if (rho === 1) expect(a).toEqual(b);
  }
});

test("a lag drawn between its limits: each draw by the fixed lag's split", async () => {
  const money = changed(({ payer }) => (payer === "State" ? { lag: 1, lagLow: 0, lagHigh: 2.5 } : {}));
  const account = openAccount(effects, money, smallOptions(), periods);
  const D = 1030;
  const draws = await drawShared(account, 58, D, context);
  const key = draws.inputs.findIndex((input) => input.source === "lag");
  const found = [2021, 2022, 2023].map((year) =>
    selectedDraws(account, allFrom(draws), D, select({ years: [year], payers: ["State"] })),
  );
  const Y = 4;
  for (const d of [0, 7, 1029]) {
    const lag = quantileOf({ kind: "triangular", low: 0, mode: 1, high: 2.5 }, draws.rank[key * D + d]);
    [2021, 2022, 2023].forEach((arrival, i) => {
      let expected = 0;
      for (const year of [2021, 2022, 2023]) {
        const later = arrival - year - lag;
        const share = Math.max(0, 1 - Math.abs(later));
        expected += -draws.effect[(year - 2020) * D + d] * 450 * share;
      }
      near(found[i][d], expected);
    });
  }
  expect(account.sums.years.length).toBe(Y);
});

const short: Periods = { ...periods, ordinals: periods.ordinals.slice(0, 12) };
const cut = { ...effects, terms: effects.terms.map((t) => ({ ...t, n: (t.time ?? 0) > short.ordinals[11] ? 0 : t.n })) };
const fading = (decline: unknown) => smallOptions({ persistence: { form: "exponential", years: 3, decline } });

test("persistence is drawn: in each draw the money is that of an account whose decline is the drawn one", async () => {
  const uncertain = { amount: 0.3, low: 0.1, high: 0.6 };
  const account = openAccount(cut, base, fading(uncertain), short, {});
  const D = 1024;
  const draws = await drawShared(account, 58, D, context);
  const key = draws.inputs.findIndex((input) => input.source === "persistence");
  const all = select({ measure: "gross", years: account.sums.years, basis: "both", discounted: true });
  const found = selectedDraws(account, { persistence: draws }, D, all);
  for (const d of [0, 33, 1023]) {
    const decline = quantileOf({ kind: "triangular", low: 0.1, mode: 0.3, high: 0.6 }, draws.rank[key * D + d]);
    near(found[d], moneyFigure(openAccount(cut, base, fading(decline), short, {}), all).estimate);
  }
  const shares = await uncertaintyShares(
    account,
    draws,
    drawMoney(drawnAccount(account, drawablePrices(account), allFrom(draws), D)),
    context,
  );
  expect(shares.map((s) => s.source)).toEqual(["effect", "price", "persistence"]);
  near(
    shares.reduce((sum, s) => sum + s.share, 0),
    1,
  );
  expect(shares.every((s) => s.error > 0 && s.error < 0.1)).toBe(true);
});

test("who receives from two payers: one price drawn, the other as counted with", async () => {
  const money = changed(({ payer }) => (payer === "School" ? {} : { low: 300, high: 4000, transferTo: "Citizen" }));
  const account = openAccount(effects, money, smallOptions(), periods);
  const all = select({ measure: "gross", payers: ["Family", "State", "Citizen"], consequences: ["placement"] });
  const draws = await drawShared(account, 58, 1024, context);
  const one = draws.inputs.findIndex((input) => input.name === "placement, State");
  const only: Draws = { ...draws, inputs: [draws.inputs[one]], rank: draws.rank.slice(one * 1024, (one + 1) * 1024) };
  for (const price of [draws, only]) {
    for (const left of selectedDraws(account, { effect: draws, price }, 1024, all).subarray(0, 9)) near(left, 0, 1e-6);
  }
});

test("tornado: each input at its ends, the rest as counted with, widest first", () => {
  const account = openAccount(cut, base, fading({ amount: 0.3, low: 0.1, high: 0.6 }), short, {});
  const bars = tornado(account);
  const all = select({ measure: "gross", years: account.sums.years, basis: "both", discounted: true });
  const cost = account.cost.reduce((sum, v, at) => sum + v * account.discount[at % account.sums.years.length], 0);
  const whole = moneyFigure(account, all);
  const of = (name: string, source: string) => bars.find((bar) => bar.input === name && bar.source === source);
  const placement = moneyFigure(account, { ...all, consequences: ["placement"] });
  const half = tQuantile(0.975, placement.df) * placement.se;
  near(of("placement", "effect")?.low ?? 0, whole.estimate - half - cost);
  near(of("placement", "effect")?.high ?? 0, whole.estimate + half - cost);
  const dear = openAccount(
    cut,
    changed(({ payer, amount, low, high }) =>
      payer === "School"
        ? { amount: quantileOf({ kind: "triangular", low: low ?? 0, mode: amount, high: high ?? 0 }, 0.975) }
        : {},
    ),
    fading(0.3),
    short,
    {},
  );
  near(of("school, School", "price")?.high ?? 0, moneyFigure(dear, all).estimate - cost);
  const faded = quantileOf({ kind: "triangular", low: 0.1, mode: 0.3, high: 0.6 }, 0.025);
  near(
    of("decline", "persistence")?.low ?? 0,
    moneyFigure(openAccount(cut, base, fading(faded), short, {}), all).estimate - cost,
  );
  const widths = bars.map((bar) => Math.abs(bar.high - bar.low));
  expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  expect(bars.length).toBe(5);
});

test("shares of effect and price: the closed form of a product", async () => {
  // One consequence, one payer, one year: S = −θ·p, so v(θ) = E[p]²Var θ, v(p) = θ²·Var p, both together more by Var θ · Var p.
  const one = { ...base, prices: base.prices.filter((p) => p.payer === "School"), costs: [] };
  const wide = { ...one, prices: one.prices.map((p): PriceRow => ({ ...p, amount: 1100, low: 200, high: 3000 })) };
  const account = openAccount(effects, wide, smallOptions(), periods);
  const total = moneyFigure(account, select({ measure: "gross", payers: ["School"], consequences: ["school"] }));
  const price: Distribution = { kind: "triangular", low: 200, mode: 1100, high: 3000 };
  const [mean, spread] = [meanOf(price), ((3000 - 1100) ** 2 + (1100 - 200) ** 2 + (3000 - 200) ** 2) / 36];
  const units = total.estimate / 1100;
  const varUnits = ((total.se / 1100) ** 2 * 58) / 56;
  const both = mean * mean * varUnits + units * units * spread + varUnits * spread;
  const expected = (mean * mean * varUnits + (varUnits * spread) / 2) / both;
  const draws: Draws = await drawShared(account, 58, 6000, context);
  const [effect] = await uncertaintyShares(
    account,
    draws,
    drawMoney(drawnAccount(account, drawablePrices(account), allFrom(draws), 6000)),
    context,
  );
  expect(Math.abs(effect.share - expected)).toBeLessThan(4 * effect.error);
  expect(effect.error).toBeLessThan(0.02);
});
