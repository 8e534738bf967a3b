import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLedger } from "../ledger/create-ledger.js";
import { readTable } from "../table/read-table.js";
import { bytesSource } from "../table/source.js";
import type { CategoryColumn } from "../table/table.js";
import { readRecords } from "./read-records.js";

interface Seen {
  readonly fields: string[];
  readonly line: number;
  readonly broken: boolean;
}

async function records(chunks: readonly string[], delimiter = ";"): Promise<Seen[]> {
  async function* pieces() {
    yield* chunks;
  }
  const seen: Seen[] = [];
  await readRecords(
    "a.csv",
    pieces(),
    () => delimiter,
    (fields, line, fault) => seen.push({ fields, line, broken: fault !== "" }),
  );
  return seen;
}

const cell = fc.string({ unit: fc.constantFrom("a", "å", ";", '"', "\n", " ", "1", ","), maxLength: 6 });
const awkward = fc.string({ unit: fc.constantFrom("a", ";", '"', "\n", "1", " "), maxLength: 120 });
const cuts = fc.array(fc.nat(130), { maxLength: 6 });

function pieces(text: string, at: readonly number[]): string[] {
  const ends = [...at.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
  return ends.map((end, i) => text.slice(i === 0 ? 0 : ends[i - 1], end));
}

describe("records", () => {
  it("come back as they were written, with the lines they begin on", async () => {
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, cuts, async (rows, at) => {
        const written = [["x", "y", "z"], ...rows].map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(";"));
        const seen = await records(pieces(`${written.join("\n")}\n`, at));
        expect(seen.map((s) => s.fields)).toEqual([["x", "y", "z"], ...rows]);
        let line = 1;
        for (const [i, text] of written.entries()) {
          expect(seen[i].line).toBe(line);
          line += text.split("\n").length;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("of any text do not depend on how it comes in pieces, and leave no line out", async () => {
    await fc.assert(
      fc.asyncProperty(awkward, cuts, async (body, at) => {
        const text = `h;i\n${body}`;
        const whole = await records([text]);
        expect(await records(pieces(text, at))).toEqual(whole);
        let next = 1;
        for (const { fields, line, broken } of whole) {
          expect(line).toBe(next);
          next += broken ? 1 : fields.join("").split("\n").length;
        }
        expect(next - 1).toBe(text.replace(/\n$/, "").split("\n").length);
      }),
      { numRuns: 120 },
    );
  });

  it("of a file full of stray quotes take no longer than the file is long", async () => {
    const lines = Array.from({ length: 6_000 }, (_, i) => (i % 3 === 0 ? `"Hans" Hansen;${i}` : `"${i}";${i}`));
    const seen = await records([`a;b\n${lines.join("\n")}\n`]);
    expect(seen).toHaveLength(6_001);
    expect(seen.filter((s) => s.broken).length).toBe(2000);
  });

  it("stop at a line that no table has", async () => {
    await expect(records(["a;b\n", "x".repeat(5_000_000)])).rejects.toThrow(/a.csv, row 2: a line is longer than/);
  });
});

it("rows read are rows used and rows listed, whatever the file holds", async () => {
  await fc.assert(
    fc.asyncProperty(awkward, async (body) => {
      const ledger = createLedger();
      const source = bytesSource("a.csv", new TextEncoder().encode(`h;i\n${body}`));
      const columns = {
        h: { header: "h", type: "category", required: true },
        i: { header: "i", type: "number", required: true },
      } as const;
      const table = await readTable(source, { columns, format: { delimiter: ";" } }, ledger);
      ledger.used(table.file, table.rows);
      const { row, listed, files } = ledger.finish();
      const lines = [...table.origin, ...row.filter((_, i) => listed[i] === 1)];
      expect(new Set(lines).size).toBe(files[0].rowsRead);
      expect((table.columns.get("h") as CategoryColumn).values).toHaveLength(table.rows);
    }),
    { numRuns: 80 },
  );
});
