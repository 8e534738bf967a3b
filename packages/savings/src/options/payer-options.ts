import { z } from "zod";

export const payerKinds = ["municipality", "region", "state", "fund", "citizen", "relative", "other"] as const;

export const payersOptions = z
  .record(
    z.string().min(1),
    z.strictObject({
      kind: z
        .enum(payerKinds)
        .describe(
          "municipality, region, state and fund are public purses; citizen, relative and other count in the socio-economic account only",
        ),
    }),
  )
  .default({})
  .describe("What the payers are, by name; those not named here are parts of the municipality");

export const scaleOptions = z
  .strictObject({
    starters: z.array(z.int().min(1)).min(1).describe("Numbers of starters to work out"),
  })
  .describe("What the programme would save and cost with so many starters, at the effect per starter that was found");

export type PayerKind = (typeof payerKinds)[number];

const PUBLIC: readonly PayerKind[] = ["municipality", "region", "state", "fund"];

/** Whether a payer is a public purse. */
export const isPublic = (kind: PayerKind): boolean => PUBLIC.includes(kind);
