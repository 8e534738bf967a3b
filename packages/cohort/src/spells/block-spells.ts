import type { TableAccount } from "../ledger/table-account.js";
import type { ServicesBlock } from "../options/services-options.js";
import type { Table } from "../table/table.js";

/** Usable spells of one block, one a row, before duplicates are told. */
export interface BlockSpells {
  readonly place: number;
  readonly block: ServicesBlock;
  readonly table: Table;
  readonly account: TableAccount;
  /** Row of the table. */
  readonly row: Int32Array;
  readonly unit: Int32Array;
  /** Kind of service, a place in `NamedKinds.names`. */
  readonly kind: Int32Array;
  /** Group of draws that take it, −1 none. */
  readonly group: Int32Array;
  readonly from: Int32Array;
  /** Last day, not after the extract. */
  readonly to: Int32Array;
  /** Last day over which an amount is spread; it may lie after the extract. */
  readonly full: Int32Array;
  /** 1 where the spell was not over when the files were drawn. */
  readonly open: Uint8Array;
  /** Payer's level, −1 unknown. */
  readonly payer: Int32Array;
  /** By level: 1 the evaluating municipality. */
  readonly isHome: Uint8Array | undefined;
  readonly price: Float64Array | undefined;
  readonly amount: Float64Array | undefined;
  /** Spells that another municipality pays: their days are not observed. */
  readonly elsewhere: { readonly unit: Int32Array; readonly from: Int32Array; readonly to: Int32Array };
  /** Kinds that the file has at all. */
  readonly present: Uint8Array;
  /** Weekly codes: 1 for the rows of the table that are listed. */
  readonly left: Uint8Array | undefined;
}
