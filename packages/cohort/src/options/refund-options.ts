import { z } from "zod";
import { header, name } from "./common.js";

const steps = z
  .array(
    z.strictObject({
      above: z.number().min(0).describe("amount of a calendar year above which this share is refunded, kr"),
      refund: z.number().min(0).max(1).describe("share refunded of what lies above it, up to the next step"),
    }),
  )
  .describe("steps of the scheme, lowest first; an empty list is no refund");
const from = z.int().min(1900).max(2200).describe("first calendar year in which these steps hold");
const source = z.string().trim().min(1).describe("where the steps are stated: law or circular, and year");

/** A refund in steps of what a person or household costs in a calendar year. */
export const refundOptions = z.strictObject({
  services: z
    .union([header, z.array(header).min(1)])
    .describe("kinds of service whose amounts count towards the steps")
    .optional(),
  outcomes: z.array(name).min(1).describe("in place of services: outcomes with count amount that count towards them").optional(),
  block: z
    .union([name, z.array(name).min(1)])
    .describe("with services: name of the services block, or several, whose rows count")
    .optional(),
  amountFrom: z
    .enum(["amount", "price"])
    .describe("with services: the row's amount, or its price a day times its days. Default amount where the block has it")
    .optional(),
  per: z
    .enum(["person", "household"])
    .describe("whose amounts are summed before the steps: one person's, or everyone's of the household in the people file")
    .default("person"),
  rates: z
    .array(z.strictObject({ from, steps, source }))
    .min(1)
    .describe("steps by the year from which they hold, earliest first; the first covers the first year of the window"),
  spread: z
    .enum(["proportional", "as-reached"])
    .describe(
      "the year's refund over its periods: in proportion to what each period cost, or from the period in which a step is passed",
    )
    .default("proportional"),
  payer: z.string().trim().min(1).describe("who pays the refund, as written in the price file"),
});

export type RefundOptions = z.infer<typeof refundOptions>;
