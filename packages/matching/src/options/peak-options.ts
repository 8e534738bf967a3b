import { z } from "zod";

/** The `matching.peak` block: starters are often referred at their worst, from which they come back by themselves. */
export const peakOptions = z.strictObject({
  bracket: z
    .enum(["auto", "always", "never"])
    .default("auto")
    .describe(
      "also evaluate with history and base taken before the peak, and report both results as a bracket: auto: where a peak is found",
    ),
  shift: z
    .int()
    .min(1)
    .max(60)
    .optional()
    .describe(
      "periods before time zero that the second evaluation leaves out, history.gap included; a year more than history.gap if left out",
    ),
  threshold: z
    .number()
    .positive()
    .default(0.25)
    .describe(
      "a peak (or trough): since the same season a year earlier, starters' mean in the nearest window rose or fell by at least this many of " +
        "their SDs more than that of the others at risk",
    ),
});
