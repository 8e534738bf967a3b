import type { Source } from "../table/source.js";

/** Reads a file's bytes in order, after decompression. */
export interface ByteReader {
  /** The next bytes, undefined at the end. */
  next(): Promise<Uint8Array | undefined>;
  /** Bytes of the file as it is stored that have been read so far. */
  taken(): number;
  close(): Promise<void>;
}

/** A file whose bytes can be read from the start more than once. `size` is that of the file as it is stored. */
export interface Bytes {
  readonly name: string;
  readonly size?: number;
  open(): Promise<ByteReader>;
}

/** The bytes of a source as they are. */
export function plainBytes(source: Source): Bytes {
  return {
    name: source.name,
    size: source.size,
    async open() {
      const reader = (await source.open()).getReader();
      let taken = 0;
      return {
        async next() {
          const { value, done } = await reader.read();
          if (done) return undefined;
          taken += value.byteLength;
          return value;
        },
        taken: () => taken,
        close: () => reader.cancel().catch(() => undefined),
      };
    },
  };
}

/** The first bytes of a file, at most `length`. */
export async function firstBytes(bytes: Bytes, length: number): Promise<Uint8Array> {
  const reader = await bytes.open();
  const start = new Uint8Array(length);
  let n = 0;
  try {
    while (n < length) {
      const piece = await reader.next();
      if (piece === undefined) break;
      const part = piece.subarray(0, length - n);
      start.set(part, n);
      n += part.length;
    }
  } finally {
    await reader.close();
  }
  return start.subarray(0, n);
}
