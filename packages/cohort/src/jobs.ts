import type { Jobs } from "@kontrafakt/base";
import { momentsBlock } from "./shapes/moments-block.js";

/** Jobs of this package by name, for a pool. */
export const cohortJobs: Jobs = { "cohort/moments": momentsBlock };
