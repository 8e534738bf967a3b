import * as z from "zod";
import { fixedEffectsShape } from "./fixed-effects-options.js";

/** Options of `twoWay`. */
export const twoWayOptions = z.strictObject({
  ...fixedEffectsShape,
  decompose: z
    .boolean()
    .default(true)
    .describe(
      "Look at the weights the number gives to the effects of its cells (group and period), and say so where some are negative. `bacon` and `twoWayWeights` show what went into it one by one.",
    ),
});

export type TwoWayOptions = z.infer<typeof twoWayOptions>;
export type TwoWayOptionsInput = z.input<typeof twoWayOptions>;
