import { expect, test } from "vitest";
import type { PersonSums } from "../account/person-sums.js";
import { priceLines, readFiles } from "../files/money-sources.fixture.js";
import { pricesAfterWindow } from "./prices-after-window.js";

/** Years 2021 to 2023 observed, 2024 to 2027 assumed. */
const sums = {
  years: [2021, 2022, 2023, 2024, 2025, 2026, 2027],
  assumed: Uint8Array.of(0, 0, 0, 1, 1, 1, 1),
  consequences: ["placement"],
  used: new Uint8Array(7).fill(1),
} as unknown as PersonSums;

async function sharesOf(...rules: string[]) {
  const rows = [2021, 2022, 2023].map((year) => ({ year, amount: 1000, refund: "gross" }));
  const header = "consequence;payer;refundedBy;share;from;to";
  const { prices, later } = await readFiles({ "prices.csv": priceLines(...rows), "refunds.csv": [header, ...rules] });
  const after = pricesAfterWindow(prices, sums, later);
  const of = (payer: string) =>
    sums.years.map((year) => after.prices.find((row) => row.payer === payer && row.year === year)?.amount ?? Number.NaN);
  of("Family").forEach((amount, y) => {
    expect(amount + of("State")[y]).toBeCloseTo(1000, 9);
  });
  return { state: of("State"), problems: after.problems };
}

test("a refund rule that changes within the last year with prices counts for the whole of the years after", async () => {
  const { state, problems } = await sharesOf(
    "placement;Family;State;0,2;;30-06-2023",
    "placement;Family;State;0,5;01-07-2023;31-12-2025",
  );
  const within = 1000 * (0.2 * (181 / 365) + 0.5 * (184 / 365));
  [200, 200, within, 500, 500, 0, 0].forEach((amount, y) => {
    expect(state[y]).toBeCloseTo(amount, 9);
  });
  expect(problems.map(({ code, params }) => [code, params.year])).toEqual([["savings/price-carried-on", 2023]]);
});

test("a rule of a later year begins and ends in its years, by days", async () => {
  const { state } = await sharesOf("placement;Family;State;0,4;01-04-2025;30-09-2026");
  [0, 0, 0, 0, 400 * (275 / 365), 400 * (273 / 365), 0].forEach((amount, y) => {
    expect(state[y]).toBeCloseTo(amount, 9);
  });
});

test("a rule that does not change is carried on as it is", async () => {
  const { state } = await sharesOf("placement;Family;State;0,3;;");
  for (const amount of state) expect(amount).toBeCloseTo(300, 9);
});

test("the last price known before a year is carried on, whatever the order of the rows", async () => {
  const inOrder = async (...years: number[]) => {
    const rows = years.map((year) => ({ year, amount: year }));
    const { prices } = await readFiles({ "prices.csv": priceLines(...rows) });
    const after = pricesAfterWindow(prices, sums).prices;
    return [2024, 2025, 2026, 2027].map((year) => after.find((row) => row.year === year)?.amount);
  };
  const expected = [2023, 2023, 2026, 2026];
  expect(await inOrder(2021, 2022, 2023, 2026)).toEqual(expected);
  expect(await inOrder(2026, 2021, 2023, 2022)).toEqual(expected);
  expect(await inOrder(2026)).toEqual([undefined, undefined, 2026, 2026]);
});

test("between two years with prices the earlier one is split by the rules of the year itself", async () => {
  const rows = [2023, 2026].map((year) => ({ year, amount: year === 2023 ? 1000 : 2000, refund: "gross" }));
  const rules = ["consequence;payer;refundedBy;share;from;to", "placement;Family;State;0,5;01-01-2025;"];
  const { prices, later } = await readFiles({ "prices.csv": priceLines(...rows), "refunds.csv": rules });
  const after = pricesAfterWindow(prices, sums, later).prices;
  const state = [2024, 2025, 2026, 2027].map((year) => after.find((row) => row.payer === "State" && row.year === year)?.amount);
  expect(state).toEqual([0, 500, 1000, 1000]);
});
