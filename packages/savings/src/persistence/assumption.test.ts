import type { Periods } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { costOf, moneyFigure } from "../account/figure.js";
import type { StudyFacts } from "../account/study-facts.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { persistenceUsed } from "./persistence-used.js";

const effects = smallEffects();
const money = smallMoney();
/** Quarters to 2023Q2. */
const short: Periods = { ...periods, ordinals: periods.ordinals.slice(0, 14) };
const cut = {
  ...effects,
  terms: effects.terms.map((t) => ({ ...t, n: (t.time ?? 0) > 2023 * 4 + 1 ? 0 : t.n })),
};

/** Money after the window quarter by quarter: n·ATT of each wave's last four quarters, by the plainest loop. */
function byHand(
  outcome: string,
  payer: string,
  end: number,
  years: number,
  share: (quarter: number) => number,
  discounted: boolean,
) {
  const weight = new Array<number>(effects.terms.length).fill(0);
  for (let q = 0; q < years * 4; q++) {
    const year = Math.floor((end + 1 + q) / 4);
    const rows = money.prices.filter((p) => p.consequence === outcome && p.payer === payer && p.year <= year);
    const price = rows.sort((a, b) => b.year - a.year)[0].amount * (discounted ? 1.035 ** (2021 - year) : 1);
    for (const group of new Set(effects.terms.map((t) => t.group))) {
      const own = cut.terms.flatMap((t, k) =>
        t.outcome === outcome && t.group === group && t.time! > end - 4 && t.time! <= end && t.time! >= t.group! ? [k] : [],
      );
      for (const k of own) weight[k] -= (cut.terms[k].n / own.length) * price * share(q);
    }
  }
  let variance = 0;
  const estimate = weight.reduce((sum, w, k) => sum + w * effects.estimate[k], 0);
  weight.forEach((v, j) => {
    weight.forEach((w, k) => {
      variance += v * w * effects.covariance[j * weight.length + k];
    });
  });
  return { estimate, se: Math.sqrt(variance) };
}

const near = (found: number, expected: number) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(1e-9 * Math.abs(expected));

