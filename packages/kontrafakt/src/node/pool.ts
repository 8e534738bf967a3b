import { Worker } from "node:worker_threads";
import { KontrafaktError, type Pool, type Problem } from "@kontrafakt/base";

export interface WorkerTask {
  readonly id: number;
  readonly job: string;
  readonly input: unknown;
}

export interface WorkerReply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly problems?: readonly Problem[] };
}

interface Waiting extends WorkerTask {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** A pool that must be closed, else its threads keep the process alive. */
export interface NodePool extends Pool {
  close(): Promise<void>;
}

/** KontrafaktError carries sentences already; `message` crosses the thread, `problems` beside it. */
function carried(error: NonNullable<WorkerReply["error"]>): Error {
  if (!error.problems) return new Error(error.message);
  return Object.assign(new KontrafaktError(error.problems), { message: error.message });
}

/**
 * Worker threads that run named jobs, each one at a time; results in the order of the inputs, whichever thread was faster.
 * Threads start when first needed. After the signal is raised, every open and later job is refused with its reason.
 *
 * @param threads how many, 1 or more
 * @param script the built worker
 */
export function threadPool(threads: number, signal?: AbortSignal, script = new URL("./worker.js", import.meta.url)): NodePool {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  let started = 0;
  let nextId = 0;
  let ended: { readonly reason: unknown } | undefined;

  const settle = (worker: Worker, act: (task: Waiting) => void) => {
    const task = busy.get(worker);
    busy.delete(worker);
    if (task) act(task);
  };
  const start = (): Worker => {
    started++;
    const worker = new Worker(script, { execArgv: [] });
    worker.on("message", (reply: WorkerReply) => {
      settle(worker, (task) => (reply.error ? task.reject(carried(reply.error)) : task.resolve(reply.result)));
      idle.push(worker);
      pump();
    });
    const gone = (error: Error) => {
      settle(worker, (task) => task.reject(error));
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
      pump();
    };
    worker.on("error", gone);
    worker.on("exit", (code) => {
      started--;
      gone(new Error(`a worker thread ended early with code ${code}`));
    });
    return worker;
  };
  const pump = () => {
    while (!ended && queue.length > 0) {
      const worker = idle.pop() ?? (started < threads ? start() : undefined);
      const task = worker && queue.shift();
      if (!worker || !task) return;
      busy.set(worker, task);
      worker.postMessage({ id: task.id, job: task.job, input: task.input } satisfies WorkerTask);
    }
  };
  const end = async (reason: unknown) => {
    if (ended) return;
    ended = { reason };
    signal?.removeEventListener("abort", onAbort);
    const workers = [...idle.splice(0), ...busy.keys()];
    for (const task of [...busy.values(), ...queue.splice(0)]) task.reject(reason);
    busy.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  const onAbort = () => void end(signal?.reason);
  signal?.addEventListener("abort", onAbort);

  return {
    run: (job, inputs) =>
      Promise.all(
        inputs.map(
          (input) =>
            new Promise<unknown>((resolve, reject) => {
              if (ended) reject(ended.reason);
              else queue.push({ id: nextId++, job, input, resolve, reject });
              pump();
            }),
        ),
      ),
    close: () => end(new Error("the pool is closed")),
  };
}
