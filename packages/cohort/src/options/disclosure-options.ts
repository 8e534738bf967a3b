import { z } from "zod";

const dominance = z
  .strictObject({
    n: z.int().min(1).max(10).default(1).describe("how many of the largest contributions are added up. Unit: people"),
    share: z.number().gt(0).max(1).describe("the most of the total they may make up. Unit: share of the total"),
  })
  .describe("the (n, k) rule: a mean or total in which the n largest contributions make up more than this share is withheld");

const pPercent = z
  .number()
  .min(0)
  .max(100)
  .describe(
    "the p% rule: a mean or total is withheld where whoever added the second most could learn the largest contribution within this many percent; 0 = no such rule. Unit: percent",
  );

const rounding = z
  .int()
  .min(1)
  .max(100)
  .describe("counts of people are told as the nearest multiple of this; 1 = exactly where they may be told. Unit: people");

const owner = z.strictObject({
  name: z.string().min(1).describe("whose data it is, as the report names it, such as Danmarks Statistik"),
  files: z.array(z.string().min(1)).min(1).describe("files of the study that are theirs, as the study names them"),
  smallCell: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe("counts of people above 0 and below this are withheld; default: report.smallCell. Unit: people"),
  dominance: dominance.optional(),
  pPercent: pPercent.optional(),
  rounding: rounding.optional(),
});

/** `report.disclosure`: what owners of data ask of every figure made from them, beyond the smallest count. */
export const disclosureOptions = z.strictObject({
  dominance: dominance.optional(),
  pPercent: pPercent.default(10),
  rounding: rounding.default(1),
  owners: z
    .array(owner)
    .default([])
    .describe(
      "rules of single owners for their files; what an owner leaves out is as for the other files, and a figure made from the files of several obeys the strictest of each rule",
    ),
});

export type DisclosureOptions = z.infer<typeof disclosureOptions>;
