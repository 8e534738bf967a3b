import { expect, test } from "vitest";
import { priceLines, readFiles, refusedFor } from "./money-sources.fixture.js";

const index = ["year;index;source", "2020;100;Statistics", "2022;110;Statistics", "2024;121;Statistics"];

test("an index takes amounts, ranges and distributions of other price years to the study's: C·I_y/I_b", async () => {
  const money = await readFiles({
    "index.csv": index,
    "prices.csv": priceLines(
      { priceYear: 2020, low: 1000, high: 3000 },
      { payer: "State", priceYear: 2022, distribution: "gamma", sd: 300 },
      { payer: "Region", distribution: "empirical", values: "1000|3000" },
    ),
    "cost.csv": ["year;payer;planned;actual;priceYear", "2021;Family;100;;2022", "2022;Family;100;200;2024"],
    "claim.csv": ["year;payer;consequence;amount;priceYear;starters;effect;price", "2021;Family;placement;6000;2020;3;1;2000"],
  });
  const [first, second, third] = money.prices;
  expect(first).toMatchObject({ priceYear: 2024, stated: { priceYear: 2020, factor: 1.21 } });
  expect([first.amount, first.low, first.high]).toEqual([2420, 1210, 3630].map((x) => expect.closeTo(x, 9)));
  expect(second.distribution).toEqual({ kind: "gamma", mean: expect.closeTo(2200, 9), sd: expect.closeTo(330, 9) });
  expect(third).not.toHaveProperty("stated");
  expect(third.distribution).toEqual({ kind: "empirical", values: [1000, 3000] });
  expect(money.costs).toMatchObject([
    { planned: expect.closeTo(110, 9), actual: Number.NaN, stated: { priceYear: 2022 } },
    { actual: 200 },
  ]);
  expect(money.claim[0]).toMatchObject({
    amount: expect.closeTo(7260, 9),
    parts: { starters: 3, effect: 1, price: expect.closeTo(2420, 9) },
  });
  expect(money.index).toMatchObject([{ year: 2020, index: 100 }, { year: 2022 }, { year: 2024 }]);
});

test("a year the index lacks is refused at the amount; so are a repeated year, an index of 0 and an empty one", async () => {
  const [problem] = await refusedFor(readFiles({ "index.csv": index, "prices.csv": priceLines({ priceYear: 2019 }) }));
  expect(problem).toMatchObject({
    code: "savings/index-year-missing",
    where: { file: "prices.csv", row: 2, column: "priceYear" },
    params: { found: 2019, expected: 2024, missing: "2019", known: "2020, 2022, 2024" },
  });
  const faulty = readFiles({ "index.csv": [...index, "2020;90;", "2021;0;", "2023;;"] });
  expect((await refusedFor(faulty)).map((p) => [p.code, p.where.row])).toEqual([
    ["savings/row-repeated", 5],
    ["savings/index-not-positive", 6],
    ["savings/index-not-positive", 7],
  ]);
});

test("without an index another price year is refused with the way out", async () => {
  await expect(readFiles({ "prices.csv": priceLines({ priceYear: 2023 }) })).rejects.toThrow(/name an index in savings.index/);
});
