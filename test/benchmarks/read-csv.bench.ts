import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, bench, describe } from "vitest";
import { bigHeader, writeBigCsv } from "./big-csv.js";

const rows = 1_000_000;
const { path, bytes } = writeBigCsv(rows);
afterAll(() => rmSync(dirname(path), { recursive: true }));

/** Reads the file with the built package in a process of its own, and tells seconds and memory above what Node and the package take. */
const script = `
import { createReadStream, statSync } from "node:fs";
import { Readable } from "node:stream";
import { readTable } from "@kontrafakt/cohort";
const path = ${JSON.stringify(path)};
const types = "category category day day number category number number text text number text".split(" ");
const columns = Object.fromEntries(${JSON.stringify(bigHeader)}.split(";").map((header, j) => [header, { header, type: types[j] }]));
columns.BorgerID = { ...columns.BorgerID, required: true, identifier: true };
const few = new TextEncoder().encode(${JSON.stringify(`${bigHeader}\n`)});
await readTable({ name: "few.csv", open: async () => new Blob([few]).stream() }, { columns });
const base = process.memoryUsage().rss;
const source = {
  name: "services.csv",
  size: statSync(path).size,
  open: async () => Readable.toWeb(createReadStream(path, { highWaterMark: 1 << 18 })),
};
const from = performance.now();
const table = await readTable(source, { columns });
const seconds = (performance.now() - from) / 1000;
const peak = process.resourceUsage().maxRSS * 1024;
console.log(table.rows + " rows in " + seconds.toFixed(2) + " s, " + ((peak - base) / 1e6).toFixed(0) + " MB above the start");
`;

describe(`CSV of ${rows} rows × 12 (${(bytes / 1e6).toFixed(0)} MB), limits 2.5 s and 300 MB`, () => {
  bench(
    "to typed columns, a whole process",
    () => {
      const cwd = fileURLToPath(new URL("..", import.meta.url));
      process.stdout.write(execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd }));
    },
    { iterations: 3, warmupIterations: 0, time: 0 },
  );
});
