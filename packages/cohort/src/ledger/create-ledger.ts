import { growingInt32 } from "../table/growing-int32.js";
import type { FlowStep, Ledger } from "./ledger.js";

/** Collects what happened to every row. `row` counts lines of the file from 1. */
export interface LedgerBuilder {
  /** Opens an account and gives its name, which differs from the file's where a file is read for a second purpose. */
  open(file: string, purpose: string): string;
  /** Counts one row read. */
  read(file: string): void;
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
  readonly listed: Set<number>;
}

/** An empty ledger to build on. */
export function createLedger(): LedgerBuilder {
  const accounts = new Map<string, Account>();
  const codes: string[] = [];
  const codeOf = new Map<string, number>();
  const flow: FlowStep[] = [];
  const file = growingInt32();
  const row = growingInt32();
  const code = growingInt32();
  const listed: number[] = [];
  const column: string[] = [];
  const detail: string[] = [];

  const account = (name: string): Account => {
    const found = accounts.get(name);
    if (found === undefined) throw new Error(`the ledger has no file named ${name}`);
    return found;
  };
  const write = (name: string, line: number, what: string, isListed: boolean, where: string, value: string) => {
    let index = codeOf.get(what);
    if (index === undefined) {
      index = codes.length;
      codes.push(what);
      codeOf.set(what, index);
    }
    file.push(account(name).index);
    row.push(line);
    code.push(index);
    listed.push(isListed ? 1 : 0);
    column.push(where);
    detail.push(value.length > 80 ? `${value.slice(0, 79)}…` : value);
  };

  return {
    open(name, purpose) {
      let unique = name;
      for (let i = 1; accounts.has(unique); i++) unique = `${name} (${purpose}${i > 1 ? ` ${i}` : ""})`;
      accounts.set(unique, { name: unique, index: accounts.size, read: 0, used: 0, listed: new Set() });
      return unique;
    },
    read(name) {
      account(name).read++;
    },
    used(name, rows) {
      account(name).used += rows;
    },
    list(name, line, what, where = "", value = "") {
      const lines = account(name).listed;
      if (lines.has(line)) return false;
      lines.add(line);
      write(name, line, what, true, where, value);
      return true;
    },
    note(name, line, what, where = "", value = "") {
      write(name, line, what, false, where, value);
    },
    flow(step) {
      flow.push(step);
    },
    rowsRead: (name) => account(name).read,
    finish() {
      const files = [...accounts.values()].map((a) => {
        if (a.read !== a.used + a.listed.size) {
          throw new Error(`${a.name}: ${a.read} rows read are not ${a.used} used and ${a.listed.size} listed`);
        }
        return { name: a.name, rowsRead: a.read, rowsUsed: a.used, rowsListed: a.listed.size };
      });
      const [ofFile, ofRow, ofCode] = [file.take(), row.take(), code.take()];
      const order = Int32Array.from(listed.keys()).sort((a, b) => ofFile[a] - ofFile[b] || ofRow[a] - ofRow[b] || a - b);
      return {
        kind: "ledger",
        files,
        codes: [...codes],
        file: order.map((i) => ofFile[i]),
        row: order.map((i) => ofRow[i]),
        code: order.map((i) => ofCode[i]),
        listed: Uint8Array.from(order, (i) => listed[i]),
        column: Array.from(order, (i) => column[i]),
        detail: Array.from(order, (i) => detail[i]),
        flow: [...flow],
      };
    },
  };
}
