import { expect, it } from "vitest";
import type { Bytes } from "./byte-reader.js";
import { readAll } from "./read-all.js";

/** A file of pieces that say they have so many bytes. */
const bytes = (...sizes: readonly number[]): Bytes => ({
  name: "a.xlsx",
  async open() {
    const pieces = sizes.map((byteLength) => ({ byteLength }) as Uint8Array);
    return { next: async () => pieces.shift(), taken: () => 0, close: async () => {} };
  },
});

it("puts pieces together", async () => {
  const pieces = [Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3)];
  const source: Bytes = {
    name: "a",
    open: async () => ({ next: async () => pieces.shift(), taken: () => 0, close: async () => {} }),
  };
  expect([...(await readAll(source, undefined))]).toEqual([1, 2, 3]);
});

it("refuses what memory cannot hold in one piece", async () => {
  await expect(readAll(bytes(2 ** 30, 2 ** 30), undefined)).rejects.toMatchObject({
    problems: [{ code: "cohort/file-too-large", where: { file: "a.xlsx" }, params: { gigabytes: 2 } }],
  });
});
