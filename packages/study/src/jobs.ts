import type { Jobs } from "@kontrafakt/base";
import { cohortJobs } from "@kontrafakt/cohort";
import { effectsJobs } from "@kontrafakt/effects";
import { numericsJobs } from "@kontrafakt/numerics";
import { savingsJobs } from "@kontrafakt/savings";

/** Every job a pool may be asked to run. */
export const jobs: Jobs = { ...numericsJobs, ...cohortJobs, ...effectsJobs, ...savingsJobs };
