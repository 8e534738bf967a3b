import { gzipSync } from "node:zlib";
import { KontrafaktError } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { readTable } from "../table/read-table.js";
import { bytesSource, type Source } from "../table/source.js";
import type { TableRequest } from "../table/table-request.js";
import { blobSource } from "./blob-source.js";
import { plainBytes } from "./byte-reader.js";
import { gunzipBytes } from "./gunzip-bytes.js";

const request: TableRequest = { columns: { id: { header: "Id", type: "category" } } };
const rows = `Id\n${Array.from({ length: 60_000 }, (_, i) => `b${(i * 7919) % 100_003}`).join("\n")}\n`;
const packed = new Uint8Array(gzipSync(rows));

it("tells progress in bytes of the packed file, and stops when told to", async () => {
  const seen: { done: number; total?: number }[] = [];
  const source = blobSource(new Blob([packed]), "a.csv.gz");
  const table = await readTable(source, request, undefined, { seed: 0, progress: (p) => seen.push(p) });
  expect(table.rows).toBe(60_000);
  expect(seen.at(-1)).toMatchObject({ done: packed.length, total: packed.length });
  expect(seen.every(({ done }, i) => i === 0 || done >= seen[i - 1].done)).toBe(true);
  const stop = new AbortController();
  const progress = () => stop.abort(new Error("stop"));
  await expect(readTable(source, request, undefined, { seed: 0, signal: stop.signal, progress })).rejects.toThrow("stop");
});

it("refuses a file that expands as no table does, before it has filled the disk or the memory", async () => {
  const member = new Uint8Array(gzipSync(new Uint8Array(1 << 24).fill(10)));
  let given = 0;
  const bomb: Source = {
    name: "bomb.gz",
    open: async () => {
      let left = 200;
      return new ReadableStream({
        pull(controller) {
          given++;
          if (--left < 0) controller.close();
          else controller.enqueue(member);
        },
      });
    },
  };
  const reader = await gunzipBytes(plainBytes(bomb)).open();
  const drain = async () => {
    while ((await reader.next()) !== undefined);
  };
  const error = await drain().catch((caught: unknown) => caught);
  await reader.close();
  expect(error).toBeInstanceOf(KontrafaktError);
  expect((error as KontrafaktError).problems[0]).toMatchObject({ code: "cohort/expands-too-much", where: { file: "bomb.gz" } });
  expect(given).toBeLessThan(60);
});

it("a source of a blob gives its bytes and pieces of them", async () => {
  const source = blobSource(new File(["abcdef"], "f.csv"));
  expect([source.name, source.size]).toEqual(["f.csv", 6]);
  expect(new TextDecoder().decode(await source.slice?.(1, 3))).toBe("bc");
  expect(new TextDecoder().decode(await bytesSource("x", new TextEncoder().encode("abcdef")).slice?.(1, 3))).toBe("bc");
});
