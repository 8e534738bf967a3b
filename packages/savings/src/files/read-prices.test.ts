import { problemText } from "@kontrafakt/base";
import { describe, expect, test } from "vitest";
import { messages } from "../messages.js";
import type { Distribution } from "../savings-value.js";
import { type PriceLine, priceLines, readFiles, refusedFor } from "./money-sources.fixture.js";

const prices = (...rows: PriceLine[]) => readFiles({ "prices.csv": priceLines(...rows) });

describe("distributions", () => {
  const told: readonly (readonly [Record<string, string | number>, Distribution])[] = [
    [{ distribution: "fast" }, { kind: "fixed", value: 2000 }],
    [
      { distribution: "ligefordelt", low: 1000, high: 3000 },
      { kind: "uniform", low: 1000, high: 3000 },
    ],
    [
      { distribution: "Trekant", low: 1000, high: 4000 },
      { kind: "triangular", low: 1000, mode: 2000, high: 4000 },
    ],
    [
      { distribution: "PERT", low: 1000, high: 4000 },
      { kind: "pert", low: 1000, mode: 2000, high: 4000 },
    ],
    [
      { distribution: "normal", sd: 600 },
      { kind: "normal", mean: 2000, sd: 600 },
    ],
    [
      { distribution: "log-normal", sd: 3000 },
      { kind: "lognormal", mean: 2000, sd: 3000 },
    ],
    [
      { distribution: "gamma", sd: 3000 },
      { kind: "gamma", mean: 2000, sd: 3000 },
    ],
    [
      { distribution: "beta", low: 1000, high: 3000, sd: 200 },
      { kind: "beta", low: 1000, high: 3000, mean: 2000, sd: 200 },
    ],
    [
      { distribution: "empirisk", values: "1850,5 | 2.100|2600" },
      { kind: "empirical", values: [1850.5, 2100, 2600] },
    ],
  ];

  test("are told by their words and what each needs", async () => {
    const money = await prices(...told.map(([given], i) => ({ ...given, year: 2001 + i })));
    expect(money.prices.map((p) => p.distribution)).toEqual(told.map(([, distribution]) => distribution));
  });

  test("without a name, low and high speak for themselves", async () => {
    const [price] = (await prices({ low: 1500, high: 2500 })).prices;
    expect(price).toMatchObject({ low: 1500, high: 2500 });
    expect(price).not.toHaveProperty("distribution");
  });

  const faults: readonly [Record<string, string | number>, column: string, code: string, says: RegExp][] = [
    [{ distribution: "sinus" }, "distribution", "savings/word-unknown", /triangular.*found "sinus"/],
    [{ distribution: "normal" }, "sd", "savings/distribution-lacks", /a normal price is told by amount, sd/],
    [{ distribution: "beta", sd: 100 }, "low", "savings/distribution-lacks", /amount, low, high, sd/],
    [{ distribution: "empirical" }, "values", "savings/distribution-lacks", /amount, values/],
    [{ distribution: "normal", sd: 100, low: 1, high: 3000 }, "low", "savings/distribution-extra", /would say nothing/],
    [{ distribution: "normal", sd: 650 }, "sd", "savings/normal-below-zero", /lognormal or gamma/],
    [{ distribution: "normal", sd: 0 }, "sd", "savings/sd-not-positive", /found 0/],
    [{ distribution: "beta", low: 1000, high: 3000, sd: 1000 }, "sd", "savings/beta-too-wide", /below 1000/],
    [{ distribution: "gamma", sd: 5, amount: 0 }, "amount", "savings/distribution-of-zero", /above 0/],
    [{ distribution: "empirical", values: "12|x" }, "values", "savings/values-unreadable", /found "x"/],
    [{ distribution: "empirical", values: "12|30" }, "values", "savings/values-beside-price", /2000 .* 12 to 30/],
    [{ distribution: "pert", amount: "" }, "amount", "savings/distribution-without-price", /pert/],
    [{ sd: 200 }, "distribution", "savings/distribution-missing", /sd is filled in/],
    [{ basis: "cheap" }, "basis", "savings/word-unknown", /average\/gennemsnit/],
    [{ share: 1.2 }, "share", "savings/share-outside", /found 1.2/],
    [{ step: 5 }, "cashable", "savings/step-and-cashable", /share of 0.5/],
    [{ step: 0, cashable: 1 }, "step", "savings/step-not-positive", /found 0/],
    [{ lag: -1 }, "lag", "savings/lag-outside", /found -1/],
    [{ lag: 1, lagLow: 2, lagHigh: 3 }, "lagLow", "savings/lag-range", /shortest 2/],
    [{ lag: 1, lagLow: 0.5 }, "lagHigh", "savings/lag-range", /longest nothing/],
    [{ lagLow: 1, lagHigh: 3 }, "lag", "savings/lag-range-without-lag", /no lag/],
    [{ transferTo: "Family" }, "transferTo", "savings/transfer-to-self", /Family/],
    [{ transferTo: "Citizen", lag: 1 }, "lag", "savings/transfer-with-step", /Citizen/],
    [{ deadweight: 0.1 }, "deadweight", "savings/deadweight-measured", /comparison group/],
    [{ attribution: 0.1 }, "attribution", "savings/deadweight-measured", /found 0.1/],
    [{ displacement: -0.1 }, "displacement", "savings/share-outside", /found -0.1/],
  ];

  test("each fault is refused at its row and column, with what was found and the way out", async () => {
    const problems = await refusedFor(prices(...faults.map(([given], i) => ({ ...given, year: 2001 + i }))));
    for (const [i, [given, column, code, says]] of faults.entries()) {
      const here = problems.filter((p) => p.where.row === i + 2);
      expect(
        here.map((p) => p.code),
        JSON.stringify(given),
      ).toContain(code);
      const found = here.find((p) => p.code === code && p.where.column === column);
      expect(found?.where).toEqual({ file: "prices.csv", row: i + 2, column });
      expect(found && problemText(found, messages)).toMatch(says);
    }
  });

  test("a normal price may be below 0 with a chance of 1‰ and no more", async () => {
    expect((await prices({ distribution: "normal", sd: 2000 / 3.0903 })).prices).toHaveLength(1);
    await expect(prices({ distribution: "normal", sd: 2000 / 3.0901 })).rejects.toThrow(/lognormal or gamma/);
  });
});

