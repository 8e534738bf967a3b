import { expect, test } from "vitest";
import { z } from "zod";
import { savingsOptions } from "./savings-options.js";

const least = {
  currency: "DKK",
  priceYear: 2024,
  prices: { file: "prices.csv" },
  programmeCost: { file: "cost.csv" },
  claim: { file: "claim.csv" },
  discount: { rate: 0.035, baseYear: 2021, source: "Finansministeriet 2021" },
};
const steps = (...rate: [fromYear: number, rate: number][]) => ({
  ...least,
  discount: { ...least.discount, rate: rate.map(([fromYear, r]) => ({ fromYear, rate: r })) },
});

test("columns default to English names, draws to 10,000, the primary row to gross over everything claimed", () => {
  const options = savingsOptions.parse(least);
  expect(options.prices).toMatchObject({ consequence: "consequence", payer: "payer", low: "low", cashable: "cashable" });
  expect(options.draws).toBe(10_000);
  expect(options.primary).toEqual({ measure: "gross", years: [], payers: [], consequences: [] });
  expect(options.budget).toBeUndefined();
});

test("unknown options are errors, at every depth", () => {
  for (const wrong of [
    { ...least, deadweight: 0.2 },
    { ...least, prices: { ...least.prices, colour: "blue" } },
    { ...least, discount: { ...least.discount, taxes: 1 } },
  ]) {
    expect(savingsOptions.safeParse(wrong).success).toBe(false);
  }
});

test("stepped rates begin at the base year and go forward", () => {
  expect(savingsOptions.safeParse(steps([0, 0.035], [36, 0.025])).success).toBe(true);
  expect(savingsOptions.safeParse(steps([5, 0.035])).success).toBe(false);
  expect(savingsOptions.safeParse(steps([0, 0.035], [0, 0.025])).success).toBe(false);
  expect(savingsOptions.safeParse(steps()).success).toBe(false);
  expect(savingsOptions.safeParse({ ...least, discount: { ...least.discount, rate: Number.NaN } }).success).toBe(false);
});

test("every option says what it is, and the schema can be written for editors", () => {
  const undescribed: string[] = [];
  const visit = (schema: Record<string, unknown>, path: string) => {
    for (const [name, part] of Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>)) {
      if (part.description === undefined) undescribed.push(`${path}${name}`);
      visit(part, `${path}${name}.`);
    }
  };
  visit(z.toJSONSchema(savingsOptions, { io: "input" }) as Record<string, unknown>, "");
  expect(undescribed).toEqual([]);
});
