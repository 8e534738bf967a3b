import type { Results } from "@kontrafakt/study";
import type { CsvCell } from "./csv.js";
import type { Speaker } from "./language.js";

/** A table before it is written as CSV. */
export interface Rows {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** Makes a table of results in a language. */
export type Make<R extends Results = Results> = (results: R, speaker: Speaker) => Rows;
