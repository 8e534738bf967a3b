import type { Source } from "../table/source.js";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/**
 * Encoding of a file: by its byte order mark, else UTF-8 if all its bytes are that, else Windows-1252. Reads until the first byte
 * that is not UTF-8, which in Nordic exports comes within the header.
 */
export async function detectEncoding(source: Source, signal?: AbortSignal): Promise<Encoding> {
  const reader = (await source.open()).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let start: number[] = [];
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { value, done } = await reader.read();
      if (done) {
        decoder.decode();
        return "utf-8";
      }
      if (start.length < 2) {
        start = [...start, ...value.subarray(0, 2)].slice(0, 2);
        if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
        if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
      }
      decoder.decode(value, { stream: true });
    }
  } catch (error) {
    if (error instanceof TypeError) return "windows-1252";
    throw error;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
