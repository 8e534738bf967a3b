import { type Context, fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { Bytes } from "./byte-reader.js";

/** The most bytes a file that must be held whole may have. */
const MOST = 2 ** 31 - 1;

/** All bytes of a file in memory. Reports progress in bytes of the file as it is stored; stops when the signal says so. */
export async function readAll(bytes: Bytes, context: Context | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const reader = await bytes.open();
  const pieces: Uint8Array[] = [];
  let n = 0;
  try {
    for (;;) {
      context?.signal?.throwIfAborted();
      const piece = await reader.next();
      if (piece === undefined) break;
      pieces.push(piece);
      n += piece.byteLength;
      if (n > MOST) fail("cohort/file-too-large", { file: bytes.name }, { gigabytes: 2 }, messages);
      context?.progress?.({ step: `read ${bytes.name}`, done: reader.taken(), total: bytes.size });
    }
  } finally {
    await reader.close();
  }
  const all = new Uint8Array(n);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}
