import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.js";

describe("canonical JSON", () => {
  test("numbers JSON has no word for", () => {
    expect(canonicalJson([NaN, Infinity, -Infinity, -0, 1e21, 0.1])).toBe('[null,"Infinity","-Infinity",0,1e+21,0.1]\n');
  });

  test("typed arrays, holes and what is undefined", () => {
    // biome-ignore lint/suspicious/noSparseArray: a hole must become null
    expect(canonicalJson({ b: Float64Array.of(1.5, NaN), a: [1, , undefined], c: undefined })).toBe(
      '{\n  "a": [1,null,null],\n  "b": [1.5,null]\n}\n',
    );
  });

  test("the order of keys and the class of arrays do not change a byte", () => {
    const one = canonicalJson({ x: 1, y: { b: [{ q: 1 }], a: "æ" } });
    expect(canonicalJson({ y: { a: "æ", b: [{ q: 1 }] }, x: 1 })).toBe(one);
    expect(canonicalJson(Int32Array.of(1, 2))).toBe(canonicalJson([1, 2]));
  });

  test("what it writes reads back, and writing again gives the same bytes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        const read = JSON.parse(text);
        expect(canonicalJson(read)).toBe(text);
        // Through JSON once, so that -0 is 0 on both sides.
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("a key named __proto__ is a key", () => {
    expect(canonicalJson(JSON.parse('{"__proto__": 1}'))).toBe('{\n  "__proto__": 1\n}\n');
    const bare = Object.create(null);
    bare.a = 1;
    expect(canonicalJson(bare)).toBe('{\n  "a": 1\n}\n');
  });

  test.each([new Map([[1, 2]]), new Set([1]), new Date(0), new DataView(new ArrayBuffer(8)), new ArrayBuffer(8), 1n, () => 1])(
    "refuses what JSON would lose: %s",
    (value) => {
      expect(() => canonicalJson({ value })).toThrow(/cannot be written as JSON/);
      expect(() => canonicalJson([value])).toThrow(/cannot be written as JSON/);
    },
  );
});
