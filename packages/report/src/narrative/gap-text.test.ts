import type { Verification } from "@kontrafakt/savings";
import { expect, test } from "vitest";
import { exampleResults } from "../../../../test/report/example.js";
import { speak } from "../language.js";
import { gapLines, reconciliationText, volumeText } from "./gap-text.js";

const results = exampleResults();
const en = speak("en");
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const verified = (change: Partial<Verification>) => ({ ...results, verification: { ...results.verification, ...change } });

test("the gap is told with its parts, those of nothing left out; parts sum to the whole", () => {
  const [line, method] = gapLines(results, en).map(plain);
  expect(line).toBe(
    "The evaluated saving differs from the expected one by DKK −5.0 million: how many started DKK −3.1 million, the effect DKK −4.4 million, the prices DKK +1.9 million, the timing DKK −600,000 and what cannot be told apart DKK +1.2 million.",
  );
  expect(method).toMatch(/Shapley value/);
});

test("a claim of amounts alone is not split, and no claim of observed years says nothing", () => {
  const only = gapLines(verified({ gap: [{ source: "notSeparable", amount: 2e6 }] }), en);
  expect(plain(only.join(""))).toMatch(/by DKK \+2\.0 million\. The expectation does not state its parts/);
  expect(gapLines(verified({ gap: [] }), en)).toEqual([]);
});

test("accounts against units × price: the farthest is named, and a row of nothing booked is none", () => {
  const [near, far] = results.verification.reconciliation;
  expect(reconciliationText(results, en)).toMatch(/1 of 2 rows differs .*farthest: 5\.28\.23 Døgninstitutioner 2024, −12\.0%/);
  expect(reconciliationText(verified({ reconciliation: [near] }), en)).toMatch(/differ by no more than 5%/);
  expect(reconciliationText(verified({ reconciliation: [{ ...far, share: null }] }), en)).toBeUndefined();
});

test("starters are told over the years in which both numbers are known", () => {
  const rows = [
    { year: 2021, planned: 120, actual: 65 },
    { year: 2022, planned: 120, actual: 110 },
    { year: 2023, planned: 80, actual: Number.NaN },
  ];
  expect(volumeText(rows, en)).toMatch(/^240 were planned to start in 2021–2022; 175 did\./);
  expect(volumeText(rows.slice(2), en)).toBe("");
});
