import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { canonicalJson } from "@kontrafakt/base";
import { PRODUCT } from "@kontrafakt/study";
import { FIRST_SEED, inThreads } from "../in-threads.js";
import { EFFECTS, nameOf, OUTCOMES, SETTINGS, type Setting, SIDE } from "./cells.js";
import { FIELDS, type Row, replicate } from "./replicate.js";
import { type Stored, sameRow } from "./stored.js";
import { type CellSummary, summarise } from "./summarise.js";

/** Replications of a setting, every other with each effect as well; beside the 96 cells half as many. */
const REPLICATIONS = 4000;
/** Of a hundred replications one is stored. */
const STORED = 0.01;
const file = new URL("../../../simulations/inference/inference.json", import.meta.url);

if (!isMainThread) {
  const { first, count, task } = workerData as { first: number; count: number; task: Setting };
  for (let seed = first; seed < first + count; seed++) parentPort?.postMessage(await replicate(task, seed));
} else if (process.argv[2] === "replay") await replay();
else await main(Number(process.argv[2] ?? REPLICATIONS), process.argv[3]);

/**
 * Runs the programme over two threads and writes its summary and one replication in a hundred.
 * @param wanted part of the names of the settings to run, for a trial: nothing is written then
 */
async function main(replications: number, wanted?: string): Promise<void> {
  const cells: CellSummary[] = [];
  const side: CellSummary[] = [];
  const stored: Stored["stored"][number][] = [];
  const groups = [
    { settings: SETTINGS, into: cells, count: replications },
    { settings: SIDE, into: side, count: replications / 2 },
  ];
  for (const { settings, into, count } of groups) {
    for (const setting of settings.filter((s) => nameOf(s).includes(wanted ?? ""))) {
      const rows = await inThreads<Row>(import.meta.url, count, setting);
      const summary = summarise(setting, rows);
      into.push(...summary);
      for (const line of summary) console.log(lineOf(line));
      stored.push({ setting, rows: rows.slice(0, Math.ceil(count * STORED)) });
    }
  }
  if (wanted !== undefined) return;
  const columns = { outcomes: OUTCOMES, effects: EFFECTS, fields: FIELDS };
  const run = { product: PRODUCT, date: new Date().toISOString().slice(0, 10), firstSeed: FIRST_SEED };
  writeFileSync(file, canonicalJson({ ...run, ...columns, cells, side, stored }));
}

/** Makes every stored replication again. */
async function replay(): Promise<void> {
  const { stored } = JSON.parse(readFileSync(file, "utf8")) as Stored;
  let different = 0;
  let count = 0;
  for (const { setting, rows } of stored) {
    for (const row of rows) {
      count++;
      if (!sameRow(await replicate(setting, row[0]), row)) different++;
    }
  }
  console.log(`${count} replications made again, ${different} of them different`);
  if (different > 0) process.exitCode = 1;
}

function lineOf(c: CellSummary): string {
  const share = (v: number | undefined) => (v === undefined ? "" : v.toFixed(3));
  return (
    `${c.setting}, ${c.outcome}, ${c.effect}: ${share(c.coverage)} (${share(c.truthBelow)} below, ${share(c.truthAbove)} above), width ${c.width.toFixed(2)}, df ${c.medianDf.toFixed(1)}, ` +
    `refused ${share(c.refused)}, bias ${c.bias.toFixed(1)}, false savings ${share(c.falseSavings)} shown ${share(c.falseSavingsShown)}; ` +
    `did ${share(c.did.coverage)} (${share(c.did.truthBelow)} below, ${share(c.did.truthAbove)} above), width ${c.did.width.toFixed(2)}`
  );
}
