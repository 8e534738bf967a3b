import { Worker } from "node:worker_threads";

/** The first seed of every simulation. */
export const FIRST_SEED = 1;
const THREADS = 2;

/**
 * Runs replications over two threads, each of which imports the script with `workerData` {first, count, task} and posts a row a seed.
 * @param script address of the script
 * @param task what the script is told besides
 * @returns rows by seed, which stands first in each
 */
export async function inThreads<Row extends readonly number[]>(
  script: string,
  replications: number,
  task?: unknown,
): Promise<Row[]> {
  const rows: Row[] = [];
  const each = Math.ceil(replications / THREADS);
  const threads = Array.from({ length: THREADS }, (_, k) => {
    const workerData = { first: FIRST_SEED + k * each, count: Math.min(each, replications - k * each), task };
    const worker = new Worker(new URL(script), { workerData, execArgv: [] });
    return new Promise<void>((done, failed) => {
      worker.on("message", (row: Row) => {
        rows.push(row);
        if (rows.length % Math.ceil(replications / 10) === 0) console.log(`${rows.length} of ${replications}`);
      });
      worker.on("error", failed);
      worker.on("exit", () => done());
    });
  });
  await Promise.all(threads);
  return rows.sort((a, b) => a[0] - b[0]);
}
