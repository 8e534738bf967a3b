import type { ChoiceResult, InferenceResult } from "@kontrafakt/study";
import { expect, test } from "vitest";
import type { InferenceGroup } from "../inference-rows.js";
import { speak } from "../language.js";
import { choiceLines, choiceText, evidenceLines, limitsText, methodsAgree } from "./inference-text.js";

const [en, da] = [speak("en"), speak("da")];
const choice: ChoiceResult = {
  covariance: "CR2",
  degrees: "bellMcCaffrey",
  by: ["matched set"],
  clusters: "≈120",
  reason: "sets-independent",
};
const figure = { estimate: -3, se: 1, lower: -5, upper: -1 };
const method = (lower: number, upper: number): InferenceResult["beside"][number] => ({
  method: "jackknife",
  variant: "CV3",
  estimate: -3,
  lower,
  upper,
  p: 0.1,
  pAbove: 0.9,
  pBelow: 0.1,
  level: 0.95,
  draws: 0,
  exact: false,
  null: "mean",
  clusters: 120,
});
const group = (beside: InferenceResult["beside"], main = figure): InferenceGroup => ({
  key: "days",
  what: "total",
  label: "Placement",
  unit: "days",
  level: 0.95,
  good: "below",
  main,
  inference: { choice, beside },
});

test("what counts as independent, how many and why, with counts as they may be told", () => {
  expect(choiceText(choice, en)).toBe(
    "The intervals take ≈120 matched sets as independent of one another. The reason: no two matched sets share anybody, so each set is a trial of its own.",
  );
  const schools = {
    ...choice,
    by: ["school"],
    clusters: 20,
    treatedClusters: "<5",
    largestShare: 0.4,
    reason: "clusters-assigned" as const,
  };
  expect(choiceText(schools, da)).toMatch(
    /^Intervallerne regner 20 skoler .*, <5 af dem med indsatsen; i den største er 40.% af deltagerne\. Begr/,
  );
  expect(choiceText({ ...choice, by: ["school", "matched set"], clusters: 14 }, en)).toContain(
    "take 14 schools, and beside them matched sets, as independent",
  );
  expect(choiceText({ ...choice, clusters: 208, treatedClusters: 208 }, en)).not.toContain("with the programme");
  expect(choiceText({ ...choice, by: ["<b>"] }, en)).toContain("clusters by <b>");
});

test("a choice of another version is told without its reason", () => {
  const later = { ...choice, reason: "__proto__", covariance: "constructor", degrees: "toString" } as unknown as ChoiceResult;
  expect(choiceText(later, en)).toMatch(/of one another\.$/);
  expect(choiceLines([{ ...group([]), inference: { choice: later, beside: [] } }], en)[0]).toContain(
    "Standard errors: constructor; toString.",
  );
});

test("a choice that all figures share is told once, others with their figures", () => {
  expect(choiceLines([group([]), { ...group([]), label: "Absence" }], en)).toHaveLength(1);
  const other = { ...group([]), label: "Absence", inference: { choice: { ...choice, clusters: 90 }, beside: [] } };
  expect(choiceLines([group([]), other], en).map((line) => line.split(":")[0])).toEqual(["Placement", "Absence"]);
});

test("methods agree, or say on which side of the limits zero lies", () => {
  expect(methodsAgree(group([method(-6, -0.1)]), en)).toBe(
    "Placement: all methods agree on whether zero lies within the limits.",
  );
  expect(methodsAgree(group([method(-8, 2)]), en)).toContain("by Cluster jackknife zero lies on the other side of the limits");
  expect(methodsAgree(group([method(-5, -1)], { ...figure, upper: 1 }), da)).toContain("Det er standardmetoden, der tæller");
  expect(methodsAgree(group([method(Number.NaN, Number.NaN)]), en)).toBeUndefined();
  expect(methodsAgree(group([method(Number.NEGATIVE_INFINITY, -1)]), en)).toContain("agree");
});

test("limits that are none, or on one side only", () => {
  const write = (x: number) => x.toFixed(1);
  expect(limitsText(Number.NaN, null, write, en)).toBe("–");
  expect(limitsText(Number.NEGATIVE_INFINITY, 2, write, en)).toBe("no limit to 2.0");
  expect(limitsText("-Infinity", "Infinity", write, da)).toBe("ingen grænse til ingen grænse");
});

test("the second test in words: how, how often, and whether it agrees", () => {
  const verification = (evidence: object | undefined, verdict = "in-line") =>
    ({ verification: { verdict, evidence } }) as unknown as Parameters<typeof evidenceLines>[0];
  const test = { method: "cluster", p: 0.03, draws: 200, exact: true, null: "sharp" };
  const [line] = evidenceLines(verification(test), en);
  expect(line).toMatch(
    /the programme was given to other clusters.* in all of about 200 possible ways.*p = 0\.030.*It does not agree\. It asks whether/,
  );
  expect(evidenceLines(verification({ ...test, method: "later", null: "mean" }), en)[0]).toMatch(
    /tested in a way .*does not agree\.$/,
  );
  expect(evidenceLines(verification(undefined), da)).toEqual([da.words.inference.noEvidence]);
  expect(evidenceLines(verification(test, "too-early"), en)).toEqual([]);
});
