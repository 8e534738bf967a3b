import type { Jobs } from "@kontrafakt/base";
import { efficientTestBlock } from "./moments/efficient-test-block.js";
import { permutationBlock } from "./permutation-block.js";

/** Jobs of this package, by name. */
export const effectsJobs: Jobs = {
  "effects/permutation": permutationBlock,
  "effects/efficient-test": efficientTestBlock,
};
