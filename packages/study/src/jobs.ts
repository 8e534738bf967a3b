import type { Jobs } from "@kontrafakt/base";
import { numericsJobs } from "@kontrafakt/numerics";

/** Every job a pool may be asked to run. */
export const jobs: Jobs = { ...numericsJobs };
