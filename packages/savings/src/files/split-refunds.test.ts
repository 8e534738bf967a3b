import { dayOf } from "@kontrafakt/base";
import fc from "fast-check";
import { expect, test } from "vitest";
import { knownOutcomes, priceLines, readFiles, refusedFor } from "./money-sources.fixture.js";
import type { OutcomeInfo } from "./outcome-names.js";
import { splitRefunds } from "./split-refunds.js";

const header = "consequence;payer;refundedBy;share;from;to;source";
const with_ = (prices: readonly string[], refunds: readonly string[], outcomes?: readonly OutcomeInfo[]) =>
  readFiles({ "prices.csv": prices, "refunds.csv": [header, ...refunds] }, {}, outcomes ? { outcomes } : {});
const ranged = { low: 1000, high: 4000, refund: "brutto", lag: 1 };

test("a gross price is split between who pays and who refunds, with its range", async () => {
  const { prices, problems } = await with_(priceLines(ranged), ["anbringelse;family;State;0,25;;;Law"]);
  const [family, state] = prices;
  expect(prices).toHaveLength(2);
  expect(family).toMatchObject({
    payer: "Family",
    amount: 1500,
    low: 750,
    high: 3000,
    lag: 1,
    refunded: { payer: "Family", by: "State", share: 0.25, side: "payer" },
  });
  expect(state).toMatchObject({ payer: "State", amount: 500, low: 250, high: 1000, lag: 1, source: "Law", cashable: 0.5 });
  expect(state.refunded).toEqual({
    payer: "Family",
    by: "State",
    share: 0.25,
    side: "refunder",
    origin: { file: "refunds.csv", row: 2 },
  });
  expect(state.origin).toEqual({ file: "prices.csv", row: 2 });
  expect(problems).toEqual([]);
});

test("two rules that follow each other share the year by days; a year without a rule refunds 0, and is there", async () => {
  const years = [2019, 2020, 2021, 2022].map((year) => ({ year, amount: 1000 }));
  const { prices } = await with_(priceLines(...years), [
    "placement;Family;State;0,5;;31-03-2020;old",
    "placement;Family;State;0,2;01-04-2020;31-12-2021;new",
  ]);
  const state = prices.filter((p) => p.payer === "State");
  // 2020 is a leap year: 91 days of the old rule, 275 of the new.
  const expected = [500, (1000 * (91 * 0.5 + 275 * 0.2)) / 366, 200, 0];
  expect(state.map((p) => [p.year, p.amount])).toEqual(
    [2019, 2020, 2021, 2022].map((year, i) => [year, expect.closeTo(expected[i], 9)]),
  );
  for (const p of prices.filter(({ payer }) => payer === "Family")) {
    expect(p.amount + (state.find((s) => s.year === p.year)?.amount ?? Number.NaN)).toBeCloseTo(1000, 9);
  }
  expect(state[2].source).toBe("new");
});

test("a price that nobody knows stays unknown on both sides; a group of the study's own stays; several may refund one price", async () => {
  const known = { consequence: "school", payer: "School" };
  const unknown = await with_(priceLines({ amount: "" }, known), ["placement;Family;State;0,25;;;"]);
  expect(unknown.prices.map((p) => [p.payer, p.amount])).toEqual([
    ["Family", Number.NaN],
    ["State", Number.NaN],
    ["School", 2000],
  ]);
  const several = await with_(priceLines({ group: "care", distribution: "gamma", sd: 100 }), [
    "placement;Family;State;0,25;;;",
    "placement;Family;Region;0,75;;;",
  ]);
  expect(several.prices.map((p) => [p.payer, p.amount, p.group])).toEqual([
    ["Family", 0, "care"],
    ["State", 500, "care"],
    ["Region", 1500, "care"],
  ]);
  expect(several.prices.map((p) => p.distribution)).toEqual([
    { kind: "fixed", value: 0 },
    { kind: "gamma", mean: 500, sd: 25 },
    { kind: "gamma", mean: 1500, sd: 75 },
  ]);
});

test("a gross price without a refund warns", async () => {
  const { problems } = await readFiles({ "prices.csv": priceLines({ refund: "gross" }, { payer: "State", refund: "netto" }) });
  expect(problems).toMatchObject([
    { code: "savings/gross-without-refund", severity: "warning", where: { file: "prices.csv", row: 2 } },
  ]);
});

