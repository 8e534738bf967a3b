// The Unit Cost Database of the UK (datagovuk-hackcode/early-intervention-unit-cost-database) states a cost at its source's prices and uprated.
import { bytesSource, type Source } from "@kontrafakt/cohort";
import { readMoney, savingsOptions } from "@kontrafakt/savings";
import { expect, test } from "vitest";

const source = (name: string, lines: readonly string[]): [string, Source] => [
  name,
  bytesSource(name, new TextEncoder().encode(lines.join("\n"))),
];

test("costs of 2010/11 and 2011/12 are uprated to the published pound, and keep their evidence grade", async () => {
  // A price level of 100 in the year of publication; that of 2011 follows from the first cost, that of 2010 from the second. The database prints
  // the factor as 1.0383, with which £44,676 are £46,387: the printed £46,389 have one more digit of it.
  const files = new Map([
    source("prices.csv", [
      "consequence,payer,year,unit,amount,priceYear,cashable,source,grade",
      "care,Council,2013,years,44676,2011,1,Unit Cost Database,A",
      "foster,Council,2013,years,29580,2010,1,Unit Cost Database,G",
    ]),
    source("index.csv", ["year,index", "2010,94.150", "2011,96.3073", "2013,100"]),
    source("cost.csv", ["year,payer,planned,actual,priceYear", "2013,Council,0,0,2013"]),
    source("claim.csv", ["year,payer,consequence,amount,priceYear", "2013,Council,care,1,2013"]),
  ]);
  const options = savingsOptions.parse({
    currency: "GBP",
    priceYear: 2013,
    prices: { file: "prices.csv" },
    index: { file: "index.csv" },
    programmeCost: { file: "cost.csv" },
    claim: { file: "claim.csv" },
    discount: { rate: 0.035, baseYear: 2013, source: "HM Treasury, The Green Book" },
  });
  const outcomes = [
    { name: "care", unit: "years" },
    { name: "foster", unit: "years" },
  ];
  const { prices } = await readMoney(files, options, outcomes, { seed: 1 });
  expect(prices.map(({ amount }) => Math.round(amount))).toEqual([46_389, 31_418]);
  expect(prices.map(({ priceYear }) => priceYear)).toEqual([2013, 2013]);
  expect(prices.map(({ stated }) => stated?.priceYear)).toEqual([2011, 2010]);
  expect(prices[0].stated?.factor.toFixed(4)).toBe("1.0383");
  expect(prices.map(({ grade }) => grade)).toEqual(["A", "G"]);
});
