import { z } from "zod";
import { column, currencyColumn, file, optionalColumn, priceYearColumn } from "./column-options.js";

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
    distribution: optionalColumn(
      "distribution",
      "how the price may vary: fixed, uniform, triangular, pert, normal, lognormal, beta, gamma or empirical; empty = triangular where low and high are given, else fixed",
    ),
    sd: optionalColumn("sd", "standard deviation of the price, for normal, lognormal, beta and gamma"),
    values: optionalColumn("values", "for empirical: the prices found, separated by |"),
    group: optionalColumn(
      "group",
      "prices of one group move together, as far as savings.uncertainty.correlation says; empty = by itself",
    ),
    basis: optionalColumn("basis", "average or marginal: what a unit costs on average, or what one unit less saves"),
    share: optionalColumn("share", "the payer's share of the amount, 0–1; empty = all of it"),
    step: optionalColumn("step", "capacity is freed only in whole steps of so many units a year; empty = unit by unit"),
    lag: optionalColumn("lag", "years from the saving to the year a budget can be lowered; empty = none"),
    lagLow: optionalColumn("lagLow", "shortest the lag may be, in years; empty = known exactly"),
    lagHigh: optionalColumn("lagHigh", "longest the lag may be, in years; empty = known exactly"),
    refund: optionalColumn("refund", "gross or net: before or after refunds from another payer; empty = not said"),
    transferTo: optionalColumn("transferTo", "who receives what the payer pays (benefits); empty = nobody: services are used up"),
    deadweight: optionalColumn(
      "deadweight",
      "share that would have come anyway, 0–1; only where effects are assumed, since a comparison group has taken it off",
    ),
    displacement: optionalColumn("displacement", "share that turns up as use elsewhere, 0–1"),
    attribution: optionalColumn("attribution", "share that others brought about, 0–1; only where effects are assumed"),
    grade: optionalColumn("grade", "how good the evidence for the price is, as the study grades it"),
  })
  .describe("Price file and its columns");

export const refundFileOptions = z
  .strictObject({
    file: file("Refunds: which share of a gross price another payer gives back, and when"),
    consequence: column("consequence", "the outcome whose price is refunded"),
    payer: column("payer", "who is refunded"),
    refundedBy: column("refundedBy", "who refunds"),
    share: column("share", "share of the price that is refunded, 0–1"),
    from: optionalColumn("from", "first day the rule holds; empty = always did"),
    to: optionalColumn("to", "last day the rule holds; empty = still does"),
    source: optionalColumn("source", "the rule's source"),
  })
  .describe("Refund file and its columns: gross prices are split between who pays and who refunds");

export const indexFileOptions = z
  .strictObject({
    file: file("Index series: the price level of each year"),
    year: column("year", "calendar year"),
    index: column("index", "price level; only ratios matter"),
    source: optionalColumn("source", "whose index it is"),
  })
  .describe(
    "Index with which amounts of other price years are converted to savings.priceYear; without it they are refused, and budgets stand in each year's own prices",
  );

export type PriceFileOptions = z.infer<typeof priceFileOptions>;
export type RefundFileOptions = z.infer<typeof refundFileOptions>;
