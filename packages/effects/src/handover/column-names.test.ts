import fc from "fast-check";
import { expect, test } from "vitest";
import { columnNames } from "./handover-file.js";

test("a plain name stays, any other becomes one", () => {
  expect(columnNames(["wage", "ydelse-æ", "c=b", "2nd", "if", "unit", "Wage"], "v", new Set(["unit"]))).toEqual([
    "wage",
    "v2",
    "v3",
    "v4",
    "v_5",
    "v_6",
    "v_7",
  ]);
});

test("names are all different whatever the case, and none is taken", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom("v1", "V2", "v_2", "a", "A", "__proto__"))), (names) => {
      const columns = columnNames(names, "v", new Set(["a"]));
      expect(new Set(columns.map((c) => c.toLowerCase())).size).toBe(names.length);
      for (const column of columns) expect(column).toMatch(/^(?!a$)[A-Za-z]\w*$/i);
    }),
  );
});
