import { expect, test } from "vitest";
import type { StudyFacts } from "../account/study-facts.js";
import { smallOptions } from "../small-study.fixture.js";
import { humanOutcomes } from "./human-outcomes.js";

type Told = NonNullable<StudyFacts["outcomes"]>[number];
const told = (outcome: string, better: Told["better"], lower: number | null, upper: number | null, unit = "days"): Told => ({
  outcome,
  unit,
  better,
  estimate: lower === null || upper === null ? null : (lower + upper) / 2,
  lower,
  upper,
});
const saved = { estimate: 5, se: 1, df: 30, lower: 3, upper: 7 };
const options = smallOptions();
const of = (outcomes: Told[], gross = saved, chosen = options) => humanOutcomes({ outcomes }, ["placement"], chosen, gross);

test("the direction is what the interval shows, by what is good", () => {
  const { human } = of([
    told("absence", "lower", -2, -1),
    told("attendance", "higher", -2, -1),
    told("wellbeing", "higher", 1, 2),
    told("complaints", "lower", 1, 2),
    told("contact", "lower", -1, 1),
    told("touching", "lower", 0, 1),
    told("withheld", "lower", null, null),
  ]);
  expect(human.map((h) => [h.outcome, h.direction])).toEqual([
    ["absence", "better"],
    ["attendance", "worse"],
    ["wellbeing", "better"],
    ["complaints", "worse"],
    ["contact", "no-clear-change"],
    ["touching", "no-clear-change"],
    ["withheld", "not-told"],
  ]);
});

test("a shown saving beside worse outcomes warns; one that is not shown, or no worse outcome, does not", () => {
  const worse = told("absence", "lower", 1, 2);
  expect(of([worse, told("wellbeing", "higher", -2, -1)]).problems).toMatchObject([
    { code: "savings/less-use-worse-outcomes", severity: "warning", params: { outcomes: "absence, wellbeing" } },
  ]);
  expect(of([worse], { ...saved, lower: 0 }).problems).toEqual([]);
  expect(of([worse], { ...saved, lower: Number.NaN }).problems).toEqual([]);
  expect(of([told("absence", "lower", -1, 2)]).problems).toEqual([]);
});

test("priced outcomes and money itself are no human outcomes; a study without any is told so, one that tells nothing is not", () => {
  const chosen = smallOptions({ totalSpend: "all", listPrices: { spend: "nights" } });
  const money = [told("placement", "lower", -2, -1), told("all", "lower", -2, -1), told("nights", "lower", -2, -1)];
  const more = [told("grants", "lower", -2, -1, "kr"), told("fees", "lower", -2, -1, "DKK")];
  const none = of([...money, ...more], saved, chosen);
  expect(none.human).toEqual([]);
  expect(none.problems).toMatchObject([{ code: "savings/no-human-outcome", severity: "note" }]);
  expect(humanOutcomes({}, ["placement"], options, saved)).toEqual({ human: [], problems: [] });
});
