import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { canonicalJson } from "@kontrafakt/base";
import { PRODUCT } from "@kontrafakt/study";
import { FIRST_SEED, inThreads } from "../in-threads.js";
import { COVARIANCES, FIGURES, type Row, replicate } from "./replicate.js";
import { type Stored, sameRow } from "./stored.js";
import { summariseCoverage, summariseVerdicts } from "./summarise.js";

/** Studies. */
const REPLICATIONS = 4000;
/** Of a hundred replications one is stored. */
const STORED = 0.01;
const file = new URL("../../../simulations/savings/savings.json", import.meta.url);

if (!isMainThread) {
  const { first, count } = workerData as { first: number; count: number };
  for (let seed = first; seed < first + count; seed++) parentPort?.postMessage(await replicate(seed));
} else if (process.argv[2] === "replay") await replay();
else await main(Number(process.argv[2] ?? REPLICATIONS));

/** Runs the programme over two threads; writes its summary and one replication in a hundred, unless it is a trial with fewer. */
async function main(replications: number): Promise<void> {
  const rows = await inThreads<Row>(import.meta.url, replications);
  const coverage = summariseCoverage(rows);
  const verdicts = summariseVerdicts(rows);
  for (const c of coverage) {
    const sides = `${c.truthBelow.toFixed(4)} below, ${c.truthAbove.toFixed(4)} above`;
    console.log(`${c.figure}, ${c.covariance}: ${c.coverage.toFixed(4)} (${sides}), bias ${c.bias.toFixed(3)}`);
  }
  for (const v of verdicts) console.log(`${v.programme}, claim ${v.claim}: ${JSON.stringify(v.verdicts)}`);
  if (replications !== REPLICATIONS) return;
  const run = { product: PRODUCT, date: new Date().toISOString().slice(0, 10), firstSeed: FIRST_SEED };
  const stored = rows.slice(0, Math.ceil(replications * STORED));
  writeFileSync(file, canonicalJson({ ...run, figures: FIGURES, covariances: COVARIANCES, coverage, verdicts, stored }));
}

/** Makes every stored replication again. */
async function replay(): Promise<void> {
  const { stored } = JSON.parse(readFileSync(file, "utf8")) as Stored;
  let different = 0;
  for (const row of stored) if (!sameRow(await replicate(row[0] as number), row)) different++;
  console.log(`${stored.length} replications made again, ${different} of them different`);
  if (different > 0) process.exitCode = 1;
}
