import { z } from "zod";
import {
  accountMapOptions,
  budgetFileOptions,
  claimFileOptions,
  costFileOptions,
  volumeFileOptions,
} from "./account-file-options.js";
import { parameterOptions } from "./parameter-options.js";
import { payersOptions, scaleOptions } from "./payer-options.js";
import { persistenceOptions } from "./persistence-options.js";
import { indexFileOptions, priceFileOptions, refundFileOptions } from "./price-options.js";
import { priorOptions, uncertaintyOptions } from "./uncertain-options.js";

const rate = z.number().gt(-1).lt(1);

const rateSteps = z
  .array(
    z.strictObject({
      fromYear: z.int().min(0).describe("First year the rate holds for, counted from the base year (base year = 0)"),
      rate: rate.describe("Yearly real rate as a share, e.g. 0.035"),
    }),
  )
  .min(1)
  .refine((steps) => steps.length > 0 && steps[0].fromYear <= 1, "the first step must begin in year 0 or 1 after the base year")
  .refine(
    (steps) => steps.every((step, i) => i === 0 || step.fromYear > steps[i - 1].fromYear),
    "steps must be in order, each beginning in a later year than the one before",
  );

export const discountOptions = z
  .strictObject({
    rate: z
      .union([rate, rateSteps])
      .describe(
        "Yearly real discount rate as a share (0.035 = 3.5%), or steps of it applied forward from the base year; left out = that of savings.parameters",
      )
      .optional(),
    baseYear: z.int().min(1900).max(2200).describe("Calendar year to whose value everything is discounted"),
    source: z
      .string()
      .min(1)
      .describe("Who set the rate, and when; printed in the report. Must stand beside a rate of the study's own")
      .optional(),
  })
  .refine((d) => (d.rate === undefined) === (d.source === undefined), {
    message: "rate and source stand together: say who set the rate, or leave out both and name savings.parameters",
    path: ["source"],
  })
  .describe("Discounting");

export const primaryOptions = z
  .strictObject({
    measure: z
      .enum(["gross", "cashable", "net"])
      .default("gross")
      .describe(
        "What the claim is held against: gross = avoided spending, cashable = the part that can leave a budget, net = gross less programme cost",
      ),
    years: z
      .array(z.int().min(1900).max(2200))
      .default([])
      .describe("Calendar years summed over; empty = every year of the claim"),
    payers: z.array(z.string().min(1)).default([]).describe("Payers summed over; empty = all public ones"),
    consequences: z
      .array(z.string().min(1))
      .default([])
      .describe(
        "Outcomes summed over; empty = all that have a price. Not with measure net, since the programme's cost belongs to no single outcome",
      ),
  })
  .refine((p) => p.measure !== "net" || p.consequences.length === 0, {
    message: "measure net takes the whole programme cost, so consequences must be left empty",
    path: ["consequences"],
  })
  .describe("The one row the verdict is about, declared before outcomes are read");

const name = z.string().min(1);

/** What a study that verifies and a plan have in common. */
export const moneyShape = {
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe("ISO 4217 code of every amount, e.g. DKK"),
  priceYear: z
    .int()
    .min(1900)
    .max(2200)
    .describe("Year at whose prices every amount is stated; files with another are refused, unless an index converts them"),
  parameters: parameterOptions.optional(),
  index: indexFileOptions.optional(),
  prices: priceFileOptions,
  refunds: refundFileOptions.optional(),
  programmeCost: costFileOptions,
  payers: payersOptions,
  exclusive: z
    .array(z.array(name).min(2))
    .default([])
    .describe("Sets of outcomes that count the same services but never the same unit of them, so that all may be priced"),
  listPrices: z
    .record(name, name)
    .default({})
    .describe(
      "Outcomes of spend at fixed prices, each with the outcome of its quantity: list price × quantity is then shown beside, in no total",
    ),
  totalSpend: name.describe("Outcome of all spend, which the priced outcomes together must come near").optional(),
  discount: discountOptions,
  persistence: persistenceOptions.prefault({}),
  scale: scaleOptions.optional(),
  uncertainty: uncertaintyOptions.prefault({}),
  draws: z
    .int()
    .min(1000)
    .max(1_000_000)
    .default(10_000)
    .describe("Number of random draws behind bands that include price uncertainty"),
};

export const savingsOptions = z
  .strictObject({
    ...moneyShape,
    claim: claimFileOptions,
    volume: volumeFileOptions.optional(),
    budget: budgetFileOptions.optional(),
    accounts: accountMapOptions,
    subgroups: z
      .array(name)
      .default([])
      .describe(
        "Covariates of the study with categories (bands of a number are a covariate of their own) by whose values savings are shown apart, in no verdict",
      ),
    prior: priorOptions.optional(),
    primary: primaryOptions.prefault({}),
  })
  .describe("Prices, costs, claim, and how they become money");

export type DiscountOptions = z.infer<typeof discountOptions>;
export type PrimaryOptions = z.infer<typeof primaryOptions>;
export type SavingsOptions = z.infer<typeof savingsOptions>;
export type SavingsInput = z.input<typeof savingsOptions>;
/** Options that turn effects into money, with or without a claim to hold them against. */
export type MoneyOptions = Omit<SavingsOptions, "claim" | "volume" | "budget" | "accounts" | "subgroups" | "prior" | "primary">;
