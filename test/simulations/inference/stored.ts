import type { Setting } from "./cells.js";
import type { Row } from "./replicate.js";
import type { CellSummary } from "./summarise.js";

/** What is committed of the programme: the summary of its cells and of those beside, and the first of the replications. */
export interface Stored {
  readonly firstSeed: number;
  readonly date: string;
  readonly cells: readonly CellSummary[];
  readonly side: readonly CellSummary[];
  readonly stored: readonly { readonly setting: Setting; readonly rows: readonly Row[] }[];
}

/** Whether a replication came out as the stored one, whose NaN are null. */
export function sameRow(made: Row, stored: readonly (number | null)[]): boolean {
  return made.length === stored.length && made.every((v, at) => (Number.isNaN(v) ? stored[at] === null : v === stored[at]));
}
