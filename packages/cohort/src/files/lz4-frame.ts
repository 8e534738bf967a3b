/**
 * Decompresses an LZ4 frame, whose blocks may refer back to those before. Checksums are passed over.
 * Source: LZ4 frame format 1.6.4 and block format, github.com/lz4/lz4/tree/dev/doc.
 *
 * @param size bytes that come out
 */
export function lz4Frame(input: Uint8Array, size: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  if (view.getUint32(0, true) !== 0x184d2204) throw new Error("not an LZ4 frame");
  const flags = input[4];
  const blockChecksums = (flags & 0x10) !== 0;
  let at = 6 + ((flags & 0x08) !== 0 ? 8 : 0) + ((flags & 0x01) !== 0 ? 4 : 0) + 1;
  const output = new Uint8Array(size);
  let n = 0;
  for (;;) {
    const header = view.getUint32(at, true);
    at += 4;
    if (header === 0) break;
    const length = header & 0x7fffffff;
    const block = input.subarray(at, at + length);
    if (block.length !== length) throw new Error("LZ4 frame cut off");
    if (header >>> 31 === 1) {
      output.set(block, n);
      n += length;
    } else n = lz4Block(block, output, n);
    at += length + (blockChecksums ? 4 : 0);
  }
  if (n !== size) throw new Error("LZ4 frame of another size");
  return output;
}

function lz4Block(block: Uint8Array, output: Uint8Array, start: number): number {
  let n = start;
  let i = 0;
  const more = (): number => {
    let sum = 0;
    for (;;) {
      if (i >= block.length) throw new Error("LZ4 block cut off");
      const byte = block[i++];
      sum += byte;
      if (byte !== 255) return sum;
    }
  };
  while (i < block.length) {
    const token = block[i++];
    let literals = token >> 4;
    if (literals === 15) literals += more();
    if (i + literals > block.length || n + literals > output.length) throw new Error("LZ4 block cut off");
    output.set(block.subarray(i, i + literals), n);
    i += literals;
    n += literals;
    if (i >= block.length) break;
    const offset = block[i] | (block[i + 1] << 8);
    i += 2;
    let copied = (token & 15) + 4;
    if (copied === 19) copied += more();
    if (offset === 0 || offset > n || n + copied > output.length) throw new Error("LZ4 block damaged");
    for (const end = n + copied; n < end; n++) output[n] = output[n - offset];
  }
  return n;
}
