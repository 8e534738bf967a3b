import { problem } from "@kontrafakt/base";
import type { InferenceChoice } from "@kontrafakt/effects";
import { expect, test } from "vitest";
import { inferenceWarnings } from "./inference-warnings.js";
import { messages } from "./messages.js";

const schools: InferenceChoice = {
  covariance: "CR2",
  degrees: "bellMcCaffrey",
  by: ["school"],
  clusters: 20,
  treatedClusters: 6,
  largestShare: 0.3,
  reason: "sets-cross-clusters",
};
const codes = (choice: Partial<InferenceChoice>, treatedWithOutcome = 30) =>
  inferenceWarnings([{ outcome: "days", choice: { ...schools, ...choice }, treatedWithOutcome }]).map((p) => p.code);

test("few treated clusters, one that has most, and few in all: one of them is told", () => {
  expect(codes({})).toEqual([]);
  expect(codes({ treatedClusters: 3 })).toEqual(["study/inference-few-treated-clusters"]);
  expect(codes({ treatedClusters: 3, largestShare: 0.6 })).toEqual(["study/inference-one-cluster-most"]);
  expect(codes({ clusters: 7 })).toEqual(["study/inference-few-clusters"]);
});

test("persons and matched sets are no clusters: their few are told by their degrees of freedom", () => {
  expect(codes({ by: ["matched set"], clusters: 6, treatedClusters: 2 })).toEqual([]);
  expect(codes({ by: ["person"], clusters: 6, treatedClusters: 2, largestShare: 0.7 })).toEqual([]);
});

test("what the effects say of few clusters is not said again, and counts as a doubt", () => {
  const own = problem("effects/few-treated-clusters", "warning", {}, { treated: 3 });
  const situation = { outcome: "days", choice: { ...schools, treatedClusters: 3 }, treatedWithOutcome: 30 };
  expect(inferenceWarnings([situation], [own])).toEqual([own]);
});

test("what is said of clusters is said once, of outcomes of each", () => {
  const choice = { ...schools, treatedClusters: 2 };
  const found = inferenceWarnings(["a", "b", "c"].map((outcome, i) => ({ outcome, choice, treatedWithOutcome: [4, 40, 3][i] })));
  expect(found.map((p) => [p.code, p.params.outcome])).toEqual([
    ["study/inference-few-treated-clusters", undefined],
    ["study/inference-few-with-outcome", "a"],
    ["study/inference-few-with-outcome", "c"],
  ]);
  for (const { code } of found) expect(messages).toHaveProperty([code]);
});