const plain = priceLines({});
const scheme = knownOutcomes.map((o) =>
  o.name === "placement" ? { ...o, refund: { scheme: "dear", side: "municipality" as const, payer: "Other" } } : o,
);
test.each<[string, string, readonly string[], readonly string[], number, (readonly OutcomeInfo[])?]>([
  ["a net price", "savings/refund-of-net", priceLines({ refund: "net" }), ["placement;Family;State;0,25;;;"], 2],
  [
    "a refunder with a price of its own",
    "savings/refund-counted-twice",
    priceLines({}, { payer: "state" }),
    ["placement;Family;State;0,25;;;"],
    2,
  ],
  [
    "shares above 1",
    "savings/refunds-above-price",
    plain,
    ["placement;Family;State;0,6;;;", "placement;Family;Region;0,6;2021-07-01;;"],
    3,
  ],
  [
    "overlapping dates",
    "savings/refunds-overlap",
    plain,
    ["placement;Family;State;0,6;;2021-07-01;", "placement;family;state;0,2;2021-07-01;;"],
    3,
  ],
  ["an unknown payer", "savings/refund-payer-unknown", plain, ["placement;Nobody;State;0,6;;;"], 2],
  ["an outcome without a price", "savings/refund-not-priced", plain, ["school;Family;State;0,6;;;"], 2],
  ["an unknown consequence", "savings/consequence-unknown", plain, ["prison;Family;State;0,6;;;"], 2],
  ["an end before the beginning", "savings/refund-ends-first", plain, ["placement;Family;State;0,6;2021-07-02;2021-07-01;"], 2],
  ["oneself", "savings/refund-to-self", plain, ["placement;Family;Family;0,6;;;"], 2],
  ["a share above 1", "savings/share-outside", plain, ["placement;Family;State;1,6;;;"], 2],
  [
    "two payers refunded by one",
    "savings/refund-of-two",
    priceLines({}, { payer: "School" }),
    ["placement;Family;State;0,6;;;", "placement;School;State;0,6;;;"],
    3,
  ],
  ["a side of a scheme", "savings/refund-of-scheme", plain, ["placement;Family;State;0,6;;;"], 2, scheme],
])("a refund of %s is refused", async (_, code, prices, refunds, row, outcomes) => {
  const problems = await refusedFor(with_(prices, refunds, outcomes));
  expect(problems).toMatchObject([{ code, severity: "error", where: { file: "refunds.csv", row } }]);
});

test("parts sum to the price, and each is the mean over the year's days of what holds that day", () => {
  const [first, last] = [dayOf(2019, 1, 1), dayOf(2022, 12, 31)];
  const bounds = fc
    .uniqueArray(fc.integer({ min: first, max: last - 1 }), { minLength: 3, maxLength: 3 })
    .map((days) => days.sort((a, b) => a - b));
  const shares = fc.tuple(fc.double({ min: 0, max: 0.6, noNaN: true }), fc.double({ min: 0, max: 0.6, noNaN: true }));
  const origin = { file: "prices.csv", row: 2 };
  const price = { consequence: "placement", payer: "Family", unit: "days", priceYear: 2024, cashable: 1, source: "", origin };
  const years = [2019, 2020, 2021, 2022];
  const drafts = years.map((year) => ({ row: { ...price, year, amount: 1000, low: 500, high: 3000 } }));
  fc.assert(
    fc.property(bounds, shares, ([a, b, c], [x, y]) => {
      const rules = [
        { refundedBy: "State", share: x, from: -Infinity, to: b },
        { refundedBy: "State", share: y, from: b + 1, to: last },
        { refundedBy: "Region", share: 0.4, from: a, to: c },
      ];
      const lines = rules.map((rule) => ({ ...rule, outcome: knownOutcomes[0], payer: "family", source: "", origin }));
      const prices = splitRefunds(drafts, lines);
      for (const year of years) {
        const of = (payer: string) => prices.find((p) => p.year === year && p.payer === payer);
        const [from, to] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
        for (const by of ["State", "Region"]) {
          let sum = 0;
          for (let day = from; day <= to; day++) {
            for (const rule of rules) if (rule.refundedBy === by && rule.from <= day && day <= rule.to) sum += rule.share;
          }
          expect(of(by)?.amount).toBeCloseTo((1000 * sum) / (to - from + 1), 8);
        }
        const parts = ["Family", "State", "Region"].map((payer) => of(payer));
        for (const [key, whole] of [
          ["amount", 1000],
          ["low", 500],
          ["high", 3000],
        ] as const) {
          expect(parts.reduce((sum, part) => sum + (part?.[key] ?? Number.NaN), 0)).toBeCloseTo(whole, 8);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test("a refunder may have prices of its own in other years", async () => {
  const { prices } = await with_(priceLines({ payer: "State", year: 2020, amount: 300 }, {}), ["placement;Family;State;0,25;;;"]);
  expect(prices.map((p) => [p.payer, p.year, p.amount])).toEqual([
    ["State", 2020, 300],
    ["Family", 2021, 1500],
    ["State", 2021, 500],
  ]);
});
