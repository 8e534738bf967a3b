import { parentPort } from "node:worker_threads";
import { KontrafaktError } from "@kontrafakt/base";
import { jobs } from "@kontrafakt/study";
import type { WorkerReply, WorkerTask } from "./pool.js";

parentPort?.on("message", (task: WorkerTask) => {
  let reply: WorkerReply;
  try {
    const job = Object.hasOwn(jobs, task.job) ? jobs[task.job] : undefined;
    if (!job) throw new Error(`no job named ${task.job}`);
    reply = { id: task.id, result: job(task.input) };
  } catch (error) {
    const problems = error instanceof KontrafaktError ? error.problems : undefined;
    reply = { id: task.id, error: { message: error instanceof Error ? error.message : String(error), problems } };
  }
  parentPort?.postMessage(reply);
});
