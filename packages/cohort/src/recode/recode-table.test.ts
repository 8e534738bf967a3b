import { isoFromDay, type KontrafaktError, type Problem } from "@kontrafakt/base";
import { describe, expect, it } from "vitest";
import { createLedger } from "../ledger/create-ledger.js";
import { tableAccount } from "../ledger/table-account.js";
import { recodeOptions } from "../options/recode-options.js";
import { readTable } from "../table/read-table.js";
import { bytesSource } from "../table/source.js";
import type { Column } from "../table/table.js";
import type { TableRequest } from "../table/table-request.js";
import { listRequest } from "./code-list.js";
import { recodePlan } from "./recode-plan.js";
import { recodeTable } from "./recode-table.js";

const source = (name: string, lines: readonly string[]) => bytesSource(name, new TextEncoder().encode(`${lines.join("\n")}\n`));
const cells = (column: Column) =>
  Array.from(column.values, (value) => {
    if (column.type === "category") return value < 0 ? null : column.levels[value];
    return column.type === "day" ? isoFromDay(value) : Number.isNaN(value) ? null : value;
  });

/** Reads and recodes a file as `readInto` does. */
async function read(
  lines: readonly string[],
  columns: TableRequest["columns"],
  recode: Parameters<NonNullable<typeof recodeOptions>["parse"]>[0],
  lists: Record<string, readonly string[]> = {},
  wide?: TableRequest["wide"],
) {
  const ledger = createLedger();
  const problems: Problem[] = [];
  const request: TableRequest = { columns, ...(wide ? { wide } : {}) };
  const plan = recodePlan(request, recodeOptions.parse(recode), "f.csv", { missing: ["", "NA"] });
  const table = await readTable(source("f.csv", lines), plan.request, ledger);
  const done = await recodeTable(table, plan, {
    ledger,
    problems,
    readList: (list) => readTable(source(list.file, lists[list.file] ?? []), listRequest(list)),
  });
  tableAccount(ledger, done).used(Array.from({ length: done.rows }, (_, i) => i));
  const { row, code, codes, listed, column, detail, files } = ledger.finish();
  return {
    columns: Object.fromEntries([...done.columns, ...(done.wide ?? [])].map(([key, of]) => [key, cells(of)])),
    ledger: Array.from(row, (line, i) => [line, listed[i] ? "listed" : "noted", codes[code[i]], column[i], detail[i]]),
    problems: problems.map(({ code: what, severity, where, params: { count, ...params } }) => ({
      what,
      severity,
      column: where.column,
      count,
      ...params,
    })),
    used: files[0].rowsUsed,
    table: done,
  };
}

const failure = async (...given: Parameters<typeof read>) =>
  ((await read(...given).catch((e: unknown) => e)) as KontrafaktError).problems[0];

