import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { createLedger } from "../ledger/create-ledger.js";
import { readTable } from "../table/read-table.js";
import type { Source } from "../table/source.js";
import type { TableRequest } from "../table/table-request.js";
import { scanFields } from "./scan-fields.js";

const awkward = fc.string({
  unit: fc.constantFrom("a", ";", ";", "\n", "\n", "1", ",", "-", " ", "\u00a0", "å", "."),
  maxLength: 200,
});

describe("the fast path for text without quotation marks", () => {
  it("gives the records of the tokenizer", () => {
    fc.assert(
      fc.property(awkward, (body) => {
        const text = `${body}\n`;
        const records: string[][] = [];
        const { end, line } = scanFields(text, 0, ";", 1, (from, bounds, width, at) => {
          expect(at).toBe(records.length + 1);
          records.push(Array.from({ length: width }, (_, j) => from.slice(bounds[j], bounds[j + 1] - 1)));
        });
        const { data } = new Papa.Parser({ delimiter: ";", newline: "\n" }).parse(text, 0, true);
        expect(records).toEqual(data);
        expect([end, line]).toEqual([text.length, records.length + 1]);
      }),
    );
  });

  it("widens its bounds for lines of many fields", () => {
    const text = `${"x;".repeat(5000)}\n`;
    scanFields(text, 0, ";", 1, (_, bounds, width) => {
      expect([width, bounds[5000]]).toEqual([5001, 10_000]);
    });
  });

  it("gives the table and ledger that the slow path gives", async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "",
        "a",
        "b ",
        " a",
        "I alt",
        "Id",
        "10101,0",
        "1,0E+9",
        "x y",
        "Sum x",
        "NA",
        "01-02-2020",
        "2020-02-30",
        "1.234,5",
      ),
      fc.string({ unit: fc.constantFrom("1", "2", ",", ".", "-", "å", " "), maxLength: 8 }),
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(";"));
    const usual = fc.tuple(cell, cell, cell, cell).map((cells) => cells.join(";"));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(usual, usual, row), { minLength: 1, maxLength: 20 }), async (rows) => {
        const tail = `${rows.join("\n")}\n`;
        const fast = await read([start, tail, last]);
        const slow = await read([start, tail + last]);
        expect(fast).toEqual(slow);
      }),
      { numRuns: 40 },
    );
  });
});

const start = `Id;Tal;Dag;Note\n${"p;1,5;01-01-2020;x\n".repeat(1000)}`;
const last = '"q";1;;\n';

const request: TableRequest = {
  columns: {
    id: { header: "Id", type: "category", required: true, identifier: true },
    n: { header: "Tal", type: "number" },
    day: { header: "Dag", type: "day", unreadable: "list" },
    note: { header: "Note", type: "text" },
  },
};

async function read(pieces: readonly string[]) {
  const source: Source = {
    name: "a.csv",
    open: async () =>
      new ReadableStream({
        start(controller) {
          for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
          controller.close();
        },
      }),
  };
  const ledger = createLedger();
  const { columns, origin, rows, detected } = await readTable(source, request, ledger);
  ledger.used("a.csv", rows);
  return { columns, origin, detected, ledger: ledger.finish() };
}
