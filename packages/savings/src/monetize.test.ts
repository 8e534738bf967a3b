import type { Context } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { monetize } from "./monetize.js";
import type { SavingsLine } from "./savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "./small-study.fixture.js";

const context: Context = { seed: 1 };
const effects = smallEffects();
const money = smallMoney();
const options = smallOptions({ draws: 2000 });
const absence = { outcome: "absence", unit: "days", better: "lower", estimate: 1.5, lower: 1, upper: 2 } as const;
const outcomes = [absence, { ...absence, outcome: "placement" }];
const savings = await monetize(effects, money, options, periods, context, { outcomes });

const factors = [1.035, 1, 1 / 1.035, 1 / (1.035 * 1.035)];

/** Money of one selection by the plainest loop over cells and price rows: estimate and variance. */
function byHand(line: Pick<SavingsLine, "measure" | "year" | "payer" | "consequence" | "discounted">): {
  estimate: number;
  se: number;
} {
  const K = effects.terms.length;
  const weight = new Array<number>(K).fill(0);
  for (let k = 0; k < K; k++) {
    const { outcome, group = 0, time = 0, n } = effects.terms[k];
    const year = Math.floor(time / 4);
    if (time < group || (line.year !== null && line.year !== year)) continue;
    for (const price of money.prices) {
      if (price.consequence !== outcome || price.year !== year) continue;
      if (line.payer !== null && price.payer !== line.payer) continue;
      if (line.consequence !== null && price.consequence !== line.consequence) continue;
      const factor = line.discounted ? factors[year - 2020] : 1;
      weight[k] -= n * price.amount * factor * (line.measure === "cashable" ? price.cashable : 1);
    }
  }
  let estimate = 0;
  let variance = 0;
  for (let j = 0; j < K; j++) {
    estimate += weight[j] * effects.estimate[j];
    for (let k = 0; k < K; k++) variance += weight[j] * weight[k] * effects.covariance[j * K + k];
  }
  if (line.measure === "net") {
    for (const cost of money.costs) {
      if ((line.year !== null && cost.year !== line.year) || (line.payer !== null && cost.payer !== line.payer)) continue;
      const spent = Number.isNaN(cost.actual) ? cost.planned : cost.actual;
      estimate -= line.discounted ? spent * factors[cost.year - 2020] : spent;
    }
  }
  return { estimate, se: Math.sqrt(Math.max(0, variance)) };
}

const near = (found: number, expected: number) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

function find(
  measure: SavingsLine["measure"],
  year: number | null,
  payer: string | null,
  consequence: string | null = null,
  discounted = false,
) {
  const found = savings.lines.filter(
    (l) =>
      l.measure === measure &&
      l.year === year &&
      l.payer === payer &&
      l.consequence === consequence &&
      l.discounted === discounted,
  );
  expect(found, JSON.stringify([measure, year, payer, consequence, discounted])).toHaveLength(1);
  return found[0].figure;
}

test("every gross, cashable and net line equals the plainest loop to 1e-9", () => {
  const lines = savings.lines.filter((line) => line.measure === "gross" || line.measure === "cashable" || line.measure === "net");
  expect(lines.length).toBeGreaterThan(200);
  for (const line of lines) {
    const { estimate, se } = byHand(line);
    near(line.figure.estimate, estimate);
    near(line.figure.se, se);
  }
});

test("payers, consequences and years sum to their totals; net is gross less cost", () => {
  const { years, payers, consequences } = savings;
  expect(years).toEqual([2020, 2021, 2022, 2023]);
  expect(payers).toEqual(["Family", "State", "School"]);
  expect(consequences).toEqual(["placement", "school"]);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  for (const measure of ["gross", "cashable", "net", "cost"] as const) {
    for (const discounted of [false, true]) {
      for (const year of [...years, null]) {
        near(
          sum(payers.map((payer) => find(measure, year, payer, null, discounted).estimate)),
          find(measure, year, null, null, discounted).estimate,
        );
      }
      near(
        sum(years.map((year) => find(measure, year, null, null, discounted).estimate)),
        find(measure, null, null, null, discounted).estimate,
      );
    }
  }
  near(sum(consequences.map((c) => find("gross", 2022, null, c).estimate)), find("gross", 2022, null).estimate);
  near(find("gross", null, null).estimate - find("cost", null, null).estimate, find("net", null, null).estimate);
});

