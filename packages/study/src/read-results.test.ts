import { canonicalJson } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { readResults } from "./read-results.js";
import { SCHEMA_VERSION } from "./results.js";

const written = (more: object) => canonicalJson({ kind: "results", schemaVersion: SCHEMA_VERSION, study: { df: null }, ...more });

test("numbers that JSON cannot hold come back, and the study stays as written", () => {
  const results = readResults(
    written({
      effects: { df: [Number.POSITIVE_INFINITY, 3], estimate: [Number.NaN] },
      savings: { lines: [{ figure: { df: Number.POSITIVE_INFINITY }, year: null }] },
    }),
    "results.json",
  );
  expect(results.effects).toEqual({ df: [Number.POSITIVE_INFINITY, 3], estimate: [Number.NaN] });
  expect(results.savings.lines[0]).toEqual({ figure: { df: Number.POSITIVE_INFINITY }, year: null });
  expect(results.study).toEqual({ df: null });
});

test("reading and writing again gives the same bytes", () => {
  const text = written({ effects: { df: [Number.POSITIVE_INFINITY], estimate: [Number.NaN, -0, 1e-9] } });
  expect(canonicalJson(readResults(text, "results.json"))).toBe(text);
});

test.each([
  ["no JSON", "{", /^results\.json: this is not a results file: /],
  ["other JSON", "[]", /^results\.json: this is JSON but not a Kontrafakt result/],
  [
    "a newer version",
    written({ schemaVersion: SCHEMA_VERSION + 1 }),
    /written by a newer Kontrafakt \(schema version \d+, this one reads up to \d+\); update/,
  ],
  [
    "a version never written",
    written({ schemaVersion: 0 }),
    /has schema version 0, and there is no migration from it; run the study again/,
  ],
])("%s", (_, text, sentence) => {
  expect(() => readResults(text, "results.json")).toThrow(sentence);
});
