import * as z from "zod";
import { outcomesOption } from "./shared-options.js";

/** Options of `efficient` (Roth & Sant'Anna): for programmes whose start was drawn by lot. */
export const efficientOptions = z.strictObject({
  outcomes: outcomesOption,
  weighting: z
    .enum(["efficient", "attGt", "sunAbraham"])
    .default("efficient")
    .describe(
      "How much of the difference before the start is taken off: efficient, as much as makes the variance smallest; attGt, all of it, against those not yet treated; sunAbraham, all of it, against the last cohort.",
    ),
  variance: z
    .enum(["adjusted", "neyman"])
    .default("adjusted")
    .describe("neyman: conservative, allows for any heterogeneity. adjusted: less what is known to be too much."),
  permutations: z
    .int()
    .min(0)
    .max(100_000)
    .default(0)
    .describe(
      "Draws of the randomisation test that shuffles start dates over units; 0 for none. It is of the mean effect over all treated person-periods.",
    ),
  incomplete: z.enum(["error", "full"]).default("error").describe("Units not observed in every period, as in attGt."),
});

export type EfficientOptions = z.infer<typeof efficientOptions>;
export type EfficientOptionsInput = z.input<typeof efficientOptions>;
