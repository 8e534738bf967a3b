import { type Context, fail } from "@kontrafakt/base";
import type { Bytes } from "../files/byte-reader.js";
import { messages } from "../messages.js";
import type { ByteDecoder } from "./byte-decoder.js";
import { isBinary } from "./is-binary.js";

const SLICE = 1 << 18;

/**
 * A file as pieces of text whose only line break is `\n`. Fails on bytes that are no table: text that is not in the encoding, or
 * begins with zero bytes or many other control characters. Reports progress in bytes of the file as it is stored; stops when the
 * signal says so.
 */
export async function* decodeText(
  source: Bytes,
  decoder: ByteDecoder,
  context?: Context,
  step = source.name,
): AsyncGenerator<string> {
  const reader = await source.open();
  let done = 0;
  let heldReturn = false;
  let first = true;
  const tidy = (raw: string, last: boolean): string => {
    let text = heldReturn ? `\r${raw}` : raw;
    heldReturn = !last && text.endsWith("\r");
    if (heldReturn) text = text.slice(0, -1);
    if (first && text.length > 0) {
      first = false;
      if (isBinary(text.length, (i) => text.charCodeAt(i))) fail("cohort/not-text", { file: source.name }, {}, messages);
    }
    return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  };
  try {
    for (;;) {
      context?.signal?.throwIfAborted();
      const value = await reader.next();
      if (value === undefined) break;
      const taken = reader.taken();
      for (let at = 0; at < value.length; at += SLICE) {
        context?.signal?.throwIfAborted();
        const slice = value.subarray(at, at + SLICE);
        const text = tidy(decoder.decode(slice), false);
        done = Math.max(done, taken - (value.length - at - slice.length));
        context?.progress?.({ step, done, total: source.size });
        if (text.length > 0) yield text;
      }
    }
    const rest = tidy(decoder.decode(undefined), true);
    if (rest.length > 0) yield rest;
  } finally {
    await reader.close();
  }
}
