import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { columnFromArray, dateDay, float64, tableFromColumns, tableToIPC, utf8 } from "@uwdata/flechette";
import { parquetWriteBuffer } from "hyparquet-writer";

import { afterAll, expect, test } from "vitest";
import { fileSource } from "../../packages/kontrafakt/src/node/file-source.js";
import { date, gzip, workbook } from "../corpus/bytes/make-bytes.js";
import { bigFile, bigRequest, hashOfTable, smallRequest } from "./big-file.js";
import { chromiumPath, openPage } from "./chromium.js";

const skip = chromiumPath === undefined && process.env.CI_RUN !== "1";
const ROWS = 2_000_000;
const folder = mkdtempSync(join(tmpdir(), "kontrafakt-"));
afterAll(() => rmSync(folder, { recursive: true }));

const [ids, amounts, days] = [
  ["a", "b", "a"],
  [1.1, null, -2],
  [date("2020-02-29"), null, date("1950-01-01")],
];
const small = new Map<string, Uint8Array>([
  ["a.csv.gz", gzip("Id;Beløb;Dag\na;1,1;29-02-2020\nb;;\na;-2;01-01-1950\n")],
  ["a.xlsx", await workbook(["Ark1", ["Id", "Beløb", "Dag"], ...ids.map((id, i) => [id, amounts[i], days[i]])])],
  [
    "a.parquet",
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "Id", data: ids, type: "STRING" },
          { name: "Beløb", data: amounts, type: "DOUBLE", nullable: true },
          { name: "Dag", data: days, type: "TIMESTAMP", nullable: true },
        ],
      }),
    ),
  ],
  [
    "a.arrow",
    tableToIPC(
      tableFromColumns({
        Id: columnFromArray(ids, utf8()),
        Beløb: columnFromArray(amounts, float64()),
        Dag: columnFromArray(days, dateDay()),
      }),
      { format: "file" },
    ) as Uint8Array,
  ],
]);

test.skipIf(skip)(
  "2,000,000 rows and a file of every kind are read the same in Node and in Chromium (needs Chromium)",
  { timeout: 120_000 },
  async () => {
    expect(chromiumPath, "Chromium is not installed").toBeDefined();
    const names = [...small.keys()];
    for (const [name, bytes] of small) writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, "big.csv"), Buffer.concat([...bigFile(ROWS)]));
    const page = await openPage(new URL("page/read-page.ts", import.meta.url), (name) => small.get(name));
    try {
      const big = page.run<string>(
        (rows) => (globalThis as unknown as { readBig(n: number): Promise<string> }).readBig(rows as number),
        ROWS,
      );
      const inNode = await hashOfTable(await fileSource("big.csv", folder), bigRequest);
      expect(await big).toBe(inNode);
      const hashes = new Set<string>();
      for (const name of names) {
        const read = (file: unknown) =>
          (globalThis as unknown as { readSmall(n: string): Promise<string> }).readSmall(file as string);
        const here = await hashOfTable(await fileSource(name, folder), smallRequest);
        expect(await page.run<string>(read, name), name).toBe(here);
        hashes.add(here);
      }
      expect(hashes.size, "every kind holds the same table").toBe(1);
    } finally {
      await page.close();
    }
  },
);
