import type { Jobs } from "@kontrafakt/base";
import { armLinesBlock } from "./inference/arm-lines-block.js";
import { fewTreatedBlock } from "./inference/few-treated-block.js";
import { multiplierBlock } from "./inference/multiplier-block.js";
import { permutationLinesBlock } from "./inference/permutation-lines.js";
import { wildBlock } from "./inference/wild-block.js";
import { efficientTestBlock } from "./moments/efficient-test-block.js";
import { permutationBlock } from "./permutation-block.js";

/** Jobs of this package, by name. */
export const effectsJobs: Jobs = {
  "effects/permutation": permutationBlock,
  "effects/permutation-lines": permutationLinesBlock,
  "effects/randomisation": armLinesBlock,
  "effects/few-treated": fewTreatedBlock,
  "effects/wild": wildBlock,
  "effects/multiplier": multiplierBlock,
  "effects/efficient-test": efficientTestBlock,
};
