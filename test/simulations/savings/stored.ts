import type { Row } from "./replicate.js";
import type { CoverageSummary, VerdictSummary } from "./summarise.js";

/** What is committed of the programme: its summary and the first of the replications. */
export interface Stored {
  readonly firstSeed: number;
  readonly date: string;
  readonly coverage: readonly CoverageSummary[];
  readonly verdicts: readonly VerdictSummary[];
  /** NaN are null. */
  readonly stored: readonly (readonly (number | null)[])[];
}

/** Whether a replication came out as the stored one. */
export function sameRow(made: Row, stored: readonly (number | null)[]): boolean {
  return made.length === stored.length && made.every((v, at) => (Number.isNaN(v) ? stored[at] === null : v === stored[at]));
}
