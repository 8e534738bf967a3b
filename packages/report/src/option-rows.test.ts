import { expect, test } from "vitest";
import { optionRows } from "./option-rows.js";

test("every option comes back once, sorted, whatever it is called", () => {
  const study = JSON.parse(
    '{"a": {"__proto__": 1, "list": [1, 2], "deep": [[1, 2], [3]]}, "empty": [], "no": null, "b": false, "group": {}}',
  );
  expect(optionRows(study)).toEqual([
    ["a.__proto__", "1"],
    ["a.deep[0]", "1, 2"],
    ["a.deep[1]", "3"],
    ["a.list", "1, 2"],
    ["b", "false"],
    ["empty", ""],
    ["group", ""],
    ["no", "null"],
  ]);
});
