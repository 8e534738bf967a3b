import { z } from "zod";
import { column, currencyColumn, file, optionalColumn, priceYearColumn } from "./column-options.js";

export const costFileOptions = z
  .strictObject({
    file: file("What the programme cost, by year and payer"),
    year: column("year", "calendar year"),
    payer: column("payer", "who paid"),
    planned: column("planned", "planned cost in the study's currency; used where the actual one is empty"),
    actual: column("actual", "actual cost in the study's currency"),
    priceYear: priceYearColumn,
    currency: currencyColumn,
    behaviour: optionalColumn(
      "behaviour",
      "fixed, variable or step: whether the cost stays when the number of starters changes, follows it, or rises in steps; empty = variable",
    ),
    step: optionalColumn("step", "for behaviour step: how many starters one step holds"),
  })
  .describe("Programme cost file and its columns");

export const volumeFileOptions = z
  .strictObject({
    file: file("How many were to start, how many did, and how many left, by year"),
    year: column("year", "calendar year"),
    planned: column("planned", "planned number of starters"),
    actual: column("actual", "actual number of starters; empty = not known"),
    dropouts: optionalColumn("dropouts", "how many of the year's starters left before the end; empty = not known"),
  })
  .describe("Volume file and its columns; shown beside why the saving differs, small numbers withheld and others rounded");

export const claimFileOptions = z
  .strictObject({
    file: file("The saving the business case assumed, by year, payer and, if known, consequence"),
    year: column("year", "calendar year"),
    payer: column("payer", "whose saving"),
    consequence: optionalColumn("consequence", "the outcome it comes from; empty = only an amount was stated"),
    amount: column("amount", "assumed saving in the study's currency"),
    priceYear: priceYearColumn,
    currency: currencyColumn,
    starters: optionalColumn("starters", "people the year's amount counts with: who have started, on average over the year"),
    effect: optionalColumn("effect", "assumed change per person and year in the outcome's unit, as units fewer"),
    price: optionalColumn("price", "assumed price of one unit"),
    cashable: optionalColumn("cashable", "share that was assumed to leave a budget, 0–1; empty = all of it"),
  })
  .describe(
    "Claim file and its columns. Where starters, effect and price are given, the amount must be their product, and the gap can be split",
  );

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
    reason: optionalColumn(
      "reason",
      "why the budget was changed: programme, demography, prices, technical or other, in any of the report's languages",
    ),
    currency: currencyColumn,
    chart: z
      .enum(["DK", "NO", "SE", "own"])
      .default("own")
      .describe(
        "Country's chart of accounts that account names must follow: DK function and grouping, NO function, type and responsibility, SE account and activity; own = any text",
      ),
  })
  .describe("Budget file and its columns");

export const accountMapOptions = z
  .array(
    z.strictObject({
      account: z.string().min(1).describe("Account as the budget file writes it, or its beginning"),
      consequence: z.string().min(1).describe("Outcome that the account pays for"),
      payer: z.string().min(1).describe("Whose account it is; left out = the budget row's payer").optional(),
      share: z.number().gt(0).max(1).default(1).describe("Share of the account that the outcome is, 0–1"),
    }),
  )
  .default([])
  .describe("Which account pays for which outcome, where the budget file has no column for it");

export type BudgetFileOptions = z.infer<typeof budgetFileOptions>;
export type AccountMapOptions = z.infer<typeof accountMapOptions>;
