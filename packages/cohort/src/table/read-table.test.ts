import { dayOf, KontrafaktError, NO_DAY } from "@kontrafakt/base";
import { describe, expect, it } from "vitest";
import { createLedger } from "../ledger/create-ledger.js";
import { readTable } from "./read-table.js";
import { bytesSource, type Source } from "./source.js";
import type { CategoryColumn, DayColumn, NumberColumn, Table } from "./table.js";
import type { ColumnRequest, TableRequest } from "./table-request.js";

const utf8 = (text: string) => bytesSource("people.csv", new TextEncoder().encode(text));
const latin = (text: string) =>
  bytesSource(
    "people.csv",
    Uint8Array.from(text, (c) => c.charCodeAt(0)),
  );

const id: ColumnRequest = { header: "Id", type: "category", required: true, identifier: true };
const request = (more: Record<string, ColumnRequest> = {}): TableRequest => ({ columns: { id, ...more } });
const amount: ColumnRequest = { header: "Beløb", type: "number" };

const texts = (table: Table, key: string) => {
  const column = table.columns.get(key) as CategoryColumn;
  return Array.from(column.values, (code) => (code < 0 ? undefined : column.levels[code]));
};
const numbers = (table: Table, key: string) => Array.from((table.columns.get(key) as NumberColumn).values);
const days = (table: Table, key: string) => Array.from((table.columns.get(key) as DayColumn).values);

/** Reads into a ledger and gives the table with what was listed and noted, as `row code`. */
async function withLedger(source: Source, asked: TableRequest) {
  const ledger = createLedger();
  const table = await readTable(source, asked, ledger);
  ledger.used(table.file, table.rows);
  const { files, codes, code, row, listed, detail } = ledger.finish();
  const lines = Array.from(row, (r, i) => `${listed[i] ? "listed" : "noted"} ${r} ${codes[code[i]].slice(7)}`);
  return { table, lines, detail, file: files[0] };
}

const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "no error",
    (error) => (error instanceof KontrafaktError ? error.message : `not ours: ${error}`),
  );

