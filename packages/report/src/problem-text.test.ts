import { problem } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { codeLabel } from "./code-label.js";
import { speak } from "./language.js";
import { problemText } from "./problem-text.js";

test("place and sentence in the language; an unknown code shows itself", () => {
  const p = problem(
    "savings/not-measured",
    "warning",
    { file: "prices.csv", row: 7, column: "Pris" },
    { payer: "Staten", consequence: "placement" },
  );
  expect(problemText(p, "en")).toMatch(/^prices\.csv, row 7, column "Pris": Staten pays for placement/);
  expect(problemText(p, "da")).toMatch(/^prices\.csv, række 7, kolonne "Pris": Staten/);
  expect(problemText(problem("x/__proto__", "note"), "da")).toBe("x/__proto__");
  expect(problemText(problem("__proto__", "note"), "da")).toBe("__proto__");
});

test("a label is the sentence without particulars or advice", () => {
  expect(codeLabel("cohort/too-few-fields", speak("en"))).toBe("the row has fewer fields than the header (…)");
  expect(codeLabel("cohort/unknown-code", speak("en"))).toBe("cohort/unknown-code");
});
