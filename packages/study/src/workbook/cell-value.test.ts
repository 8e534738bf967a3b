import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonSchema } from "../schema-at.js";
import { decodeCell, encodeCell } from "./cell-value.js";

const text: JsonSchema = { type: "string" };
const number: JsonSchema = { type: "number" };
const flag: JsonSchema = { type: "boolean" };
const list: JsonSchema = { type: "array", items: text };
const group: JsonSchema = { type: "object" };
const value = (found: unknown) => ({ kind: "value", value: found });

it("what is written in a cell is read back as the same value", () => {
  const any = fc.anything({
    key: fc.string({ maxLength: 5 }),
    maxDepth: 2,
    values: [fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)],
  });
  const plain = any.filter((v) => typeof v === "object" && v !== null).map((v) => JSON.parse(JSON.stringify(v)));
  fc.assert(
    fc.property(fc.string(), (v) => {
      for (const schemas of [[text], [text, group], [text, list, group], [text, number]]) {
        expect(decodeCell(encodeCell(v, schemas), schemas)).toEqual(value(v));
      }
    }),
  );
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), plain, (n, b, v) => {
      expect(decodeCell(encodeCell(n, [number]), [number])).toEqual(value(n));
      expect(decodeCell(encodeCell(b, [flag]), [flag])).toEqual(value(b));
      expect(decodeCell(encodeCell(b, [flag, text]), [flag, text])).toEqual(value(b));
      if (Array.isArray(v)) expect(decodeCell(encodeCell(v, [list]), [list])).toEqual(value(v));
      else expect(decodeCell(encodeCell(v, [group]), [group])).toEqual(value(v));
    }),
  );
});

it.each<[string, string | number | boolean | null, JsonSchema[], unknown]>([
  ["a decimal comma", "0,2", [number], 0.2],
  ["a number as text", "3", [{ type: "integer" }], 3],
  ["no limit", "none", [number, { type: "null" }], null],
  ["a header that is a year", 2024, [text], "2024"],
  ["ages without brackets", "0, 17", [{ type: "array", prefixItems: [number, number] }], [0, 17]],
  ["one name for a list", "household", [list], ["household"]],
  ["one number for a list", 3, [{ type: "array" }], [3]],
  ["a title in two languages", '{ en: "A", da: B }', [text, group], { en: "A", da: "B" }],
  ["a pattern, which is no group", "{year}-K{quarter}", [text], "{year}-K{quarter}"],
  ["quoted", '"[a]"', [text, list], "[a]"],
  ["a Danish yes", "Ja", [flag], true],
  ["what fits nothing", "many", [number], "many"],
])("reads %s", (_, cell, schemas, expected) => {
  expect(decodeCell(cell, schemas)).toEqual(value(expected));
});

it("takes an empty cell for no answer, and tells what of a list cannot be read", () => {
  expect(decodeCell(null, [text])).toEqual({ kind: "nothing" });
  expect(decodeCell("  ", [text])).toEqual({ kind: "nothing" });
  expect(decodeCell("[1, 2", [list])).toMatchObject({ kind: "fault", expected: "a list" });
});
