import type { CellsOptionsInput, CohortInput, Detected, TableRequest } from "@kontrafakt/cohort";

/** A file of the corpus: text is UTF-8. */
export type Content = string | Uint8Array;

/** What stands in the ledger: file, line in the file, code and, where it matters, column. */
export type Entry = readonly [file: string, line: number, code: string, column?: string];

export interface Refused {
  readonly code: string;
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly option?: string;
}

interface Case {
  readonly name: string;
  /** Where such a file comes from. */
  readonly why: string;
  readonly files: Readonly<Record<string, Content>>;
}

interface Yields {
  /** Every row left out, by file and line. Default none. */
  readonly listed?: readonly Entry[];
  /** Every note, by file and line; checked where given. */
  readonly noted?: readonly Entry[];
  /** The first problem of the error it must stop with. */
  readonly refused?: Refused;
}

/** A file read by itself, through `readTable` with a ledger. */
export interface TableCase extends Case {
  readonly kind: "table";
  readonly request: TableRequest;
  readonly yields: Yields & {
    /** Cells by key: text, number, ISO date; null is missing. */
    readonly columns?: Readonly<Record<string, readonly (string | number | null)[]>>;
    readonly detected?: Partial<Detected>;
  };
}

/** Files read into a cohort, through `readCohort`. */
export interface CohortCase extends Case {
  readonly kind: "cohort";
  readonly cohort: CohortInput;
  readonly yields: Yields & {
    readonly people?: number;
    /** Values by measure, one row a person in the order of the people file; null is NaN. */
    readonly measures?: Readonly<Record<string, readonly (readonly (number | null)[])[]>>;
    /** 1 where observed, one row a person. */
    readonly observed?: readonly (readonly number[])[];
    /** Covariate values by name, one a person. */
    readonly covariates?: Readonly<Record<string, readonly (number | null)[]>>;
    /** Period ordinal less the window's first; "never" or "always" otherwise. */
    readonly firstTreated?: readonly (number | "never" | "always")[];
    /** People and starters left after each step of the flow, by its code; checked where given. */
    readonly flow?: readonly (readonly [code: string, people: number, treated: number])[];
    /** Codes of the problems (warnings and notes) that must be among those found. */
    readonly problems?: readonly string[];
  };
}

/** Aggregated cells, through `readCells` and `cohortMoments`. */
export interface CellsCase extends Case {
  readonly kind: "cells";
  readonly cells: CellsOptionsInput;
  readonly yields: Yields & {
    /** Group, people, mean and standard deviation of each cell that has people, in order of group, outcome and period. */
    readonly cells?: readonly (readonly [group: string, n: number, mean: number, sd: number])[];
    readonly covariance?: "given" | "assumed" | "conservative";
  };
}

export type CorpusCase = TableCase | CohortCase | CellsCase;
