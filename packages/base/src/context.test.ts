import { expect, test } from "vitest";
import { type Pool, runBlocks } from "./context.js";

const jobs = { double: (x: number) => 2 * x };

test("runs here without a pool, in order", async () => {
  expect(await runBlocks({ seed: 1 }, jobs, "double", [3, 1, 2])).toEqual([6, 2, 4]);
});

test("a pool gets the same work and gives the same answer", async () => {
  const asked: string[] = [];
  const pool: Pool = {
    run: async (job, inputs) => {
      asked.push(job);
      return structuredClone(inputs).map((input) => jobs.double(input as number));
    },
  };
  expect(await runBlocks({ seed: 1, pool }, jobs, "double", [3, 1, 2])).toEqual([6, 2, 4]);
  expect(asked).toEqual(["double"]);
});

test("stops when told to", async () => {
  await expect(runBlocks({ seed: 1, signal: AbortSignal.abort() }, jobs, "double", [1])).rejects.toThrow(/abort/i);
  const control = new AbortController();
  let ran = 0;
  const stopping = { stop: () => void (ran++ === 1 && control.abort()) };
  await expect(runBlocks({ seed: 1, signal: control.signal }, stopping, "stop", [1, 2, 3, 4])).rejects.toThrow(/abort/i);
  expect(ran).toBe(2);
});

test("names a job it does not know", async () => {
  await expect(runBlocks({ seed: 1 }, jobs, "triple", [1])).rejects.toThrow("no job named triple");
  await expect(runBlocks({ seed: 1 }, jobs, "toString", [1])).rejects.toThrow("no job named toString");
});
