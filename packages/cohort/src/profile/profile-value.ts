import type { Params } from "@kontrafakt/base";
import type { IdentifierKind } from "../identifiers/identifier.js";
import type { ColumnRole } from "./role-terms.js";

/** What a column looks to hold. */
export type ColumnKind =
  | "empty"
  | "constant"
  | "boolean"
  | "number"
  | "day"
  | "category"
  | "code"
  | "identifier"
  | "personal"
  | "text";

/** Why something is believed: a sentence of the catalogue. */
export interface Reason {
  readonly code: string;
  readonly params: Params;
}

/** What a column may be in a study. `score` is 0 to 1; above a half it is proposed. */
export interface RoleCandidate {
  readonly role: ColumnRole;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** A value of a category and how many rows have it; a small count is a text such as `"<5"`. */
export interface LevelCount {
  readonly text: string;
  readonly rows: number | string;
}

export interface ColumnProfile {
  readonly header: string;
  /** Place in the file, from 0. */
  readonly index: number;
  readonly kind: ColumnKind;
  /** Rows with a value, and their share of all. */
  readonly filled: number;
  readonly filledShare: number;
  /** Different values; a lower bound where `isAtLeast`. */
  readonly distinct: number;
  readonly isAtLeast: boolean;
  /** Of numbers that are no identifiers. */
  readonly number?: { readonly min: number; readonly max: number; readonly whole: boolean; readonly decimal: "," | "." };
  /** Of days, yyyy-mm-dd. `usual` leaves out stray months at either end. */
  readonly day?: {
    readonly first: string;
    readonly last: string;
    readonly usualFirst: string;
    readonly usualLast: string;
    readonly forms: readonly string[];
  };
  /** The commonest values of categories, constants and Boolean words, and how many others there are. */
  readonly levels?: readonly LevelCount[];
  readonly otherLevels?: number;
  /** The commonest shape of identifiers: digits as #, letters as x. */
  readonly shape?: string;
  /** The kind of the national identity numbers it holds (`dk-cpr`); in a text column they stand within the texts. */
  readonly identifier?: IdentifierKind;
  /** Another day column of the file that is never before this one. */
  readonly endsWith?: string;
  readonly candidates: readonly RoleCandidate[];
}

/** Columns whose headers follow a pattern, one a period. */
export interface WideColumns {
  /** With {year} and, where they have it, {quarter}, {month} or {monthName}. */
  readonly pattern: string;
  readonly period: "month" | "quarter" | "year";
  readonly columns: number;
  /** First and last period as in the headers. */
  readonly first: string;
  readonly last: string;
  /** First day of the first period and last of the last, yyyy-mm-dd. */
  readonly from: string;
  readonly to: string;
}

/** Which file of a study this looks to be. */
export type FileRole = "people" | "services" | "residence" | "measure" | MoneyRole;

/** The files about money. */
type MoneyRole = "prices" | "programmeCost" | "claim" | "budget" | "refunds" | "index" | "volume";

export interface FileCandidate {
  readonly role: FileRole;
  readonly score: number;
}

/** A column of this file whose values another file's column holds: probably the same people. */
export interface SharedColumn {
  readonly column: string;
  readonly file: string;
  readonly otherColumn: string;
  /** Share of this column's different values that the other has. */
  readonly share: number;
}

/** What a file holds, without any value that could identify a person. */
export interface Profile {
  readonly kind: "profile";
  readonly file: string;
  /** Of a workbook with several sheets that hold tables. */
  readonly sheet?: string;
  readonly rows: number;
  /** How it is written; `headerLine` is the line its header stands on. */
  readonly detected: {
    readonly encoding: string;
    readonly delimiter: string;
    readonly decimal: "," | ".";
    readonly dates: string;
    readonly headerLine: number;
  };
  readonly columns: readonly ColumnProfile[];
  readonly wide: readonly WideColumns[];
  readonly shared: readonly SharedColumn[];
  readonly candidates: readonly FileCandidate[];
}
