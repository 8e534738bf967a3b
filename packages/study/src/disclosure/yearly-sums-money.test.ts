import type { Periods } from "@kontrafakt/base";
import type { Effects, Term } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { type MoneyFiles, monetize, type PriceRow, savingsOptions } from "@kontrafakt/savings";
import { expect, test } from "vitest";
import { effectsOf, yearlySums } from "./yearly-sums.js";

const waves = [8085, 8089, 8094];
/** Three waves to the second quarter of 2024, the last begun within the last four quarters; one cell has no estimate. */
function cells(end: number): Effects {
  const random = stream(3, "test/yearly-sums-money", 0);
  const terms: Term[] = waves.flatMap((group) =>
    Array.from({ length: end - group + 3 }, (_, i): Term => {
      const time = group - 2 + i;
      const place = { outcome: "a", unit: "days", kind: "cell", scale: "difference", group, time, event: time - group } as const;
      return { ...place, n: 30 - (time % 3), controls: 90, personPeriods: 30 };
    }),
  );
  const K = terms.length;
  const atoms = 60;
  const stratum = Int32Array.from({ length: atoms }, (_, a) => a % 3);
  const rows = new Float64Array(atoms * K);
  for (let a = 0; a < atoms; a++)
    for (let k = 0; k < K; k++) if (waves[stratum[a]] === terms[k].group) rows[a * K + k] = random.normal() / 10;
  const covariance = new Float64Array(K * K);
  for (let i = 0; i < K; i++)
    for (let j = 0; j < K; j++) for (let a = 0; a < atoms; a++) covariance[i * K + j] += rows[a * K + i] * rows[a * K + j];
  const estimate = Float64Array.from(terms, (t) => (t.group === 8089 && t.time === end - 1 ? Number.NaN : random.normal() - 3));
  return {
    kind: "effects",
    estimator: "E",
    terms,
    estimate,
    covariance,
    df: new Float64Array(K).fill(19),
    clusters: atoms,
    basis: { kind: "influence", atoms, rows, stratum },
    problems: [],
  };
}

const origin = { file: "prices.csv", row: 2 };
const price = (year: number): PriceRow => ({
  consequence: "a",
  payer: "P",
  year,
  unit: "days",
  amount: 900 + 10 * (year - 2021),
  priceYear: 2024,
  cashable: 0.5,
  source: "",
  origin,
});
const money: MoneyFiles = {
  kind: "money-files",
  prices: [2021, 2022, 2023, 2024].map(price),
  costs: [{ year: 2021, payer: "P", planned: 5000, actual: 6000, priceYear: 2024, origin }],
  claim: [],
  budget: [],
  problems: [],
};
const options = savingsOptions.parse({
  currency: "DKK",
  priceYear: 2024,
  prices: { file: "p" },
  programmeCost: { file: "c" },
  claim: { file: "k" },
  discount: { rate: 0.035, baseYear: 2021, source: "test" },
  draws: 1000,
  persistence: { form: "exponential", decline: 0.2, years: 3 },
});

test("only where no year ends with the window is a year told in two parts", () => {
  for (const end of [8097, 8099]) {
    const { terms } = yearlySums(cells(end), "quarter", ["a"], end);
    expect(new Set(terms.map(({ group, year }) => JSON.stringify([group, year]))).size < terms.length).toBe(end === 8097);
  }
});

test("money made of the sums that results hold is that made of cells, also what is assumed after a window that ends in mid-year", async () => {
  const end = 8097;
  const effects = cells(end);
  const periods: Periods = { unit: "quarter", ordinals: Int32Array.from({ length: end - 8083 + 1 }, (_, i) => 8083 + i) };
  const again = effectsOf({ effects: JSON.parse(JSON.stringify(yearlySums(effects, "quarter", ["a"], end))) });
  const [from, redone] = await Promise.all([effects, again].map((e) => monetize(e, money, options, periods, { seed: 1 })));
  const lines = (s: typeof from) =>
    s.lines.map(({ figure: { estimate, se, df, lower, upper }, ...line }) => ({
      line,
      figures: [estimate, se, df, lower, upper],
    }));
  const [expected, found] = [lines(from), lines(redone)];
  expect(found.length).toBe(expected.length);
  expect(from.lines.some((l) => l.basis === "assumed" && l.figure.estimate > 0)).toBe(true);
  found.forEach(({ line, figures }, i) => {
    expect(line).toEqual(expected[i].line);
    figures.forEach((x, j) => {
      const y = expected[i].figures[j];
      if (x !== y) expect(Math.abs(x / y - 1), JSON.stringify(line)).toBeLessThan(1e-9);
    });
  });
  expect(redone.persistence).toEqual(from.persistence);
});
