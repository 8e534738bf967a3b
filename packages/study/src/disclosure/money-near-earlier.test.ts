import { problem } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { type Change, countNear } from "./count-near.js";
import { accountProblemsNear, moneyNearEarlier } from "./money-near-earlier.js";

type Money = Parameters<typeof moneyNearEarlier>[1];

function money(starters: number, units: number): Money {
  const row = {
    account: "A",
    payer: "P",
    consequence: "c",
    year: 2021,
    computed: units * 10,
    booked: 900,
    difference: 0,
    share: 0,
  };
  const switching = (["starters", "effect", "price"] as const).map((input) => ({ input, unit: "u", now: 1, value: 2 }));
  return {
    analysed: { matched: starters },
    waves: [{ ordinal: 1, matched: starters }],
    savings: {
      figures: [{ switching }],
      scaled: [{ starters: 100 }],
      subgroups: [
        { covariate: "sex", value: "girl", starters, total: { estimate: 6000 }, perStarter: { estimate: 6000 / starters } },
      ],
    },
    verification: {
      gap: [
        { source: "volume", amount: 5 },
        { source: "effect", amount: -2 },
      ],
      reconciliation: [row],
    },
    money: {
      facts: {
        starters,
        waves: [{ wave: 1, starters }],
        personYears: [{ outcome: "c", year: 2021, value: starters / 2 }],
        totals: [{ outcome: "c", year: 2021, units }],
      },
    },
  } as unknown as Money;
}

const tell = (now: Money, then: Money, moved: boolean) => {
  const changes: Change[] = [];
  const { savings, verification, money: of } = now;
  const told = moneyNearEarlier(
    { savings, verification, money: of },
    then,
    { starters: moved, people: moved },
    countNear(5, changes),
  );
  return { told, changes };
};

test("where few came, nothing made of their number or their units is told anew", () => {
  const { told, changes } = tell(money(62, 90), money(60, 80), true);
  expect(told.money.facts).toEqual(money(60, 80).money.facts);
  expect(told.savings.subgroups?.[0].starters).toBe("≈60");
  expect(told.savings.subgroups?.[0].perStarter.estimate).toBeCloseTo(100, 9);
  expect(told.savings.scaled).toBeUndefined();
  expect(told.savings.figures[0].switching.map((s) => s.input)).toEqual(["price"]);
  expect(told.verification.gap).toEqual([{ source: "notSeparable", amount: 3 }]);
  expect(told.verification.reconciliation[0]).toMatchObject({ computed: 800, booked: 900, difference: -100, share: -1 / 9 });
  const differs = problem(
    "savings/account-differs",
    "warning",
    {},
    { account: "A", payer: "P", year: 2021, computed: 900, percent: 0 },
  );
  expect(accountProblemsNear([differs], told.verification.reconciliation)[0].params).toMatchObject({
    computed: 800,
    percent: -11,
  });
  expect(changes.length).toBeGreaterThan(3);
});

test("an earlier publication of a version without facts tells its starters elsewhere", () => {
  const then = { ...money(60, 80), money: { facts: {} } } as unknown as Money;
  const { facts } = tell(money(62, 90), then, true).told.money;
  expect([facts.starters, facts.waves?.[0].starters]).toEqual([60, 60]);
});

test("where few others came and no starter, everyone's units are told as they were, and the rest as it is", () => {
  const changes: Change[] = [];
  const told = moneyNearEarlier(money(60, 90), money(60, 80), { starters: false, people: true }, countNear(5, changes));
  expect(told.money.facts).toEqual(money(60, 80).money.facts);
  expect(told.verification.reconciliation[0].computed).toBe(800);
  expect(told.savings.scaled).toBeDefined();
});

test("where many came, or nobody, everything is told as it is", () => {
  for (const now of [money(90, 90), money(60, 80)]) {
    const { told, changes } = tell(now, money(60, 80), false);
    expect({ ...now, ...told }).toEqual(now);
    expect(changes).toEqual([]);
  }
});
