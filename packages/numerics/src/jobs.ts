import type { Jobs } from "@kontrafakt/base";
import { supTBlock } from "./sup-t-block.js";

/** Jobs of this package by name, for a pool. */
export const numericsJobs: Jobs = { "numerics/sup-t": supTBlock };
