import { z } from "zod";
import { header, name, textOption } from "./common.js";
import { filterOptions } from "./filter-options.js";

const countKinds = ["days", "share", "count", "any", "amount", "started", "ended"] as const;
export type CountKind = (typeof countKinds)[number];

export const outcomeOptions = z.strictObject({
  service: z
    .union([header, z.array(header).min(1)])
    .describe("kind of service, or several, as written in the services file; taken together as one")
    .optional(),
  measure: name.describe("name of a measure of this study").optional(),
  refund: name.describe("name of a refund scheme of this study: the outcome is one side's part of the services' cost").optional(),
  side: z
    .enum(["municipality", "state"])
    .describe("with refund: what the municipality keeps paying, or what is refunded. The two add up to the gross amount")
    .optional(),
  count: z
    .enum(countKinds)
    .describe(
      "what of the service is counted a period: days covered; share of the period's days; count of spells in force; any (0 or 1); amount in kr; spells started; spells ended. Default days",
    )
    .optional(),
  block: z
    .union([name, z.array(name).min(1)])
    .describe("name of the services block, or several, whose rows count; default every block that has what the count needs")
    .optional(),
  where: filterOptions.describe("rows that count, by header: a value, a list, or {from, to}").optional(),
  overlaps: z
    .enum(["merge", "sum"])
    .describe("spells that overlap: merge (a day once; spells with no day between are one) or sum. Default that of the block")
    .optional(),
  amountFrom: z
    .enum(["amount", "price"])
    .describe("with count amount: the row's amount, or its price a day times its days. Default amount where the block has it")
    .optional(),
  unit: z
    .string()
    .min(1)
    .describe("what is counted. Default by count: days, share, spells, periods (any), kr, starts, ends; for a measure days")
    .optional(),
  better: z.enum(["lower", "higher"]).describe("which direction is good for the child").default("lower"),
  label: textOption.optional(),
});

export type OutcomeOptions = z.infer<typeof outcomeOptions>;

/** What an outcome over services counts; a refund scheme's parts are amounts. */
export function outcomeCount(outcome: OutcomeOptions): CountKind {
  return outcome.refund !== undefined ? "amount" : (outcome.count ?? "days");
}

const units: Readonly<Record<CountKind, string>> = {
  days: "days",
  share: "share",
  count: "spells",
  any: "periods",
  amount: "kr",
  started: "starts",
  ended: "ends",
};

/** The unit of an outcome: as declared, else by what it counts. */
export function outcomeUnit(outcome: OutcomeOptions): string {
  return outcome.unit ?? units[outcomeCount(outcome)];
}

/** Services of an outcome as a list. */
export function outcomeServices(service: string | readonly string[] | undefined): readonly string[] {
  return service === undefined ? [] : typeof service === "string" ? [service] : service;
}
