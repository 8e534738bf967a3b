import type { Problem } from "@kontrafakt/base";
import type { LedgerBuilder } from "../ledger/create-ledger.js";
import { type TableAccount, tableAccount } from "../ledger/table-account.js";
import type { ListOptions } from "../options/recode-options.js";
import type { CategoryColumn, Column, Table } from "../table/table.js";
import { type ColumnRequest, requestedColumns } from "../table/table-request.js";
import { parseNumber, UNREADABLE } from "../text/parse-number.js";
import { BOOLEAN_LEVELS } from "./boolean-words.js";
import { type CodeList, codeList } from "./code-list.js";
import { recodeColumn } from "./recode-column.js";
import type { RecodePlan, RecodeStep } from "./recode-plan.js";
import { newTally, report, type Tally, tell } from "./recode-remarks.js";
import { takeRows } from "./take-rows.js";
import { decimalOf, type FinalType, toNumbers } from "./to-numbers.js";
import { valueRecoder } from "./value-recoder.js";

export interface RecodeTools {
  readonly ledger: LedgerBuilder;
  readonly problems: Problem[];
  /** Reads a list's file. */
  readonly readList: (list: ListOptions) => Promise<Table>;
}

/**
 * Recodes a table that was read as `plan.request` asks, so that its columns are what `plan.original` asked for. Rows to be left out
 * are listed in the ledger and taken out of the table; what is unknown, out of date or written otherwise is noted; a problem counts
 * them and names the commonest.
 */
export async function recodeTable(table: Table, plan: RecodePlan, tools: RecodeTools): Promise<Table> {
  if (plan.steps.length === 0) return table;
  const account = tableAccount(tools.ledger, table);
  const left = new Uint8Array(table.rows);
  const columns = new Map(table.columns);
  const wide = table.wide && new Map(table.wide);
  const requests = new Map(requestedColumns(plan.original));
  const lists = new Map<RecodeStep["recode"], CodeList>();
  for (const { recode } of plan.steps) {
    if (recode.list === undefined || lists.has(recode)) continue;
    lists.set(recode, codeList(await tools.readList(recode.list), tools.problems));
  }
  const ofNumbers = [
    ...[...requests].filter(([, { type }]) => type === "number").flatMap(([key]) => columns.get(key) ?? []),
    ...((plan.original.wide?.type ?? "number") === "number" ? (wide?.values() ?? []) : []),
  ];
  const decimal = decimalOf(table, ofNumbers, plan.format);
  const isValue = (text: string) => parseNumber(text, decimal, plan.format.thousands) !== UNREADABLE;
  const apply = (column: Column, step: RecodeStep, request: Asked, tally: Tally): Column => {
    if (column.type !== "category") return times(column, step);
    const ticked = step.recode.boolean === "ticked";
    const recoder = valueRecoder(step.recode, lists.get(step.recode), {
      missing: ticked ? plan.format.missing : [],
      ...(request.type === "number" ? { isValue } : {}),
    });
    const days = step.on === undefined ? undefined : (columns.get(step.on)?.values as Int32Array | undefined);
    const done = recodeColumn(column, recoder, days, ticked ? BOOLEAN_LEVELS[0] : undefined);
    tell(done, step, request, { account, left, tally });
    if (isPadding(step)) tally.padded += done.changed;
    if (step.recode.boolean === true) tally.onlyYes ||= isOnlyYes(done.column);
    return done.column;
  };
  const finish = (column: Column, steps: readonly RecodeStep[], request: FinalType): Column => {
    if (request.type !== "number" || column.type !== "category") return column;
    const quiet = steps.every((step) => step.quiet);
    return toNumbers(column, steps, request, decimal, plan.format, { account, left, quiet });
  };

  for (const [key, request] of requests) {
    const steps = plan.steps.filter((step) => step.key === key);
    let column = columns.get(key);
    if (steps.length === 0 || column === undefined) continue;
    for (const step of steps) {
      const tally = newTally();
      column = apply(column, step, request, tally);
      if (!step.quiet) report(table.file, step, request.identifier ?? false, tally, tools.problems);
    }
    column = finish(column, steps, { ...request, exact: request.unreadable === "list" || (request.required ?? false) });
    columns.set(key, column);
    if (request.required) listMissing(column, request.header, account, left);
  }
  const ofWide = plan.steps.filter((step) => step.key === undefined);
  for (const step of ofWide) {
    const tally = newTally();
    const type = plan.original.wide?.type ?? "number";
    for (const [header, column] of wide ?? []) {
      const recoded = apply(column, { ...step, header }, { type }, tally);
      wide?.set(header, finish(recoded, ofWide, { header, type, exact: false }));
    }
    report(table.file, step, false, tally, tools.problems);
  }
  for (const key of plan.temporary) columns.delete(key);
  return takeRows({ ...table, columns, ...(wide ? { wide } : {}) }, left);
}

type Asked = Pick<ColumnRequest, "type" | "identifier">;

/** A column of yes and blanks only: that blank means no must be said. */
function isOnlyYes({ values, levels }: CategoryColumn): boolean {
  const [no, yes] = BOOLEAN_LEVELS.map((level) => levels.indexOf(level));
  return values.includes(yes) && !values.includes(no) && values.includes(-1);
}

/** Its digits stay what they are but for the zeros in front. */
function isPadding({ recode }: RecodeStep): boolean {
  return recode.digits !== undefined && recode.codes === undefined && recode.list === undefined;
}

function times(column: Column, { recode }: RecodeStep): Column {
  const { times: factor } = recode;
  if (column.type !== "number" || factor === undefined) return column;
  return { ...column, values: column.values.map((value) => value * factor) };
}

/** Lists the rows whose cell the recoding made missing where it may not be. */
function listMissing(column: Column, header: string, account: TableAccount, left: Uint8Array): void {
  if (column.type === "day") return;
  for (let i = 0; i < left.length; i++) {
    if (left[i] === 1) continue;
    if (column.type === "category" ? column.values[i] >= 0 : !Number.isNaN(column.values[i])) continue;
    left[i] = 1;
    account.list(i, "cohort/missing-value", header);
  }
}
