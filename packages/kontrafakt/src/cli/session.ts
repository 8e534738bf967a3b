import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { type Context, dayOf } from "@kontrafakt/base";
import { threadPool } from "../node/pool.js";
import { type ProgressStream, progressLine } from "./progress.js";

/** Where a command reads and writes; the process's own, or a test's. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: ProgressStream;
  readonly signal?: AbortSignal;
}

export interface SessionOptions {
  readonly quiet?: boolean;
  /** Key of the pseudonyms. */
  readonly key?: Uint8Array;
  readonly workers?: number;
}

/** Runs work with a context: progress to stderr, worker threads where there are several. Threads end with the work. */
export async function withContext<T>(
  io: Io,
  seed: number,
  options: SessionOptions,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const threads = options.workers ?? Math.min(4, availableParallelism());
  const line = progressLine(io.err, options.quiet === true);
  const pool = threads > 1 ? threadPool(threads, io.signal) : undefined;
  try {
    return await work({
      seed,
      key: options.key,
      signal: io.signal,
      progress: line.show,
      ...(pool && { pool: { run: pool.run } }),
    });
  } finally {
    line.end();
    await pool?.close();
  }
}

/** Today, as the machine's calendar has it. */
export function today(): number {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** A path as the user would type it from where they are. */
export function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near === "" ? "." : near.startsWith("..") ? path : near;
}
