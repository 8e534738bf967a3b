import fc from "fast-check";
import { expect, it } from "vitest";
import { hashSet, sharedShare, textHash } from "./text-hash.js";

const hashes = (texts: readonly string[]) => {
  const set = hashSet();
  for (const text of texts) set.add(textHash(text));
  return set;
};

it("counts different texts as a set does", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 300 }), (texts) => {
      expect(hashes(texts).size()).toBe(new Set(texts.map((text) => textHash(text))).size);
      expect([...hashes(texts).smallest(20)]).toEqual(
        [...new Set(texts.map((text) => textHash(text)))]
          .filter((h) => h !== 0)
          .sort((a, b) => a - b)
          .slice(0, 20),
      );
    }),
  );
});

it("a hundred thousand numbers have hardly a hash in common, and a full set says so", () => {
  const set = hashSet(50_000);
  for (let i = 0; i < 100_000; i++) set.add(textHash(String(i)));
  expect(set.isFull()).toBe(true);
  const all = hashes(Array.from({ length: 100_000 }, (_, i) => `B${i}`));
  expect(all.size()).toBeGreaterThan(99_990);
});

it("tells which share of one column another holds, from samples of both", () => {
  const people = hashes(Array.from({ length: 40_000 }, (_, i) => `P${i}`)).smallest(4096);
  const services = hashes(Array.from({ length: 10_000 }, (_, i) => `P${i * 3 + (i % 2 === 0 ? 0 : 1_000_000)}`)).smallest(4096);
  // every other service is of a person 3i < 30,000; the rest of nobody
  expect(sharedShare(people, services, false, false)).toBeCloseTo(0.5, 1);
  expect(sharedShare(services, people, false, false)).toBeCloseTo(5000 / 40_000, 1);
  const small = hashes(["a", "b", "c", "d"]).smallest(4096);
  expect(sharedShare(small, hashes(["a", "x"]).smallest(4096), true, true)).toBe(0.5);
  expect(sharedShare(small, new Uint32Array(0), true, true)).toBeNaN();
});
