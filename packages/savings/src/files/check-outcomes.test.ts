import { describe, expect, test } from "vitest";
import { knownOutcomes, type PriceLine, priceLines, readFiles, refusedFor } from "./money-sources.fixture.js";

const outcomes = knownOutcomes.map((o) => ({
  ...o,
  overlaps: knownOutcomes.flatMap(({ name }) => (name === o.name ? [] : [{ outcome: name, counts: "service Placement" }])),
}));
const spend = { consequence: "spend", unit: "kr", amount: 1 };
const school = { consequence: "school" };
const read = (rows: readonly PriceLine[], options: Record<string, unknown> = {}) =>
  readFiles({ "prices.csv": priceLines(...rows) }, options, { outcomes });

describe("nested consequences", () => {
  test("are refused at the second's price, and let through where they share no unit", async () => {
    const [problem] = await refusedFor(read([{}, school]));
    expect(problem).toMatchObject({
      code: "savings/consequences-overlap",
      where: { file: "prices.csv", row: 3 },
      params: { first: "placement", second: "school", counts: "service Placement" },
    });
    const money = await read([{}, school], { exclusive: [["placement", "school"]] });
    expect(money.prices).toHaveLength(2);
    expect(await refusedFor(read([{}, school, spend], { exclusive: [["placement", "school"]] }))).toMatchObject([
      { code: "savings/consequences-overlap", params: { second: "spend" } },
    ]);
  });
});

describe("list prices", () => {
  const listPrices = { spend: "placement" };

  test("of quantities stand beside spend, in no total", async () => {
    const money = await read([spend, {}, { year: 2022 }], { listPrices });
    expect(money.prices.map((p) => p.consequence)).toEqual(["spend"]);
    expect(money.listed?.map((p) => [p.consequence, p.year])).toEqual([
      ["placement", 2021],
      ["placement", 2022],
    ]);
  });

  test.each([
    [[spend], listPrices, "savings/list-price-missing"],
    [[{}], listPrices, "savings/list-price-without-spend"],
    [[spend], { spend: "spend" }, "savings/list-of-itself"],
    [[spend], { spend: "nothing" }, "savings/outcome-unknown"],
  ])("%# without a price on either side are refused", async (rows, lists, code) => {
    expect(await refusedFor(read(rows, { listPrices: lists }))).toMatchObject([
      { code, where: { option: "savings.listPrices" } },
    ]);
  });

  test("a claim on the quantity is refused: it is in no total", async () => {
    const files = {
      "prices.csv": priceLines(spend, {}),
      "claim.csv": ["year;payer;consequence;amount;priceYear", "2021;Family;placement;500;2024"],
    };
    expect(await refusedFor(readFiles(files, { listPrices }, { outcomes }))).toMatchObject([
      { code: "savings/claim-not-priced" },
    ]);
  });
});

test("the total of all spend has no price, and every name must be an outcome's", async () => {
  expect(await refusedFor(read([spend], { totalSpend: "spend" }))).toMatchObject([
    { code: "savings/total-priced", where: { file: "prices.csv", row: 2 } },
  ]);
  expect((await read([{}], { totalSpend: "spend" })).prices).toHaveLength(1);
  expect(await refusedFor(read([{}], { totalSpend: "all", exclusive: [["placement", "prison"]] }))).toMatchObject([
    { code: "savings/outcome-unknown", where: { option: "savings.exclusive" }, params: { found: "prison" } },
    { code: "savings/outcome-unknown", where: { option: "savings.totalSpend" }, params: { found: "all" } },
  ]);
});

test("payers and price groups that the study names must be in the files", async () => {
  const payers = (name: string) => ({ payers: { [name]: { kind: "citizen" } } });
  expect(await refusedFor(read([{}], payers("citizen")))).toMatchObject([
    { code: "savings/payer-not-found", where: { option: "savings.payers" }, params: { found: "citizen", payers: "Family" } },
  ]);
  expect((await read([{ transferTo: "citizen" }], payers("citizen"))).problems).toEqual([]);
  const correlation = { uncertainty: { correlation: { care: 0.5 } } };
  expect(await refusedFor(read([{}], correlation))).toMatchObject([
    { code: "savings/group-not-found", params: { groups: "none" } },
  ]);
  expect((await read([{ group: "care" }], correlation)).problems).toEqual([]);
});