test("share, displacement, step, lag, group, basis and grade are read; a step needs no cashable share", async () => {
  const money = await prices(
    { share: "0,25", low: 1600, high: 2800, group: "care", basis: "marginalomkostning", grade: "A", displacement: "0,2" },
    { payer: "Region", cashable: "", step: 8, lag: "0,5", lagLow: 0, lagHigh: 1, deadweight: 0, basis: "gennemsnit" },
  );
  expect(money.prices[0]).toMatchObject({
    amount: 500,
    low: 400,
    high: 700,
    group: "care",
    basis: "marginal",
    grade: "A",
    counts: 0.8,
  });
  expect(money.prices[1]).toMatchObject({ cashable: 1, step: 8, lag: 0.5, lagLow: 0, lagHigh: 1, basis: "average" });
  expect(money.prices[1]).not.toHaveProperty("counts");
  expect(money.problems).toEqual([]);
});

test("deadweight and attribution count where effects are assumed", async () => {
  const file = { "prices.csv": priceLines({ deadweight: "0,1", displacement: "0,2", attribution: "0,5" }) };
  const money = await readFiles(file, {}, { effects: "assumed" });
  expect(money.prices[0].counts).toBeCloseTo(0.9 * 0.8 * 0.5, 12);
});

test("an average price of which all is cashable warns, once a payer", async () => {
  const average = { basis: "average", cashable: 1 };
  const { problems } = await prices(average, { ...average, year: 2022 }, { ...average, payer: "State", cashable: "0,9" });
  expect(problems.map((p) => [p.code, p.severity, p.where.row])).toEqual([["savings/average-all-cashable", "warning", 2]]);
});

describe("between rows", () => {
  test("payers' shares sum to at most 1 a consequence and year", async () => {
    const share = (payer: string, share: string, year = 2021) => ({ payer, share, year });
    expect((await prices(share("Family", "0,7"), share("State", "0,3"), share("State", "0,9", 2022))).prices).toHaveLength(3);
    const [problem] = await refusedFor(prices(share("Family", "0,7"), share("State", "0,3"), share("Region", "0,1")));
    expect(problem).toMatchObject({
      code: "savings/shares-above-one",
      where: { file: "prices.csv", row: 4 },
      params: { total: 1.1, year: 2021 },
    });
  });

  test("a step, lag, group or receiver holds for all years of a price", async () => {
    for (const what of ["step", "lag", "group", "transferTo"]) {
      const rows = priceLines({ cashable: 1, [what]: 2 }, { cashable: 1, year: 2022, [what]: 3 });
      const problems = await refusedFor(readFiles({ "prices.csv": rows }));
      expect(problems).toMatchObject([{ code: "savings/price-varies", where: { row: 3 }, params: { what, row: 2 } }]);
    }
  });

  test("who receives a transfer has no price of its own, and may be claimed for", async () => {
    const transfer = { payer: "State", transferTo: "Citizen" };
    const claim = ["year;payer;amount;priceYear", "2021;Citizen;-500;2024"];
    const money = await readFiles({ "prices.csv": priceLines(transfer), "claim.csv": claim });
    expect(money.prices[0].transferTo).toBe("Citizen");
    const [problem] = await refusedFor(prices(transfer, { payer: "citizen" }));
    expect(problem).toMatchObject({ code: "savings/transfer-to-payer", where: { row: 2 }, params: { row: 3 } });
  });
});
