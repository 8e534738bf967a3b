import { writeFileSync } from "node:fs";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { canonicalJson } from "@kontrafakt/base";
import { PRODUCT } from "@kontrafakt/study";
import { ESTIMANDS, FIELDS, type Row, readSetting, replicate } from "./coverage.js";
import { FIRST_SEED, inThreads } from "./in-threads.js";
import { summarise } from "./summarise.js";

const sample = new URL("../../../data-samples/early-support/", import.meta.url);

if (isMainThread) await main(Number(process.argv[2] ?? 1000));
else {
  const setting = await readSetting(sample);
  for (let seed = workerData.first; seed < workerData.first + workerData.count; seed++)
    parentPort?.postMessage(replicate(setting, seed));
}

/** Runs the replications over two threads and writes them, by seed, with their summary. */
async function main(replications: number): Promise<void> {
  const rows = await inThreads<Row>(import.meta.url, replications);
  const summary = summarise(rows);
  const file = new URL("../../simulations/coverage.json", import.meta.url);
  const value = {
    product: PRODUCT,
    firstSeed: FIRST_SEED,
    replications: rows.length,
    estimands: ESTIMANDS,
    fields: FIELDS,
    summary,
    rows,
  };
  writeFileSync(file, canonicalJson(value));
  for (const s of summary) {
    console.log(
      `${s.estimand}: truth ${s.truth.toFixed(0)}, bias ${s.bias.toFixed(1)} (${(s.bias / s.biasError).toFixed(1)} MC errors, ${s.biasInSe.toFixed(3)} SE), ` +
        `SD ${s.sd.toFixed(0)}, mean SE ${s.meanSe.toFixed(0)}, coverage ${s.coverage.toFixed(3)} (${s.truthBelow.toFixed(3)} below, ${s.truthAbove.toFixed(3)} above), ` +
        `before–after off by ${s.beforeAfterBias.toFixed(0)}, treated versus rest wrong sign in ${s.treatedVersusRestWrongSign.toFixed(3)}`,
    );
  }
}
