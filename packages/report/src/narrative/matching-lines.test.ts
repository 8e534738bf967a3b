import type { MatchedResults } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { speak } from "../language.js";
import { matchingLines } from "./matching-lines.js";

const results = (matching: Record<string, unknown>) =>
  ({
    matching: {
      method: "nearest",
      independence: "set",
      weights: "sets",
      exclude: [],
      peak: { window: [1, 1], year: 4, outcomes: [] },
    },
    study: { matching: { method: "nearest", distance: "linear", ratio: 3, caliper: 0.2, ...matching } },
    outcomes: [],
    periods: { unit: "quarter" },
  }) as unknown as MatchedResults;

test("a number of controls that varies reads as a sentence", () => {
  const variableRatio = { least: 1, most: 6 };
  const lines = (given: Record<string, unknown>, code: "en" | "da") => matchingLines(results(given), speak(code)).join("\n");
  expect(lines({}, "en")).toMatch(/each starter is matched with up to 3 controls on /);
  expect(lines({ variableRatio }, "en")).toMatch(
    /matched with 1 to 6 \(about 3 on average; more where many resemble the starter\) controls on /,
  );
  expect(lines({ variableRatio }, "da")).toMatch(
    /matches hver deltager med 1 til 6 \(i snit omkring 3; flere, hvor mange ligner deltageren\) kontroller på /,
  );
});

test("where people are weighted, nothing is said of sets", () => {
  const { assume, matching } = speak("da", "weighted").words;
  expect(assume.clusterAlone("person", "245")).not.toMatch(/sæt/i);
  expect(matching.bracketPeople("245")).not.toMatch(/match/i);
});
