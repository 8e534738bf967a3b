import type { Source } from "../table/source.js";

/**
 * A source over a browser's `Blob` or `File`, read piece by piece.
 *
 * @param name shown in messages; a `File`'s own if left out
 */
export function blobSource(file: Blob, name = "name" in file ? String(file.name) : "file"): Source {
  return {
    name,
    size: file.size,
    open: async () => file.stream(),
    slice: (from, to) => file.slice(from, to).arrayBuffer(),
  };
}
