import type { Check } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { checkLines } from "./check-lines.js";

const row = { covariate: "age", matched: true, smdBefore: 0.3, smdAfter: 0.02 };
const counts = { starters: 245, matched: 245, controls: 2422, unmatched: 0 };

const check = (method: Check["method"], rows: readonly (typeof row)[]) =>
  ({
    kind: "check",
    method,
    flow: [],
    waves: [{ label: "2021Q1", ...counts }],
    analysed: counts,
    balance: { rows, worst: 0.02, threshold: 0.1, passed: true },
    problems: [],
    internal: { ledger: { files: [], codes: [], file: [], row: [], code: [], listed: [], flow: [] }, linkage: [], detected: [] },
  }) as unknown as Check;

test("groups that differ in what matching did not use are not said to be alike throughout", () => {
  const lines = checkLines(check("nearest", [row, { ...row, covariate: "absence[1,4]", matched: false, smdAfter: 0.7 }]), "en");
  const at = lines.indexOf(
    "  Largest standardised difference after matching in what it used 0.02 (limit 0.10): the groups are alike in it",
  );
  expect(lines.slice(at + 1, at + 3)).toEqual([
    "  Not used in matching, and beyond the limit:",
    "    absence[1,4] 0.70 (before 0.30)",
  ]);
});

test("a weighted comparison is not called matched, and Danish counts have their points", () => {
  const lines = checkLines(check("ipw", [row, { ...row, covariate: "sex", matched: false, smdAfter: -0.2 }]), "da");
  expect(lines).toContain("Vægtning");
  expect(lines).toContain("  2021-K1: 245 startede, 245 sammenlignet med 2.422 kontroller");
  expect(lines).toContain("  Ikke brugt i vægtningen og ud over grænsen:");
  expect(lines.join("\n")).not.toMatch(/match/i);
});
