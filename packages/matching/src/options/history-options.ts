import { z } from "zod";

const window = z
  .tuple([z.int().min(1), z.int().min(1)])
  .refine(([from, to]) => from <= to, { error: "a window runs from the nearer to the farther period, for example [1, 4]" });

const standard: [number, number][] = [
  [1, 1],
  [2, 4],
  [5, 8],
];

/** The `matching.history` block. */
export const historyOptions = z.strictObject({
  outcomes: z.array(z.string()).optional().describe("outcomes whose history enters the score; all outcomes if left out"),
  windows: z
    .array(window)
    .default(standard)
    .describe(
      "periods before time zero whose mean enters the score, [nearest, farthest]; older periods are held back for the pre-trend test",
    ),
  gap: z
    .int()
    .min(0)
    .max(60)
    .default(0)
    .describe(
      "periods just before time zero that neither matching nor the base may use, since what led to the referral shows in them; " +
        "4 quarters make the base the same quarters a year earlier",
    ),
});