test("a constant effect goes on quarter by quarter from the mean of the last four, also where the window ends in mid-year", () => {
  const options = smallOptions({ persistence: { form: "constant", years: 3 } });
  const account = openAccount(cut, money, options, short, {});
  expect(account.sums.years).toEqual([2020, 2021, 2022, 2023, 2023, 2024, 2025, 2026]);
  expect([...account.sums.assumed]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  expect([...account.whole]).toEqual([1, 1, 1, 0, 0, 0, 0, 0]);
  expect(account.problems.map((p) => p.code)).toContain("savings/price-carried-on");
  const { years } = account.sums;
  for (const [outcome, payer] of [
    ["placement", "Family"],
    ["school", "School"],
  ]) {
    for (const discounted of [false, true]) {
      const choice = { measure: "gross", years, payers: [payer], consequences: [outcome], discounted, basis: "assumed" } as const;
      const figure = moneyFigure(account, choice);
      const expected = byHand(outcome, payer, 2023 * 4 + 1, 3, () => 1, discounted);
      near(figure.estimate, expected.estimate);
      near(figure.se, expected.se);
    }
  }
});

test("what was observed does not move, and nothing is assumed where facts are not given", () => {
  const options = smallOptions({ persistence: { form: "constant" } });
  const plain = openAccount(cut, money, smallOptions(), short, {});
  const going = openAccount(cut, money, options, short, {});
  const choice = {
    measure: "gross",
    years: [2021, 2022, 2023],
    payers: plain.payers,
    consequences: plain.sums.consequences,
    discounted: true,
  } as const;
  expect(moneyFigure(going, choice)).toEqual(moneyFigure(plain, choice));
  expect(openAccount(cut, money, options, short).sums.years).toEqual(plain.sums.years);
  const both = moneyFigure(going, { ...choice, basis: "both", years: going.sums.years });
  const after = moneyFigure(going, { ...choice, basis: "assumed", years: going.sums.years });
  near(both.estimate, moneyFigure(plain, choice).estimate + after.estimate);
});

test("a stepwise course of one outcome alone, people who grow too old, and its lag", () => {
  const persistence = {
    ageOut: 18,
    outcomes: { school: { form: "stepwise", years: 3, lag: 0.5, points: [{ year: 1, share: 0.5 }], source: "a study" } },
  };
  const remaining = [
    { year: 2023, share: 1 },
    { year: 2024, share: 0.8 },
    { year: 2025, share: 0.6 },
    { year: 2026, share: 0.4 },
  ];
  const facts: StudyFacts = { remaining };
  const options = smallOptions({ persistence });
  const account = openAccount(cut, money, options, short, facts);
  const { years } = account.sums;
  const of = (consequence: string) =>
    moneyFigure(account, {
      measure: "gross",
      years,
      payers: account.payers,
      consequences: [consequence],
      discounted: false,
      basis: "assumed",
    });
  expect(of("placement")).toMatchObject({ estimate: 0, se: 0 });
  const below = [1, 1, 0.8, 0.8, 0.8, 0.8, 0.6, 0.6, 0.6, 0.6, 0.4, 0.4];
  const expected = byHand("school", "School", 2023 * 4 + 1, 3, (q) => (q < 2 ? 0 : q < 4 ? 1 : 0.5) * below[q], false);
  near(of("school").estimate, expected.estimate);
  near(of("school").se, expected.se);
  const used = persistenceUsed(account, options, facts);
  expect(used).toMatchObject({
    form: "none",
    until: 2026,
    ageOut: 18,
    outcomes: [{ outcome: "school", form: "stepwise", source: "a study" }],
    remaining,
  });
  expect(used.followUp).toEqual([
    { wave: 2021 * 4, label: "2021Q1", periods: 10 },
    { wave: 2021 * 4 + 2, label: "2021Q3", periods: 8 },
  ]);
  expect(used.left?.find((l) => l.outcome === "school")?.shares.map((s) => s.year)).toEqual([2023, 2024, 2025, 2026]);
  expect(() => openAccount(cut, money, options, short, {})).toThrow(/how many are below the age of 18 is not known here/);
  expect(() => openAccount(cut, money, options, short, { remaining: remaining.slice(1) })).toThrow(
    /in 2023 is not known here, only for 2024/,
  );
});

test("a wave that began within the last four quarters counts with what it has", () => {
  const late = { ...periods, ordinals: periods.ordinals.slice(0, 8) };
  const early = { ...effects, terms: effects.terms.map((t) => ({ ...t, n: (t.time ?? 0) > 2021 * 4 + 3 ? 0 : t.n })) };
  const account = openAccount(early, money, smallOptions({ persistence: { form: "constant", years: 1 } }), late, {});
  const Y = account.sums.years.length;
  let expected = 0;
  for (const [group, count] of [
    [2021 * 4, 4],
    [2021 * 4 + 2, 2],
  ]) {
    early.terms.forEach((t, k) => {
      if (t.outcome === "placement" && t.group === group && t.n > 0 && t.time! >= group)
        expected += (4 / count) * t.n * effects.estimate[k];
    });
  }
  near(account.sums.effects.estimate[Y - 1], expected);
  near(account.sums.level[0] * 4, expected);
});

test("cost after the window counts where an effect is assumed, up to the last year counted with", () => {
  const costs = [...money.costs, { ...money.costs[0], year: 2025, planned: 7 }, { ...money.costs[0], year: 2031, planned: 9 }];
  const account = openAccount(
    effects,
    { ...money, costs },
    smallOptions({ persistence: { form: "constant", years: 3 } }),
    periods,
    {},
  );
  const { years } = account.sums;
  expect(costOf(account, { years, payers: ["Family"], discounted: false, basis: "both" })).toBe(1_250_007);
  expect(costOf(account, { years, payers: ["Family"], discounted: false })).toBe(1_250_000);
  expect(account.problems.map((p) => p.code)).toEqual([
    "savings/price-carried-on",
    "savings/price-carried-on",
    "savings/cost-after-horizon",
  ]);
  const prices = [
    ...money.prices,
    ...money.prices
      .filter((p) => p.year === 2023)
      .flatMap((p) => [2024, 2025, 2026].map((year) => ({ ...p, year, amount: 10 * p.amount }))),
  ];
  const own = openAccount(
    effects,
    { ...money, prices },
    smallOptions({ persistence: { form: "constant", years: 3 } }),
    periods,
    {},
  );
  expect(own.problems).toEqual([]);
  const state = {
    measure: "gross",
    payers: ["State"],
    consequences: ["placement"],
    discounted: false,
    basis: "assumed",
    years: [2024],
  } as const;
  near(moneyFigure(own, state).estimate, 10 * moneyFigure(account, state).estimate);
});
