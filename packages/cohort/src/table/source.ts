/** A file as bytes that can be read more than once. Node paths, `File`s and bytes in memory all become one. */
export interface Source {
  /** Shown in messages; no folder. */
  readonly name: string;
  /** Bytes, if known, for progress. */
  readonly size?: number;
  open(): Promise<ReadableStream<Uint8Array>>;
  /** Bytes from one place up to another, where that is cheaper than reading up to there. Needs `size`. */
  slice?(from: number, to: number): Promise<ArrayBuffer>;
}

/** A source over bytes in memory. */
export function bytesSource(name: string, bytes: Uint8Array): Source {
  return {
    name,
    size: bytes.byteLength,
    open: async () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          if (bytes.byteLength > 0) controller.enqueue(bytes);
          controller.close();
        },
      }),
    slice: async (from, to) => new Uint8Array(bytes.subarray(from, to)).buffer,
  };
}
