import { expect, test } from "vitest";
import { fail, fill, KontrafaktError, problem, problemText, whereText } from "./problem.js";

const catalogue = { "cohort/bad-value": "{value} is not a date; write dates as {form}" };

test("a problem as a sentence", () => {
  const where = { file: "spells.csv", row: 7, column: "start" };
  const params = { value: "2021-02-30", form: "yyyy-mm-dd" };
  expect(problemText(problem("cohort/bad-value", "error", where, params), catalogue)).toBe(
    'spells.csv, row 7, column "start": 2021-02-30 is not a date; write dates as yyyy-mm-dd',
  );
});

test("places", () => {
  expect(whereText({})).toBe("");
  expect(whereText({ row: 7, column: "start" })).toBe('row 7, column "start"');
  expect(whereText({ file: "study.yaml", line: 4, character: 7, option: "matching.method" })).toBe(
    "study.yaml:4:7, option matching.method",
  );
  expect(whereText({ file: "study.yaml", line: 4 })).toBe("study.yaml:4:1");
  expect(whereText({ line: 4 })).toBe("line 4");
});

test("fills once, and leaves what it does not know", () => {
  expect(fill("{a} {b} {toString} {__proto__}", { a: "{b}", b: null })).toBe("{b} null {toString} {__proto__}");
  expect(fill("{a}", { a: "$&" })).toBe("$&");
});

test("a code without a sentence shows itself, also one that objects have", () => {
  expect(problemText(problem("toString", "note"), catalogue)).toBe("toString");
});

test("an error carries its problems", () => {
  try {
    fail("cohort/bad-value", { file: "a.csv" }, { value: 3 }, catalogue);
  } catch (error) {
    expect(error).toBeInstanceOf(KontrafaktError);
    const { message, name, problems } = error as KontrafaktError;
    expect(name).toBe("KontrafaktError");
    expect(message).toBe("a.csv: 3 is not a date; write dates as {form}");
    expect(problems).toEqual([problem("cohort/bad-value", "error", { file: "a.csv" }, { value: 3 })]);
    expect(structuredClone(problems)).toEqual(problems);
  }
  expect.assertions(5);
});
