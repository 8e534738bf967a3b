import { z } from "zod";

const file = (what: string) =>
  z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe(`${what}, relative to the study file; or several files of the same form`);
const column = (name: string, what: string) => z.string().min(1).default(name).describe(`Column: ${what}`);
const optionalColumn = (name: string, what: string) =>
  z.string().min(1).default(name).describe(`Column: ${what}. May be absent from the file under its default name`);

const currencyColumn = optionalColumn("currency", "currency of the row's amounts; each must be the study's");
const priceYearColumn = column("priceYear", "year at whose prices the amount is stated; must be savings.priceYear");

export const priceFileOptions = z
  .strictObject({
    file: file("Prices of one unit of each consequence, by payer and year"),
    consequence: column("consequence", "the outcome that is priced: its name, label or service"),
    payer: column("payer", "who pays"),
    year: column("year", "calendar year in which the price applies"),
    unit: column("unit", "what is priced; must be the outcome's unit"),
    amount: column("amount", "price of one unit in the study's currency; empty = this payer pays, but how much is not known"),
    low: optionalColumn("low", "lowest the price may be; empty = known exactly"),
    high: optionalColumn("high", "highest the price may be; empty = known exactly"),
    priceYear: priceYearColumn,
    cashable: column("cashable", "share of the saving that can be taken out of a budget, 0–1"),
    source: optionalColumn("source", "where the price comes from"),
    currency: currencyColumn,
  })
  .describe("Price file and its columns");

export const costFileOptions = z
  .strictObject({
    file: file("What the programme cost, by year and payer"),
    year: column("year", "calendar year"),
    payer: column("payer", "who paid"),
    planned: column("planned", "planned cost in the study's currency; used where the actual one is empty"),
    actual: column("actual", "actual cost in the study's currency"),
    priceYear: priceYearColumn,
    currency: currencyColumn,
  })
  .describe("Programme cost file and its columns");

export const claimFileOptions = z
  .strictObject({
    file: file("The saving the business case assumed, by year, payer and, if known, consequence"),
    year: column("year", "calendar year"),
    payer: column("payer", "whose saving"),
    consequence: optionalColumn("consequence", "the outcome it comes from; empty = only an amount was stated"),
    amount: column("amount", "assumed saving in the study's currency"),
    priceYear: priceYearColumn,
    currency: currencyColumn,
  })
  .describe("Claim file and its columns");

export const budgetFileOptions = z
  .strictObject({
    file: file("Budget and accounts, by year and account"),
    year: column("year", "calendar year"),
    account: column("account", "account in the municipality's chart"),
    consequence: optionalColumn("consequence", "the outcome the account pays for; empty = none"),
    payer: column("payer", "whose budget"),
    adopted: column("adopted", "adopted budget in the study's currency"),
    adjusted: column("adjusted", "budget after changes during the year"),
    actual: column("actual", "amount in the accounts"),
    reason: optionalColumn("reason", "why the budget was changed"),
    currency: currencyColumn,
  })
  .describe("Budget file and its columns");

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
      .describe("Yearly real discount rate as a share (0.035 = 3.5%), or steps of it applied forward from the base year"),
    baseYear: z.int().min(1900).max(2200).describe("Calendar year to whose value everything is discounted"),
    source: z.string().min(1).describe("Who set the rate, and when; printed in the report"),
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
    payers: z.array(z.string().min(1)).default([]).describe("Payers summed over; empty = all"),
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

export const savingsOptions = z
  .strictObject({
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe("ISO 4217 code of every amount, e.g. DKK"),
    priceYear: z
      .int()
      .min(1900)
      .max(2200)
      .describe("Year at whose prices every amount is stated; files with another are refused"),
    prices: priceFileOptions,
    programmeCost: costFileOptions,
    claim: claimFileOptions,
    budget: budgetFileOptions.optional(),
    discount: discountOptions,
    draws: z
      .int()
      .min(1000)
      .max(1_000_000)
      .default(10_000)
      .describe("Number of random draws behind bands that include price uncertainty"),
    primary: primaryOptions.prefault({}),
  })
  .describe("Prices, costs, claim, and how they become money");

export type PriceFileOptions = z.infer<typeof priceFileOptions>;
export type CostFileOptions = z.infer<typeof costFileOptions>;
export type ClaimFileOptions = z.infer<typeof claimFileOptions>;
export type BudgetFileOptions = z.infer<typeof budgetFileOptions>;
export type DiscountOptions = z.infer<typeof discountOptions>;
export type PrimaryOptions = z.infer<typeof primaryOptions>;
export type SavingsOptions = z.infer<typeof savingsOptions>;
export type SavingsInput = z.input<typeof savingsOptions>;
