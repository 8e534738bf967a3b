import type { Jobs } from "@kontrafakt/base";
import { permutationBlock } from "./permutation-block.js";

/** Jobs of this package, by name. */
export const effectsJobs: Jobs = { "effects/permutation": permutationBlock };
