import { writeFileSync } from "node:fs";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { canonicalJson } from "@kontrafakt/base";
import { PRODUCT } from "@kontrafakt/study";
import { CASES, FIELDS, HEAD, type Row, replicate } from "./four-waves.js";
import { summarise } from "./four-waves-summary.js";
import { FIRST_SEED, inThreads } from "./in-threads.js";

if (isMainThread) await main(Number(process.argv[2] ?? 1000));
else
  for (let seed = workerData.first; seed < workerData.first + workerData.count; seed++)
    parentPort?.postMessage(await replicate(seed));

/** Runs the replications over two threads and writes them, by seed, with their summary. */
async function main(replications: number): Promise<void> {
  const rows = await inThreads<Row>(import.meta.url, replications);
  const summary = summarise(rows);
  const file = new URL("../../simulations/four-waves.json", import.meta.url);
  const described = { product: PRODUCT, firstSeed: FIRST_SEED, replications: rows.length };
  const columns = { head: HEAD, cases: CASES, fields: FIELDS };
  writeFileSync(file, canonicalJson({ ...described, ...columns, summary, rows }));
  console.log(JSON.stringify(summary, null, 2));
}
