import { type Context, fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { Source } from "../table/source.js";
import type { Encoding } from "./detect-encoding.js";

const SLICE = 1 << 18;
const upper1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * A file as pieces of text whose only line break is `\n`. Fails on bytes that are no table: NULs, a zipped workbook, text that is
 * not in the encoding. Reports progress in bytes; stops when the signal says so.
 */
export async function* decodeText(
  source: Source,
  encoding: Encoding,
  context?: Context,
  step = source.name,
): AsyncGenerator<string> {
  const reader = (await source.open()).getReader();
  const decoder = new TextDecoder(encoding, { fatal: encoding !== "windows-1252" });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      return fail("cohort/not-in-encoding", { file: source.name }, { encoding }, messages);
    }
  };
  let done = 0;
  let heldReturn = false;
  let first = true;
  const tidy = (raw: string, last: boolean): string => {
    let text = heldReturn ? `\r${raw}` : raw;
    heldReturn = !last && text.endsWith("\r");
    if (heldReturn) text = text.slice(0, -1);
    if (first && text.length > 0) {
      first = false;
      refuseBinary(text, source.name);
    }
    if (encoding === "windows-1252") text = text.replace(/[\u0080-\u009f]/g, (c) => upper1252[c.charCodeAt(0) - 0x80]);
    return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  };
  try {
    for (;;) {
      context?.signal?.throwIfAborted();
      const { value, done: ended } = await reader.read();
      if (ended) break;
      for (let at = 0; at < value.length; at += SLICE) {
        context?.signal?.throwIfAborted();
        const slice = value.subarray(at, at + SLICE);
        const text = tidy(decode(slice), false);
        done += slice.length;
        context?.progress?.({ step, done, total: source.size });
        if (text.length > 0) yield text;
      }
    }
    const rest = tidy(decode(), true);
    if (rest.length > 0) yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function refuseBinary(text: string, file: string): void {
  if (text.startsWith("PK\u0003\u0004")) fail("cohort/is-workbook", { file }, {}, messages);
  if (text.slice(0, 4096).includes("\0")) fail("cohort/not-text", { file }, {}, messages);
}