describe("what a file may look like", () => {
  it.each([
    ["semicolons and LF", "Id;Beløb\na;1,5\nb;2\n"],
    ["no line break at the end", "Id;Beløb\na;1,5\nb;2"],
    ["CRLF", "Id;Beløb\r\na;1,5\r\nb;2\r\n"],
    ["CR alone", "Id;Beløb\ra;1,5\rb;2\r"],
    ["mixed line breaks", "Id;Beløb\r\na;1,5\nb;2\r"],
    ["byte order mark", "\ufeffId;Beløb\na;1,5\nb;2\n"],
    ["commas and points", "Id,Beløb\na,1.5\nb,2\n"],
    ["commas and quoted decimal commas", 'Id,Beløb\na,"1,5"\nb,"2"\n'],
    ["tabs", "Id\tBeløb\na\t1,5\nb\t2\n"],
    ["bars", "Id|Beløb\na|1.5\nb|2\n"],
    ["headers in other order, with more columns and blanks around", "x; Beløb ;Id\n?;1,5;a\n?;2;b\n"],
    ["a trailing delimiter", "Id;Beløb;\na;1,5;\nb;2;\n"],
    ["empty lines before the header", "\n\nId;Beløb\na;1,5\nb;2\n"],
    ["quotes around everything", '"Id";"Beløb"\n"a";"1,5"\n"b";"2"\n'],
    ["decomposed header letters", "Id;Beløb\na;1,5\nb;2\n".normalize("NFD")],
  ])("%s", async (_, text) => {
    const table = await readTable(utf8(text), request({ amount }));
    expect(texts(table, "id")).toEqual(["a", "b"]);
    expect(numbers(table, "amount")).toEqual([1.5, 2]);
    expect(table.detected.encoding).toBe("utf-8");
  });

  it("Windows-1252, with its own characters between 0x80 and 0x9f", async () => {
    const table = await readTable(latin("Id;Bel\u00f8b\n\u0096 \u00e5;1,5\n"), request({ amount }));
    expect(texts(table, "id")).toEqual(["– å"]);
    expect(table.detected.encoding).toBe("windows-1252");
    expect(table.detected).toMatchObject({ delimiter: ";", decimal: ",", header: ["Id", "Beløb"] });
  });

  it("UTF-16 with a byte order mark", async () => {
    const text = "\ufeffId;Beløb\na;1,5\n";
    const bytes = new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
    expect(numbers(await readTable(bytesSource("people.csv", bytes), request({ amount })), "amount")).toEqual([1.5]);
  });

  it("a file in pieces of any size, cut inside letters and line breaks", async () => {
    const bytes = new TextEncoder().encode('Id;Beløb\r\n"å\r\nå";1,5\r\nb;2\r\n');
    for (const size of [1, 2, 3, 7]) {
      const source: Source = {
        name: "people.csv",
        open: async () =>
          new ReadableStream({
            start(controller) {
              for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
              controller.close();
            },
          }),
      };
      const table = await readTable(source, request({ amount }));
      expect(texts(table, "id")).toEqual(["å\nå", "b"]);
      expect(Array.from(table.origin)).toEqual([2, 4]);
    }
  });

  it("columns and values named like parts of an object", async () => {
    const table = await readTable(utf8("__proto__;constructor\n__proto__;toString\n"), {
      columns: new Map([
        ["__proto__", { header: "__proto__", type: "category", required: true }],
        ["hasOwnProperty", { header: "constructor", type: "text" }],
      ]),
    });
    expect(texts(table, "__proto__")).toEqual(["__proto__"]);
    expect(texts(table, "hasOwnProperty")).toEqual(["toString"]);
  });

  it("a header and nothing more", async () => {
    const { table, file } = await withLedger(utf8("Id;Beløb\n"), request({ amount }));
    expect(table.rows).toBe(0);
    expect(file).toMatchObject({ rowsRead: 0, rowsUsed: 0, rowsListed: 0 });
  });

  it("dates and thousands, and the decimal mark decided by the cells", async () => {
    const text = 'Id,Beløb,Dag\na,"1.234,5",01-02-2003\nb,"12.345.678",2003-02-01\nc,1.234,20030201\n';
    const table = await readTable(utf8(text), request({ amount, day: { header: "Dag", type: "day" } }));
    expect(numbers(table, "amount")).toEqual([1234.5, 12345678, 1234]);
    expect(new Set(days(table, "day"))).toEqual(new Set([dayOf(2003, 2, 1)]));
    expect(table.detected.dates.split(", ").sort()).toEqual(["dd-mm-yyyy", "yyyy-mm-dd", "yyyymmdd"]);
  });

  it("overrides of what would be detected", async () => {
    const format = { encoding: "windows-1252", delimiter: ",", decimal: ".", dates: "mm/dd/yyyy", missing: ["-9"] } as const;
    const columns = { id, amount, day: { header: "Dag", type: "day" } as ColumnRequest };
    const table = await readTable(latin("Id,Bel\u00f8b,Dag\na,1.234,02/13/2003\nb,-9,-9\n"), {
      columns,
      format: { ...format, missing: ["-9"] },
    });
    expect(numbers(table, "amount")).toEqual([1.234, Number.NaN]);
    expect(days(table, "day")).toEqual([dayOf(2003, 2, 13), NO_DAY]);
  });

  it("wide columns by their header", async () => {
    const wide = { matches: (header: string) => /^\d{4}$/.test(header), description: "{year}" };
    const table = await readTable(utf8("Id;2020;2021;note\na;1;;x\n"), { ...request(), wide });
    expect([...(table.wide ?? [])].map(([h, c]) => [h, ...c.values])).toEqual([
      ["2020", 1],
      ["2021", Number.NaN],
    ]);
  });
});

