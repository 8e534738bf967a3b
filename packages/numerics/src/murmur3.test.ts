import { expect, test } from "vitest";
import { murmur3 } from "./murmur3.js";

const word = (text: string) => [0, 1, 2, 3].reduce((w, i) => w | (text.charCodeAt(i) << (8 * i)), 0);

// Published test vectors of MurmurHash3_x86_32 whose length is a multiple of four bytes.
test.each([
  ["", 0, 0],
  ["", 1, 0x514e28b7],
  ["test", 0, 0xba6bd213],
  ["test", 0x9747b28c, 0x704b81dc],
])("%j with seed %d", (text, seed, expected) => {
  expect(murmur3(text === "" ? [] : [word(text)], seed) >>> 0).toBe(expected);
});
