import { expect, test } from "vitest";
import { priceLines, readFiles, refusedFor } from "./money-sources.fixture.js";

const blank = { amount: "" };

test("prices that are all empty are refused: the total would be 0 and not unknown", async () => {
  const found = await refusedFor(readFiles({ "prices.csv": priceLines(blank, { payer: "State", ...blank }) }));
  expect(found).toMatchObject([{ code: "savings/no-price-known", where: { file: "prices.csv", row: 2, column: "amount" } }]);
});

test("what a citizen pays is in no total, so that a price of theirs is not enough; one of a public payer is", async () => {
  const prices = priceLines(blank, { payer: "Parents", amount: 100 });
  const payers = { Parents: { kind: "citizen" } };
  expect(await refusedFor(readFiles({ "prices.csv": prices }, { payers }))).toMatchObject([{ code: "savings/no-price-known" }]);
  expect((await readFiles({ "prices.csv": prices })).prices).toHaveLength(2);
});
