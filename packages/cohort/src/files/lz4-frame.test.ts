import { expect, it } from "vitest";
import { lz4Frame } from "./lz4-frame.js";

/** `lz4 -c` of 64 letters a, and of "abcabcabcabcabcabcX" by hand after the format's description. */
const frame = (...blocks: number[][]) => {
  const bytes = [0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0];
  for (const block of blocks) bytes.push(block.length & 255, block.length >> 8, 0, 0, ...block);
  return Uint8Array.from([...bytes, 0, 0, 0, 0]);
};
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const literals = (letters: string) => [letters.length << 4, ...new TextEncoder().encode(letters)];

it("copies literals and matches that overlap themselves", () => {
  const block = [0x3b, 97, 98, 99, 3, 0, ...literals("X")];
  expect(text(lz4Frame(frame(block), 19))).toBe("abcabcabcabcabcabcX");
  expect(text(lz4Frame(frame([0x1f, 97, 1, 0, 40, ...literals("b")]), 61))).toBe(`${"a".repeat(60)}b`);
});

it("refers back to blocks before, and takes blocks that are not compressed", () => {
  const second = [0x02, 4, 0, ...literals("!")];
  expect(text(lz4Frame(frame(literals("abcd"), second), 11))).toBe("abcdabcdab!");
  const stored = Uint8Array.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0, 2, 0, 0, 0x80, 104, 105, 0, 0, 0, 0]);
  expect(text(lz4Frame(stored, 2))).toBe("hi");
});

it("refuses what is damaged", () => {
  expect(() => lz4Frame(frame([0x12, 97, 9, 0, ...literals("b")]), 7)).toThrow(/damaged/);
  expect(() => lz4Frame(frame([0xf0]), 7)).toThrow(/cut off/);
  expect(() => lz4Frame(frame(literals("ab")), 7)).toThrow(/another size/);
  expect(() => lz4Frame(new Uint8Array(20), 7)).toThrow(/not an LZ4 frame/);
});
