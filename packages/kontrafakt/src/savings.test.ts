import { renderSvg } from "@kontrafakt/report";
import { expect, test } from "vitest";
import { exampleResults } from "../../../test/report/example.js";
import { periods, smallEffects } from "../../savings/src/small-study.fixture.js";
import { bytesSource, chart, describe, monetize, readMoney, toTable } from "./index.js";

const results = exampleResults();
const { savings, verification } = results;

test("savings by line, observed apart from assumed, and their parts by name", () => {
  const lines = toTable(savings);
  expect(lines.names.slice(0, 6)).toEqual(["basis", "measure", "year", "payer", "consequence", "discounted"]);
  expect(new Set(lines.columns[0])).toEqual(new Set(["observed", "assumed"]));
  const figures = toTable(savings, "figures");
  expect(figures.names).toEqual(
    expect.arrayContaining([
      "account",
      "horizon",
      "netPresentValue",
      "netPresentValueLower",
      "paybackDiscounted",
      "internalRateReason",
    ]),
  );
  expect(figures.columns[0]).toHaveLength(savings.figures.length);
  // Payers' transfers under a rule cancel.
  const transfers = toTable(results, "transfers");
  const column = (name: string) => transfers.columns[transfers.names.indexOf(name)];
  const sums = new Map<unknown, number>();
  column("rule").forEach((rule, i) => {
    sums.set(rule, (sums.get(rule) ?? 0) + Number(column("transfer")[i]));
  });
  for (const sum of sums.values()) expect(sum).toBeCloseTo(0, 6);
  expect(toTable(savings, "bookable").columns[0]).toHaveLength(2 * savings.bookable.length);
});

test("a verification by claimed row, and its parts; a part that is not there says which are", () => {
  expect(toTable(verification).names).toEqual(["year", "payer", "consequence", "claim", "evaluated"]);
  expect(toTable(verification, "waterfall").columns[0]).toEqual(verification.waterfall.map((w) => w.step));
  expect(toTable(results, "gap").columns[1]).toEqual(verification.gap.map((g) => g.amount));
  expect(() => toTable(verification, "tornado")).toThrow(/no part "tornado" here; the parts are waterfall, gap/);
});

test("savings and a verification in charts and sentences", async () => {
  const names = [...chart(savings, "da"), ...chart(verification, "da")].map((c) => c.name);
  expect(names).toEqual([
    "savings-by-year",
    "cumulative-net",
    "payers",
    "payers-by-year",
    "break-even-share",
    "uncertainty",
    "tornado",
    "subgroups",
    "waterfall",
    "gap",
  ]);
  expect(await renderSvg(chart(verification, "da")[0].spec)).not.toMatch(/NaN|undefined/);
  expect(describe(savings)).toMatch(
    /public payers 15\.7 million \(.*assumed \(exponential\) until 2027; beside the money: absence better$/,
  );
  expect(describe(verification)).toMatch(/evaluated 31\.0 million .*, cashable 21\.7 million, budget lowered 3\.8 million$/);
});

test("money files read, told and made money of, from the options as a study writes them", async () => {
  const text = {
    "prices.csv": "consequence;payer;year;unit;amount;priceYear;cashable\nAnbringelse;Familie;2021;dage;2000;2024;0,5",
    "cost.csv": "year;payer;planned;actual;priceYear\n2021;familie;1000;;2024",
    "claim.csv": "year;payer;amount;priceYear\n2021;Familie;5000;2024",
  };
  const sources = new Map(
    Object.entries(text).map(([name, lines]) => [name, bytesSource(name, new TextEncoder().encode(lines))]),
  );
  const options = {
    currency: "DKK",
    priceYear: 2024,
    prices: { file: "prices.csv" },
    programmeCost: { file: "cost.csv" },
    claim: { file: "claim.csv" },
    discount: { baseYear: 2021 },
    parameters: { country: "DK" as const },
  };
  const money = await readMoney(sources, options, [{ name: "placement", unit: "days", aliases: ["Anbringelse"] }]);
  expect(describe(money)).toBe("money files: 1 prices of placement to Familie; 1 rows of programme cost; claim 0.0 million");
  expect(toTable(money).names).toEqual(expect.arrayContaining(["consequence", "payer", "amount", "originFile", "originRow"]));
  expect(toTable(money, "costs").columns[1]).toEqual(["Familie"]);
  expect(() => toTable(money, "gap")).toThrow(/the parts are prices, costs, claim, budget, volume, index/);
  const effects = smallEffects(["placement"]);
  const made = await monetize(
    effects,
    { ...money, prices: [2021, 2022, 2023].map((year) => ({ ...money.prices[0], year })) },
    { ...options, draws: 1000 },
    periods,
  );
  expect(made).toMatchObject({ kind: "savings", payers: ["Familie"], parameters: { vintage: "2023-06" } });
});

test("a part that neither savings nor verification have is answered with those of both", () => {
  expect(() => toTable(results, "nothing" as "gap")).toThrow(/figures.*breakEven, waterfall, gap/);
});
