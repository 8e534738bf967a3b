import { expect, test } from "vitest";
import { editDistance, suggest } from "./suggest.js";

test("edit distance counts insertions, deletions, substitutions and swaps", () => {
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("ratio", "ratio")).toBe(0);
  expect(editDistance("raito", "ratio")).toBe(1);
  expect(editDistance("kitten", "sitting")).toBe(3);
});

test("suggests the nearest word, and nothing when none is near", () => {
  expect(suggest("calliper", ["ratio", "caliper"])).toBe("caliper");
  expect(suggest("Ratio", ["caliper", "ratio"])).toBe("ratio");
  expect(suggest("colour", ["caliper", "ratio"])).toBeUndefined();
  expect(suggest("x", [])).toBeUndefined();
});
