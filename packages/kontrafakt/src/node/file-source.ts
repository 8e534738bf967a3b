import { constants, createReadStream } from "node:fs";
import { access, open, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { fail, type Where } from "@kontrafakt/base";
import type { Source } from "@kontrafakt/cohort";
import { messages } from "../messages.js";

/** Bytes read at a time. */
const PIECE = 1 << 18;

/**
 * A source over a file on disk. Its name is the file's, without folders.
 *
 * @param file path as written, relative to `folder`
 * @param where what names the file, for messages
 * @throws KontrafaktError where there is no such file or it cannot be read
 */
export async function fileSource(file: string, folder: string, where: Where = {}): Promise<Source> {
  const path = resolve(folder, file);
  const size = await stat(path).then(
    (s) => (s.isFile() ? s.size : fail("kontrafakt/not-a-file", { ...where, file }, { file }, messages)),
    () => fail("kontrafakt/no-such-file", where, { file, folder }, messages),
  );
  await access(path, constants.R_OK).catch(() => fail("kontrafakt/file-not-readable", where, { file }, messages));
  return {
    name: basename(path),
    size,
    slice: (from, to) => readSlice(path, from, to),
    open: async () =>
      Readable.toWeb(
        createReadStream(path, { highWaterMark: PIECE }),
      ) as NodeReadableStream<Uint8Array> as ReadableStream<Uint8Array>,
  };
}

async function readSlice(path: string, from: number, to: number): Promise<ArrayBuffer> {
  const file = await open(path);
  try {
    const bytes = new Uint8Array(to - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return bytes.buffer.slice(0, bytesRead);
  } finally {
    await file.close();
  }
}
