/** A file as bytes that can be read more than once. Node paths, `File`s and strings in memory all become one. */
export interface Source {
  /** Shown in messages; no folder. */
  readonly name: string;
  /** Bytes, if known, for progress. */
  readonly size?: number;
  open(): Promise<ReadableStream<Uint8Array>>;
}

/** A source over bytes in memory. */
export function bytesSource(name: string, bytes: Uint8Array): Source {
  return {
    name,
    size: bytes.byteLength,
    open: async () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(bytes);
          controller.close();
        },
      }),
  };
}
