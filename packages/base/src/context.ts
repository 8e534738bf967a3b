/** One report of progress. `total` is absent while unknown. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total?: number;
}

/** A job takes and returns structured-cloneable values and reads nothing else, so that where it runs changes nothing. */
// biome-ignore lint/suspicious/noExplicitAny: jobs of different shapes share one table
export type Jobs = Readonly<Record<string, (input: any) => unknown>>;

/** Runs named jobs somewhere, results in the order of the inputs. */
export interface Pool {
  run(job: string, inputs: readonly unknown[]): Promise<unknown[]>;
}

/** What long work is given. `seed` is an integer in [0, 2^32). */
export interface Context {
  readonly seed: number;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  readonly pool?: Pool;
  /**
   * Secret key of the pseudonyms that stand for people, at least 32 bytes. Nothing is ordered or drawn by a pseudonym, so the key
   * changes no result. Without one people are called by their place in the people file.
   */
  readonly key?: Uint8Array;
}

/** Runs a job over blocks: in the pool if there is one, else here, always merged in block order. */
export async function runBlocks<In, Out>(context: Context, jobs: Jobs, job: string, inputs: readonly In[]): Promise<Out[]> {
  context.signal?.throwIfAborted();
  if (context.pool) return (await context.pool.run(job, inputs)) as Out[];
  const work = Object.hasOwn(jobs, job) ? jobs[job] : undefined;
  if (!work) throw new Error(`no job named ${job}`);
  return inputs.map((input) => {
    context.signal?.throwIfAborted();
    return work(input) as Out;
  });
}
