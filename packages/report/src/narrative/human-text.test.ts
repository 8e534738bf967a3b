import { expect, test } from "vitest";
import { exampleResults } from "../../../../test/report/example.js";
import { speak } from "../language.js";
import { besideMoney, humanOnes, humanWarning } from "./human-text.js";

const results = exampleResults();
const en = speak("en");
const worse = {
  ...results,
  outcomes: results.outcomes.map((o) =>
    o.name === "absence" ? { ...o, mean: { ...o.mean, estimate: 1, lower: 0.4, upper: 1.6 } } : o,
  ),
};

test("human outcomes stand beside the money; without any, that is said", () => {
  expect(besideMoney(results, en)).toBe("Beside the money: School absence (better).");
  const none = { ...results, savings: { ...results.savings, human: [] } };
  expect(besideMoney(none, en)).toBe("Beside the money: School absence (better).");
  const priced = results.outcomes.filter((o) => o.priced);
  expect(besideMoney({ ...none, outcomes: priced }, en)).toMatch(/A saving should not stand alone/);
});

test("a quantity beside spend is no human outcome", () => {
  const absence = results.outcomes.find((o) => o.name === "absence");
  expect(humanOnes({ ...results, outcomes: results.outcomes.map((o) => ({ ...o, priced: false })) })).toEqual([
    { ...absence, priced: false },
  ]);
});

test("worse outcomes warn, and more so beside a saving that is shown", () => {
  expect(humanWarning(results, en)).toBeUndefined();
  expect(humanWarning(worse, en)).toMatch(/^Note: less was spent on services while School absence became worse/);
  const unshown = { ...worse, savings: { ...results.savings, lines: [] } };
  expect(humanWarning(unshown, en)).toMatch(/^Note: School absence became worse/);
});
