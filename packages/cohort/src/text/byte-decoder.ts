import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { isBinary } from "./is-binary.js";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** Makes text of the bytes of a file, piece by piece. */
export interface ByteDecoder {
  /** Text of the next bytes; undefined ends the file. A letter cut in two comes with its second half. */
  decode(bytes: Uint8Array | undefined): string;
  /** The encoding told or found; UTF-8 while every byte was ASCII. */
  encoding(): Encoding;
}

const upper1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const none = new Uint8Array(0);

/**
 * A decoder for a file of a declared encoding, or one that finds out: UTF-8 where the first piece with letters beyond ASCII is that,
 * else Windows-1252. Fails on bytes that are not of the encoding; in a file found to be UTF-8 that means two encodings put together.
 *
 * @param file for messages
 */
export function byteDecoder(file: string, declared: Encoding | undefined): ByteDecoder {
  let encoding = declared;
  let decoder = declared === undefined ? undefined : decoderOf(declared);
  let held: Uint8Array = none;
  const decide = (found: Encoding) => {
    encoding = found;
    decoder = decoderOf(found);
  };
  const known = (bytes: Uint8Array | undefined): string => {
    try {
      const text = (decoder as TextDecoder).decode(bytes, { stream: bytes !== undefined });
      return encoding === "windows-1252" ? text.replace(/[\u0080-\u009f]/g, (c) => upper1252[c.charCodeAt(0) - 0x80]) : text;
    } catch {
      const code = declared === undefined ? "cohort/mixed-encodings" : "cohort/not-in-encoding";
      return fail(code, { file }, { encoding: encoding as string }, messages);
    }
  };
  return {
    encoding: () => encoding ?? "utf-8",
    decode(bytes) {
      if (decoder !== undefined) return known(bytes);
      const all = joined(held, bytes ?? none);
      const whole = bytes === undefined ? all.length : wholeLetters(all);
      held = none;
      const isUtf8 = decodes(all.subarray(0, whole));
      if (isUtf8 && isAscii(all.subarray(0, whole))) {
        held = all.slice(whole);
        return new TextDecoder().decode(all.subarray(0, whole));
      }
      if (!isUtf8 && hasNordicUtf8(all) && !isBinary(all.length, (i) => all[i]))
        fail("cohort/mixed-encodings", { file }, { encoding: "utf-8" }, messages);
      decide(isUtf8 ? "utf-8" : "windows-1252");
      return known(all) + (bytes === undefined ? known(undefined) : "");
    },
  };
}

const decoderOf = (encoding: Encoding) => new TextDecoder(encoding, { fatal: encoding !== "windows-1252" });

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes hold a Nordic letter of UTF-8, which in Windows-1252 would be Ã and a sign that never follows it. */
function hasNordicUtf8(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0xc3); i >= 0; i = bytes.indexOf(0xc3, i + 1)) if ((bytes[i + 1] & 0xc0) === 0x80) return true;
  return false;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] >= 0x80) return false;
  return true;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** How many bytes there are before a letter of UTF-8 that the end cuts in two. */
function wholeLetters(bytes: Uint8Array): number {
  const n = bytes.length;
  for (let i = n - 1; i >= 0 && i >= n - 3; i--) {
    const byte = bytes[i];
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return n - i < needed ? i : n;
  }
  return n;
}
