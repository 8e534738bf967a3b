import { KontrafaktError } from "@kontrafakt/base";
import { bytesSource, type Source } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import { smallOptions } from "../small-study.fixture.js";
import type { OutcomeInfo } from "./outcome-names.js";
import { readMoney } from "./read-money.js";

const outcomes: readonly OutcomeInfo[] = [
  { name: "placement", unit: "days", aliases: ["Anbringelse"] },
  { name: "school", unit: "days", aliases: ["Special school"] },
  { name: "absence", unit: "days" },
];
const priceHeader = "consequence;payer;year;unit;amount;low;high;priceYear;cashable;source;currency";
const good = {
  "prices.csv": [
    priceHeader,
    "Anbringelse;Family;2021;dage;2.150,50;1850;2500;2024;0,7;invoices;DKK",
    "anbringelse;State;2021;døgn;450;;;2024;1;;",
    "special school;School;2021;days;;;;2024;0,5;;",
  ],
  "cost.csv": ["year;payer;planned;actual;priceYear", "2021;Family;100;;2024", "2022;Family;100;120;2024"],
  "claim.csv": ["year;payer;consequence;amount;priceYear", "2021;Family;Anbringelse;1000;2024", "2021;School;;500;2024"],
};

function sources(change: Partial<Record<keyof typeof good | "budget.csv", readonly string[]>>): Map<string, Source> {
  const files = { ...good, ...change };
  return new Map(
    Object.entries(files).map(([name, lines]) => [name, bytesSource(name, new TextEncoder().encode(lines.join("\r\n")))]),
  );
}

const read = (change: Parameters<typeof sources>[0] = {}, options = smallOptions(), known = outcomes) =>
  readMoney(sources(change), options, known, { seed: 1 });

async function messageOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    expect(error).toBeInstanceOf(KontrafaktError);
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}

test("reads amounts, ranges and origins; an empty price is not known, an empty actual cost stays empty", async () => {
  const money = await read();
  expect(money.prices[0]).toEqual({
    consequence: "placement",
    payer: "Family",
    year: 2021,
    unit: "days",
    amount: 2150.5,
    low: 1850,
    high: 2500,
    priceYear: 2024,
    cashable: 0.7,
    source: "invoices",
    origin: { file: "prices.csv", row: 2 },
  });
  expect(money.prices[1]).not.toHaveProperty("low");
  expect(money.prices[2]).toMatchObject({ consequence: "school", payer: "School", amount: Number.NaN });
  expect(money.costs.map((c) => c.actual)).toEqual([Number.NaN, 120]);
  expect(money.claim).toMatchObject([
    { consequence: "placement", amount: 1000 },
    { consequence: "", amount: 500 },
  ]);
  expect(money.budget).toEqual([]);
});

test("reads a budget, and optional columns may be absent under their default name only", async () => {
  const budget = { file: "budget.csv", reason: "Årsag" };
  const options = smallOptions({ budget });
  const header = "year;account;payer;adopted;adjusted;actual";
  const money = await read({ "budget.csv": [`${header};Årsag`, "2021;5.28.20;Family;100;90;95;programme"] }, options);
  expect(money.budget).toMatchObject([
    { account: "5.28.20", consequence: "", adjusted: 90, reason: "programme", origin: { row: 2 } },
  ]);
  expect(await messageOf(read({ "budget.csv": [header, "2021;5.28.20;Family;100;90;95"] }, options))).toMatch(
    /budget.csv.*Årsag/,
  );
});

