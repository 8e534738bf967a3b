import { KontrafaktError } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { threadPool } from "./pool.js";

/** Squares a number after a wait that is longer for earlier inputs; -1 fails with a problem, -2 fails, -3 never answers, -4 exits. */
const script = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ id, job, input }) => {
      if (input === -1) return parentPort.postMessage({ id, error: { message: "row 3 is wrong", problems: [{ kind: "problem", code: "a/b", severity: "error", where: {}, params: {} }] } });
      if (input === -2) return parentPort.postMessage({ id, error: { message: "broken" } });
      if (input === -3) return;
      if (input === -4) process.exit(3);
      setTimeout(() => parentPort.postMessage({ id, result: [job, input * input] }), 20 - 5 * input);
    });
  `)}`,
);

test("results come in the order of the inputs, whichever thread was faster", async () => {
  const pool = threadPool(2, undefined, script);
  expect(await pool.run("square", [0, 1, 2, 3])).toEqual([0, 1, 4, 9].map((x) => ["square", x]));
  expect(await pool.run("square", [])).toEqual([]);
  await pool.close();
});

test("errors come back with their problems, and the pool goes on", async () => {
  const pool = threadPool(1, undefined, script);
  const error = await pool.run("square", [-1]).catch((e) => e);
  expect(error).toBeInstanceOf(KontrafaktError);
  expect(error).toMatchObject({ message: "row 3 is wrong", problems: [{ code: "a/b" }] });
  await expect(pool.run("square", [-2])).rejects.toThrow("broken");
  await expect(pool.run("square", [-4])).rejects.toThrow("ended early with code 3");
  await pool.close();
});

test("a raised signal refuses open jobs and later ones", async () => {
  const cancel = new AbortController();
  const pool = threadPool(1, cancel.signal, script);
  const open = expect(pool.run("square", [-3, 1])).rejects.toThrow("enough");
  cancel.abort(new Error("enough"));
  await open;
  await expect(pool.run("square", [1])).rejects.toThrow("enough");
  await pool.close();
});
