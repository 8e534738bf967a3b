import type { Source } from "@kontrafakt/cohort";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of a text (UTF-8), in hex. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of a source's bytes, in hex, read as a stream. */
export async function hashSource(source: Source, signal?: AbortSignal): Promise<string> {
  const hash = sha256.create();
  const reader = (await source.open()).getReader();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) return bytesToHex(hash.digest());
      hash.update(value);
    }
  } finally {
    await reader.cancel();
  }
}