test("cost is the actual one where given, the planned one else, and is certain", () => {
  expect(find("cost", 2020, "Family")).toMatchObject({ estimate: 50_000, se: 0, lower: 50_000, upper: 50_000 });
  expect(find("cost", 2021, "Family").estimate).toBe(1_000_000);
  near(find("cost", 2022, "Family", null, true).estimate, 200_000 / 1.035);
  near(find("cost", 2020, "Family", null, true).estimate, 50_000 * 1.035);
});

test("cumulative net adds up the years, ends at the total, and its band lies around the interval", () => {
  for (const discounted of [false, true]) {
    let running = 0;
    for (const year of savings.years) {
      running += find("net", year, null, null, discounted).estimate;
      const figure = find("cumulativeNet", year, null, null, discounted);
      near(figure.estimate, running);
      expect(figure.bandLower).toBeLessThanOrEqual(figure.lower);
      expect(figure.bandUpper).toBeGreaterThanOrEqual(figure.upper);
    }
    const last = find("cumulativeNet", 2023, null, null, discounted);
    near(last.se, find("net", null, null, null, discounted).se);
    near(last.lower, find("net", null, null, null, discounted).lower);
  }
});

test("price intervals of fixed prices are those of the effect; uncertain prices widen them", () => {
  const state = find("gross", null, "State");
  const width = state.upper - state.lower;
  // 2,000 draws: the Monte-Carlo error of a 97.5% quantile is about 0.06 standard errors, 0.015 of the width.
  expect(Math.abs((state.priceLower ?? 0) - state.lower)).toBeLessThan(0.08 * width);
  expect(Math.abs((state.priceUpper ?? 0) - state.upper)).toBeLessThan(0.08 * width);
  const family = find("gross", null, "Family");
  expect((family.priceUpper ?? 0) - (family.priceLower ?? 0)).toBeGreaterThan(family.upper - family.lower);
  const net = find("net", null, null);
  const gross = find("gross", null, null);
  near((gross.priceLower ?? 0) - (net.priceLower ?? 0), find("cost", null, null).estimate);
});

test("shares sum to one and break-even shares never fall", () => {
  expect(savings.shares.reduce((sum, s) => sum + s.share, 0)).toBeCloseTo(1, 12);
  const shares = savings.breakEven.share.map((s) => s.share);
  for (let y = 1; y < shares.length; y++) expect(shares[y]).toBeGreaterThanOrEqual(shares[y - 1]);
  expect(savings.breakEven.year).not.toBeNull();
});

test("another seed moves what rests on draws and nothing else", async () => {
  const other = await monetize(effects, money, options, periods, { seed: 2 });
  const fixed = (line: SavingsLine) => {
    const { bandLower, bandUpper, priceLower, priceUpper, ...rest } = line.figure;
    return { ...line, figure: rest };
  };
  expect(other.lines.map(fixed)).toEqual(savings.lines.map(fixed));
  expect(other.lines).not.toEqual(savings.lines);
  expect(other.breakEven.year).toBe(savings.breakEven.year);
});

test("few degrees of freedom stop nothing: a warning, and intervals by them", async () => {
  const few = { ...effects, df: effects.df.map(() => 0.9), basis: { kind: "covariance-only" } as const };
  const told = await monetize(few, money, options, periods, context);
  expect(told.problems.filter((p) => p.code.includes("degrees"))).toMatchObject([{ severity: "warning" }]);
  expect(savings.problems.filter((p) => p.code.includes("degrees"))).toEqual([]);
  const whole = ({ measure, year, payer, consequence }: SavingsLine) =>
    measure === "gross" && year === null && payer === null && consequence === null;
  const [one, other] = [savings, told].map((s) => s.lines.find(whole)?.figure ?? expect.fail());
  expect(other.estimate).toBe(one.estimate);
  expect(other.upper - other.lower).toBeGreaterThan(2 * (one.upper - one.lower));
});

test("no saving stands without its human outcome, and less use beside a worse one warns", () => {
  expect(savings.human).toEqual([{ ...absence, direction: "worse" }]);
  expect(savings.problems).toMatchObject([{ code: "savings/less-use-worse-outcomes", params: { outcomes: "absence" } }]);
});