describe("rows that cannot be used go to the ledger with the line they begin on", () => {
  it("lists and notes by line, quoted line breaks counted", async () => {
    const text = [
      "Id;Beløb;Dag",
      '"a\nb";1;01-01-2020',
      "",
      ";2;01-01-2020",
      " c ;x;01-01-2020",
      "d;1;31-02-2020",
      "e;1",
      "f;1;01-01-2020;9",
      "I alt;99;",
      "g;;",
      ";;",
    ].join("\n");
    const day: ColumnRequest = { header: "Dag", type: "day", unreadable: "list" };
    const { table, lines, file } = await withLedger(utf8(text), request({ amount, day }));
    expect(texts(table, "id")).toEqual(["a\nb", "c", "g"]);
    expect(Array.from(table.origin)).toEqual([2, 6, 11]);
    expect(lines.sort()).toEqual(
      [
        "listed 4 empty-row",
        "listed 5 missing-value",
        "noted 6 unreadable-number",
        "noted 6 identifier-trimmed",
        "listed 7 unreadable-date",
        "listed 8 too-few-fields",
        "listed 9 too-many-fields",
        "listed 10 totals-row",
        "listed 12 empty-row",
      ].sort(),
    );
    expect(file).toEqual({ name: "people.csv", rowsRead: 10, rowsUsed: 3, rowsListed: 7 });
  });

  it("an unclosed quotation mark costs its own row, not the rest of the file", async () => {
    const { table, lines } = await withLedger(utf8('Id;Beløb\na;1\nb;"2\nc;3\n"d";4\ne;"5"\nf;6\n'), request({ amount }));
    expect(texts(table, "id")).toEqual(["a", "c", "d", "e", "f"]);
    expect(lines).toEqual(["listed 3 broken-quotes"]);
    const last = await withLedger(utf8('Id;Beløb\na;1\n"b;2\nc;3'), request({ amount }));
    expect(texts(last.table, "id")).toEqual(["a", "c"]);
    expect(last.lines).toEqual(["listed 3 broken-quotes"]);
  });

  it("masks identifiers in what it says", async () => {
    const { detail } = await withLedger(utf8("Id;Beløb\n 010203-1234;1\n"), request({ amount }));
    expect(detail).toEqual([" ######-####"]);
  });

  it("keeps two accounts for a file read twice", async () => {
    const ledger = createLedger();
    const first = await readTable(utf8("Id\na\n"), request(), ledger);
    const second = await readTable(utf8("Id\na\n"), { ...request(), purpose: "absence" }, ledger);
    ledger.used(first.file, 1);
    ledger.used(second.file, 1);
    expect(ledger.finish().files.map((f) => f.name)).toEqual(["people.csv", "people.csv (absence)"]);
  });
});

describe("errors name file, row, column and the next step", () => {
  it("a missing column, with the nearest", async () => {
    const message = await failure(readTable(utf8("Id;Belob\na;1\n"), request({ amount })));
    expect(message).toBe(
      'people.csv, row 1, column "Beløb": the column is not there; did you mean "Belob"? (headers found: "Id", "Belob")',
    );
    expect(await failure(readTable(utf8("Id;zzzzzzzzzz\na;1\n"), request({ amount })))).toContain("correct its name");
  });

  it("strict tables stop at bad cells and rows, all of them named", async () => {
    const message = await failure(
      readTable(utf8("Id;Beløb\na;1\n\nb;x\n;2\nc\n"), request({ amount: { ...amount, required: true } })),
    );
    expect(message.split("\n").map((line) => line.split(":")[0])).toEqual([
      'people.csv, row 4, column "Beløb"',
      'people.csv, row 5, column "Id"',
      "people.csv, row 6",
    ]);
    expect(message).toContain('"x"');
  });

  it.each([
    ["zero bytes", new Uint8Array(), /no header row/],
    ["only blanks", new TextEncoder().encode("\n \n"), /no header row/],
    ["half a workbook", new TextEncoder().encode("PK\u0003\u0004......"), /workbook is damaged/],
    ["NULs", new TextEncoder().encode("Id\0;Beløb\n"), /characters of the value 0/],
    ["a doubled header", new TextEncoder().encode("Id;Id\na;b\n"), /two columns have this header/],
    ["an unclosed header", new TextEncoder().encode('"Id;Beløb\na;b\n'), /header row has a quotation mark/],
  ])("%s", async (_, bytes, pattern) => {
    expect(await failure(readTable(bytesSource("people.csv", bytes), request()))).toMatch(pattern);
  });

  it("bytes that are not the declared encoding", async () => {
    expect(await failure(readTable(latin("Id\n\u00e6\n"), { ...request(), format: { encoding: "utf-8" } }))).toMatch(/not utf-8/);
  });

  it("no column of the pattern", async () => {
    const wide = { matches: () => false, description: "{year}" };
    expect(await failure(readTable(utf8("Id\na\n"), { ...request(), wide }))).toMatch(/no column is named like \{year\}/);
  });
});

describe("progress and cancel", () => {
  it("reports bytes and stops when told to", async () => {
    const seen: number[] = [];
    const source = utf8("Id\na\n");
    await readTable(source, request(), undefined, { seed: 0, progress: (p) => seen.push(p.done / (p.total ?? 0)) });
    expect(seen.at(-1)).toBe(1);
    const stop = AbortSignal.abort(new Error("stop"));
    await expect(readTable(source, request(), undefined, { seed: 0, signal: stop })).rejects.toThrow("stop");
  });
});
