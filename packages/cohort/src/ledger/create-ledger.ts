import { maskIdentifiersIn } from "../identifiers/mask-identifiers.js";
import { groupRows } from "../spells/group-rows.js";
import { growingInt32 } from "../table/growing-int32.js";
import type { FlowStep, Ledger } from "./ledger.js";

/** Collects what happened to every row. `row` counts lines of the file from 1. */
export interface LedgerBuilder {
  /** Opens an account and gives its name, which differs from the file's where a file is read for a second purpose. */
  open(file: string, purpose: string): string;
  /** Counts rows read, one if not told. */
  read(file: string, rows?: number): void;
  /** Counts rows that went into the data. */
  used(file: string, rows: number): void;
  /** Lists a row that is left out. A row is listed once: false if it was already. */
  list(file: string, row: number, code: string, column?: string, detail?: string): boolean;
  /** Notes something about a row that is used. */
  note(file: string, row: number, code: string, column?: string, detail?: string): void;
  flow(step: FlowStep): void;
  rowsRead(file: string): number;
  /** The ledger, ordered by file and row. Throws where rows read are not rows used + rows listed, which is a fault of the program. */
  finish(): Ledger;
}

interface Account {
  readonly name: string;
  readonly index: number;
  read: number;
  used: number;
  rowsListed: number;
  /** 1 by line for rows that are listed. */
  lines: Uint8Array;
}

/**
 * Texts by number, each kept once: a ledger of a million lines says much the same in most of them.
 *
 * @param shown how a text is kept
 */
function createTexts(shown: (text: string) => string = (text) => text) {
  const texts: string[] = [];
  const place = new Map<string, number>();
  return {
    texts,
    of(text: string): number {
      let index = place.get(text);
      if (index === undefined) {
        index = texts.length;
        texts.push(shown(text));
        place.set(text, index);
      }
      return index;
    },
  };
}

/** An empty ledger to build on. */
export function createLedger(): LedgerBuilder {
  const accounts = new Map<string, Account>();
  const codes = createTexts();
  const columns = createTexts(maskIdentifiersIn);
  const details = createTexts();
  const flow: FlowStep[] = [];
  const [file, row, code, listed, column, detail] = Array.from({ length: 6 }, growingInt32);

  const account = (name: string): Account => {
    const found = accounts.get(name);
    if (found === undefined) throw new Error(`the ledger has no file named ${name}`);
    return found;
  };
  const write = (of: Account, line: number, what: string, isListed: number, where: string, value: string) => {
    file.push(of.index);
    row.push(line);
    code.push(codes.of(what));
    listed.push(isListed);
    column.push(columns.of(where));
    detail.push(details.of(shortened(value)));
  };

  return {
    open(name, purpose) {
      const shown = maskIdentifiersIn(name);
      let unique = shown;
      for (let i = 1; accounts.has(unique); i++) unique = `${shown} (${purpose}${i > 1 ? ` ${i}` : ""})`;
      accounts.set(unique, { name: unique, index: accounts.size, read: 0, used: 0, rowsListed: 0, lines: new Uint8Array(1024) });
      return unique;
    },
    read(name, rows = 1) {
      account(name).read += rows;
    },
    used(name, rows) {
      account(name).used += rows;
    },
    list(name, line, what, where = "", value = "") {
      const of = account(name);
      if (line >= of.lines.length) {
        const longer = new Uint8Array(Math.max(line + 1, of.lines.length * 2));
        longer.set(of.lines);
        of.lines = longer;
      }
      if (of.lines[line] === 1) return false;
      of.lines[line] = 1;
      of.rowsListed++;
      write(of, line, what, 1, where, value);
      return true;
    },
    note(name, line, what, where = "", value = "") {
      write(account(name), line, what, 0, where, value);
    },
    flow(step) {
      flow.push(step);
    },
    rowsRead: (name) => account(name).read,
    finish() {
      const files = [...accounts.values()].map((a) => {
        if (a.read !== a.used + a.rowsListed) {
          throw new Error(`${a.name}: ${a.read} rows read are not ${a.used} used and ${a.rowsListed} listed`);
        }
        return { name: a.name, rowsRead: a.read, rowsUsed: a.used, rowsListed: a.rowsListed };
      });
      const [ofFile, ofRow] = [file.take(), row.take()];
      const order = byFileAndRow(ofFile, ofRow, files.length);
      const take = (values: Int32Array) => order.map((i) => values[i]);
      const texts = (indices: Int32Array, all: readonly string[]) => {
        const inOrder = new Array<string>(order.length);
        for (let k = 0; k < order.length; k++) inOrder[k] = all[indices[order[k]]];
        return inOrder;
      };
      return {
        kind: "ledger",
        files,
        codes: [...codes.texts],
        file: take(ofFile),
        row: take(ofRow),
        code: take(code.take()),
        listed: new Uint8Array(take(listed.take())),
        column: texts(column.take(), columns.texts),
        detail: texts(detail.take(), details.texts),
        flow: [...flow],
      };
    },
  };
}

/** At most 80 characters, national identifiers masked. */
function shortened(value: string): string {
  const shown = maskIdentifiersIn(value.slice(0, 160));
  return shown.length > 80 || value.length > 160 ? `${shown.slice(0, 79)}…` : shown;
}

/** Entries by file, then line, then as they were written. O(entries + lines). */
function byFileAndRow(file: Int32Array, row: Int32Array, files: number): Int32Array {
  const lines = row.reduce((most, line) => Math.max(most, line), 0) + 1;
  const byRow = groupRows(row.length, lines, (i) => row[i]).order;
  const byFile = groupRows(row.length, files, (k) => file[byRow[k]]).order;
  return byFile.map((k) => byRow[k]);
}
