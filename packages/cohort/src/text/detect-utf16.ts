import { type Bytes, firstBytes } from "../files/byte-reader.js";
import type { Encoding } from "./byte-decoder.js";

/**
 * Whether a file is UTF-16, and which: by its byte order mark, else by most of the first bytes in even or in odd places being zero,
 * as they are in Latin letters. Undefined for a file of bytes.
 */
export async function detectUtf16(source: Bytes): Promise<Encoding | undefined> {
  const start = await firstBytes(source, 1024);
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  let even = 0;
  let odd = 0;
  for (let i = 0; i < start.length; i++) {
    if (start[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const most = 0.4 * start.length;
  if (odd > most && even * 10 < odd) return "utf-16le";
  return even > most && odd * 10 < even ? "utf-16be" : undefined;
}