describe("recoding a table", () => {
  it("lists rows it is told to leave out, takes them from the table and counts the rest as used", async () => {
    const columns = {
      id: { header: "Id", type: "category", identifier: true },
      kind: { header: "§", type: "category", required: true },
    } as const;
    const done = await read(["Id;§", "1;52", "2;53", "3;NA", "4;99", "5;x"], columns, {
      "§": { codes: { 52: "a", "9*": "b" }, missing: ["X"], others: "list" },
    });
    expect(done.columns).toEqual({ id: ["1", "4"], kind: ["a", "b"] });
    expect(done.ledger).toEqual([
      [3, "listed", "cohort/code-unmapped", "§", "53"],
      [4, "listed", "cohort/missing-value", "§", "NA"],
      [6, "listed", "cohort/missing-value", "§", ""],
    ]);
    expect(done.used).toBe(2);
    expect(done.problems).toEqual([{ what: "cohort/unknown-listed", severity: "note", column: "§", count: 1, found: "…" }]);
  });

  it("names the commonest unknown values in a warning where five rows have them, never identifiers", async () => {
    const lines = ["Id;§", ...Array.from({ length: 12 }, (_, i) => `77;${i < 6 ? "53" : i < 11 ? "54" : "Ole Olsen"}`)];
    const columns = {
      id: { header: "Id", type: "category", identifier: true },
      kind: { header: "§", type: "category" },
    } as const;
    const { problems, ledger } = await read(lines, columns, { "§": { codes: { 52: "a" } }, Id: { codes: { 1: "b" } } });
    expect(problems).toEqual([
      { what: "cohort/unknown-kept", severity: "warning", column: "Id", count: 12, found: "…" },
      { what: "cohort/unknown-kept", severity: "warning", column: "§", count: 12, found: '"53", "54"' },
    ]);
    expect(ledger).toEqual([]);
  });

  it("reads numbers from recoded texts: yes is 1, codes are numbers, times multiplies", async () => {
    const columns = {
      children: { header: "Børn", type: "number" },
      alone: { header: "Enlig", type: "number" },
      price: { header: "Pris", type: "number" },
    } as const;
    const done = await read(["Børn;Enlig;Pris", "1,5;Ja;1,5", "3 eller flere;Nej;-99", "mange;?;NA"], columns, {
      Børn: { codes: { "3 eller flere": 3 }, others: "keep", times: 2 },
      Enlig: { boolean: true },
      Pris: { times: 1000, missing: [-99] },
    });
    expect(done.columns).toEqual({ children: [3, 6, null], alone: [1, 0, null], price: [1500, null, null] });
    expect(done.ledger).toEqual([
      [4, "noted", "cohort/unreadable-number", "Børn", "mange"],
      [4, "noted", "cohort/not-yes-or-no", "Enlig", "?"],
    ]);
    // Numbers are values without being codes: only "mange" is unknown.
    expect(done.problems.map(({ what, column, count }) => [what, column, count])).toEqual([
      ["cohort/unknown-kept", "Børn", 1],
      ["cohort/unknown-missing", "Enlig", 1],
    ]);
  });

  it("takes the row's own date for a dated list, and leaves the date out again", async () => {
    const columns = { kind: { header: "§", type: "category" } } as const;
    const list = ["Kode;Navn;Fra;Til", "52;Anbringelse;;31-12-2023", "52;Undersøgelse;01-01-2024;", "46;Anbringelse;01-01-2024;"];
    const lines = ["§;Fra", "52;31-12-2023", "52;01-01-2024", "46;01-06-2023", "46;", "52;", "47;01-01-2024"];
    const recode = { "§": { list: { file: "l.csv", code: "Kode", value: "Navn", from: "Fra", to: "Til" }, on: "Fra" } };
    const done = await read(lines, columns, recode, { "l.csv": list });
    expect(done.columns).toEqual({ kind: ["Anbringelse", "Undersøgelse", "46", "Anbringelse", "52", "47"] });
    expect(done.ledger.map(([line, , code]) => [line, code])).toEqual([
      [4, "cohort/code-out-of-date"],
      [6, "cohort/code-without-date"],
    ]);
    expect(done.problems).toEqual([{ what: "cohort/unknown-kept", severity: "warning", column: "§", count: 3, found: "…" }]);
  });

  it("restores identifiers and masks those it cannot", async () => {
    const columns = { id: { header: "Id", type: "category", required: true, identifier: true } } as const;
    const done = await read(["Id", "101801234", "0101801234", "B12345678901"], columns, { Id: { digits: 10 } });
    expect(done.columns).toEqual({ id: ["0101801234", "0101801234", "B12345678901"] });
    expect(done.ledger).toEqual([[4, "noted", "cohort/not-digits", "Id", "B###########"]]);
    expect(done.problems.map(({ what, count }) => [what, count])).toEqual([
      ["cohort/digits-padded", 1],
      ["cohort/unknown-kept", 1],
    ]);
  });

  it("tells a column of yes and blanks from a ticked one", async () => {
    const columns = { alone: { header: "Enlig", type: "category" } } as const;
    const lines = ["Enlig;B", "x;1", ";2", "NA;3"];
    const plain = await read(lines, columns, { Enlig: { boolean: true } });
    expect(plain.columns.alone).toEqual(["yes", null, null]);
    expect(plain.problems.map(({ what }) => what)).toEqual(["cohort/only-yes"]);
    const ticked = await read(lines, columns, { Enlig: { boolean: "ticked" } });
    expect(ticked.columns.alone).toEqual(["yes", "no", null]);
    expect(ticked.problems).toEqual([]);
  });

  it("recodes every column of a wide file by its pattern", async () => {
    const wide = { matches: (h: string) => h.startsWith("y_"), description: "y_{yy}{week}", type: "category" } as const;
    const lines = ["Id;y_2401;y_2402", "1;731;735", "2;;999"];
    const done = await read(lines, {}, { "y_{yy}{week}": { codes: { "730-738": "Ydelse" }, others: "missing" } }, {}, wide);
    expect(done.columns).toEqual({ y_2401: ["Ydelse", null], y_2402: ["Ydelse", null] });
    expect(done.ledger).toEqual([[3, "noted", "cohort/code-unmapped", "y_2402", "999"]]);
    const amounts = { matches: (h: string) => h.startsWith("y_"), description: "y_{year}" };
    const numbers = await read(["Id;y_2024", "1;1,5", "2;-9"], {}, { "y_{year}": { times: 1000, missing: [-9] } }, {}, amounts);
    expect(numbers.columns).toEqual({ y_2024: [1500, null] });
    const mistaken = await read(["Id;y_2024", "1;-9"], {}, { "y_{year}": { times: 1000 } }, {}, amounts);
    expect(mistaken.columns).toEqual({ y_2024: [-9000] });
  });

  it("reads one header for two uses and tells of it once", async () => {
    const columns = { a: { header: "§", type: "category" }, b: { header: "§", type: "category" } } as const;
    const done = await read(["§", "SEL  52"], columns, { "§": { codes: { "sel 52": "x" } } });
    expect(done.columns).toEqual({ a: ["x"], b: ["x"] });
    expect(done.ledger).toEqual([[2, "noted", "cohort/code-respelled", "§", "SEL  52"]]);
  });

  it("refuses what cannot be done to a column", async () => {
    const day = { d: { header: "Fra", type: "day" }, n: { header: "Navn", type: "category" } } as const;
    const lines = ["Fra;Navn", "01-01-2024;a"];
    expect(await failure(lines, day, { Fra: { codes: { a: "b" } } })).toMatchObject({ code: "cohort/recode-not-for-dates" });
    expect(await failure(lines, day, { Navn: { times: 2 } })).toMatchObject({ code: "cohort/times-not-for-text" });
    expect(await failure(lines, day, { Nanv: { missing: ["a"] } })).toMatchObject({
      code: "cohort/recode-column-unread",
      where: { file: "f.csv", column: "Nanv" },
      params: { known: "Fra, Navn" },
    });
    expect(await failure(lines, day, { Navn: { levels: ["a"], others: "keep" } })).toMatchObject({
      code: "cohort/recode-keeps-undeclared",
      where: { file: "f.csv", option: "recode.Navn.others" },
    });
    const wide = { matches: () => true, description: "y_{yy}{week}", type: "category" } as const;
    expect(await failure(lines, {}, { "y_{yy}{week}": { codes: { a: "b" }, others: "list" } }, {}, wide)).toMatchObject({
      code: "cohort/recode-not-for-wide",
    });
    const far = await read(lines, day, { Fra: { missing: ["01-01-2024"] } });
    expect(far.columns.d).toEqual([""]);
  });
});
