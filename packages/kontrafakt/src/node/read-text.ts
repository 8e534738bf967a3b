import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { fileSource } from "./file-source.js";

/** A small file's bytes. */
export async function readBytes(path: string): Promise<Uint8Array> {
  await fileSource(basename(path), dirname(path));
  return readFile(path);
}

/** A small text file as UTF-8, without a byte order mark. */
export async function readText(path: string): Promise<string> {
  await fileSource(basename(path), dirname(path));
  const bytes = await readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail("kontrafakt/not-utf8", { file: basename(path) }, {}, messages);
  }
}