// One fault a line: a row added to a file, and what the message must say.
const faults: readonly [name: string, file: keyof typeof good, row: string, says: RegExp][] = [
  [
    "negative price",
    "prices.csv",
    "placement;Fund;2021;days;-5;;;2024;1;;",
    /prices.csv, row 5, column "amount": a price must be 0 or more, found -5/,
  ],
  [
    "low above price",
    "prices.csv",
    "placement;Fund;2021;days;5;6;7;2024;1;;",
    /row 5, column "low": low must be at most the price 5, found 6/,
  ],
  [
    "high below price",
    "prices.csv",
    "placement;Fund;2021;days;5;4;4;2024;1;;",
    /row 5, column "high": high must be .* at least the price 5, found 4/,
  ],
  ["half a range", "prices.csv", "placement;Fund;2021;days;5;4;;2024;1;;", /row 5, column "high": a range needs both ends/],
  [
    "range without price",
    "prices.csv",
    "placement;Fund;2021;days;;4;6;2024;1;;",
    /row 5, column "amount": a range from 4 to 6 but no price/,
  ],
  [
    "cashable over 1",
    "prices.csv",
    "placement;Fund;2021;days;5;;;2024;1,2;;",
    /column "cashable": .* between 0 and 1, found 1.2/,
  ],
  ["cashable missing", "prices.csv", "placement;Fund;2021;days;5;;;2024;;;", /column "cashable": .* found nothing/],
  ["another price year", "prices.csv", "placement;Fund;2021;days;5;;;2023;1;;", /column "priceYear": .* says 2024, found 2023/],
  ["another currency", "prices.csv", "placement;Fund;2021;days;5;;;2024;1;;EUR", /column "currency": .* DKK, found EUR/],
  [
    "another unit",
    "prices.csv",
    "placement;Fund;2021;hours;5;;;2024;1;;",
    /column "unit": outcome placement is counted in days, but the price is for one hours/,
  ],
  [
    "unknown consequence",
    "prices.csv",
    "prison;Fund;2021;days;5;;;2024;1;;",
    /column "consequence": no outcome .* "prison"; the outcomes are placement, school, absence/,
  ],
  [
    "repeated price",
    "prices.csv",
    "placement;Family;2021;days;5;;;2024;1;;",
    /row 5.*second row for placement, Family, 2021, first given in row 2/,
  ],
  [
    "half known price",
    "prices.csv",
    "placement;Family;2022;days;;;;2024;1;;",
    /row 5: Family's price of placement is empty for 2022 but given for 2021/,
  ],
  ["unreadable price", "prices.csv", "placement;Fund;2021;days;cheap;;;2024;1;;", /prices.csv, row 5, column "amount"/],
  [
    "year with two digits",
    "prices.csv",
    "placement;Fund;21;days;5;;;2024;1;;",
    /column "year": expected a calendar year .* found 21/,
  ],
  ["no payer", "prices.csv", "placement;;2021;days;5;;;2024;1;;", /column "payer": empty, but needed/],
  [
    "cost without amounts",
    "cost.csv",
    "2023;Family;;;2024",
    /cost.csv, row 4, column "actual": expected an amount, found nothing/,
  ],
  [
    "negative cost",
    "cost.csv",
    "2023;Family;-5;;2024",
    /cost.csv, row 4, column "planned": a programme cost must be 0 or more, found -5/,
  ],
  ["repeated cost", "cost.csv", "2021;Family;5;;2024", /cost.csv, row 4.*first given in row 2/],
  ["cost in another price year", "cost.csv", "2023;Family;5;;2020", /cost.csv, row 4, column "priceYear"/],
  [
    "claim without amount",
    "claim.csv",
    "2022;Family;placement;;2024",
    /claim.csv, row 4, column "amount": expected an amount, found nothing/,
  ],
  [
    "claim both ways",
    "claim.csv",
    "2021;Family;;900;2024",
    /claim.csv, row 4.*claimed as a whole in one row and by consequence in another \(see row 2\)/,
  ],
  ["claim for a stranger", "claim.csv", "2021;Nobody;;900;2024", /claim.csv, row 4: a saving is claimed for Nobody/],
  ["claim on what has no price", "claim.csv", "2021;Family;absence;900;2024", /claim.csv, row 4: a saving on absence is claimed/],
];

test.each(faults)("%s is refused with file, row and what to do", async (_, file, row, says) => {
  const message = await messageOf(read({ [file]: [...good[file], row] }));
  expect(
    message.split("\n").filter((line) => says.test(line)),
    message,
  ).toHaveLength(1);
});

test("every fault of every file comes at once", async () => {
  const change = {
    "prices.csv": [...good["prices.csv"], "placement;Fund;2021;days;-5;;;2023;1;;"],
    "cost.csv": [...good["cost.csv"], "2023;Family;;;2024"],
  };
  expect((await messageOf(read(change))).split("\n")).toHaveLength(3);
});

test("two priced outcomes that count the same service are refused; so is a word for two outcomes, and a file that is not there", async () => {
  const same = outcomes.map((o) => ({
    ...o,
    overlaps: outcomes.flatMap(({ name }) => (name === o.name ? [] : [{ outcome: name, counts: "Anbringelse" }])),
  }));
  expect(await messageOf(read({}, smallOptions(), same))).toMatch(/outcomes placement and school both count Anbringelse/);
  const ambiguous = [...outcomes, { name: "other", unit: "days", aliases: ["SCHOOL "] }];
  expect(await messageOf(read({}, smallOptions(), ambiguous))).toMatch(/stands for both outcome school and outcome other/);
  const missing = smallOptions({ prices: { file: "nowhere.csv" } });
  expect(await messageOf(read({}, missing))).toMatch(/^nowhere.csv, option savings.prices.file: the study names this file/);
});

test("an empty file is refused", async () => {
  expect(await messageOf(read({ "claim.csv": ["year;payer;consequence;amount;priceYear"] }))).toMatch(
    /claim.csv: no rows below the header/,
  );
});

test("a column of more payers than there are budgets is refused", async () => {
  const rows = Array.from({ length: 101 }, (_, i) => `Anbringelse;P${i};2021;dage;100;;;2024;0,7;;`);
  const claim = ["year;payer;consequence;amount;priceYear", "2021;P1;;500;2024"];
  const cost = ["year;payer;planned;actual;priceYear", "2021;P1;100;;2024"];
  const change = (lines: readonly string[]) => ({ "prices.csv": [priceHeader, ...lines], "claim.csv": claim, "cost.csv": cost });
  expect(await messageOf(read(change(rows)))).toContain("the money files name 101 payers; more than 100 are hardly budgets");
  expect((await read(change(rows.slice(1)))).prices).toHaveLength(100);
});

test("names like __proto__ are names", async () => {
  const money = await read(
    {
      "prices.csv": [priceHeader, "__proto__;constructor;2021;days;5;;;2024;1;;"],
      "claim.csv": ["year;payer;amount;priceYear", "2021;constructor;5;2024"],
    },
    smallOptions(),
    [{ name: "__proto__", unit: "days" }],
  );
  expect(money.prices).toMatchObject([{ consequence: "__proto__", payer: "constructor" }]);
});
