import type { Beside, MatchedResults, OutcomeResult } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { exampleResults } from "../../../../test/report/example.js";
import { speak } from "../language.js";
import {
  agreementText,
  decompositionText,
  estimatorsLead,
  gapLines,
  mainAverage,
  meaningText,
  randomisationLines,
} from "./estimator-text.js";

const results = exampleResults();
const [en, da] = [speak("en"), speak("da")];
const [placement] = results.outcomes;
const beside = (placement.beside ?? []) as Beside[];
const withBeside = (list: readonly Beside[]): OutcomeResult => ({ ...placement, beside: list });
const of = (list: readonly Beside[]): MatchedResults => ({ ...results, outcomes: [withBeside(list)] });
const near = beside.filter((b) => ["eventStudy", "imputation"].includes(b.name));
const far = beside.filter((b) => b.name === "twoWay");

test("no money and no verdict come from other estimators", () => {
  expect(estimatorsLead(results, en).join(" ")).toMatch(
    /8 other estimators\. No money and no verdict .* not with people like the starters\.$/,
  );
  expect(estimatorsLead(of(far), da).join(" ")).toMatch(/en anden beregningsmåde\. Den indgår hverken i pengene eller i svaret/);
});

test("agreement is told from the estimates themselves, and is no proof", () => {
  expect(agreementText(withBeside(near), en)).toBe(
    "Out-of-home placement: all 2 other estimates lie within the interval of the matched one.",
  );
  expect(meaningText(of(near), en)).toMatch(/no proof/);
  expect(agreementText(withBeside([...near, ...far]), en)).toBe(
    "Out-of-home placement: 1 of 3 other estimates lies outside the interval of the matched one.",
  );
  expect(meaningText(of([...near, ...far]), da)).toMatch(/hvem de sammenligner med/);
  expect(agreementText(withBeside([]), en)).toBeUndefined();
  expect(agreementText(withBeside(beside.filter((b) => b.failed !== undefined)), en)).toBeUndefined();
});

test("an estimator without a figure is named with the reason, and so are missing cells", () => {
  expect(gapLines(placement, results, en)).toEqual([
    "Lærebogens metode efter hold og kvartal, uden matchning: 2 combinations of wave and period could not be estimated and are in none of its averages.",
    "lot has no figure: efficient follows the same units over time and cannot be estimated from cross-sections.",
  ]);
  expect(gapLines(placement, { ...results, problems: [] }, en)[1]).toMatch(/^lot has no figure: .+\.$/);
  const gaps = (b: Beside) => gapLines(withBeside([b]), results, da);
  expect(gaps({ ...near[0], averages: [] })).toEqual(["eventStudy har intet tal: Det kunne ikke beregnes."]);
  const nothing = { estimate: Number.NaN, se: Number.NaN, df: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  const byEvent = { type: "dynamic", overall: nothing, parts: beside[0].averages[1].parts } as const;
  expect(gaps({ ...near[0], averages: [byEvent] })[0]).toMatch(/kun effekter efter tid fra start/);
});

test("a randomisation test is told with its draws and what it asks", () => {
  const tested = withBeside([{ ...near[0], randomisation: { p: 0.0405, draws: 1999 } }, near[1]]);
  expect(randomisationLines(tested, en)).toEqual([expect.stringMatching(/shuffled 1,999 times.*p = 0\.04\d \(two-sided/)]);
  expect(randomisationLines(tested, da)).toEqual([expect.stringMatching(/blandet 1\.999 gange.*p = 0,04\d \(tosidet/)]);
});

test("negative weights are told in plain words", () => {
  expect(decompositionText(far[0], en)).toEqual([
    "twoWay: 7 of 64 weights are negative (together −0.031): the single number subtracts some of the effects.",
    "6% of it comes from comparisons with people who already had the programme; where their effect grows, that counts as a loss for the others.",
  ]);
  const types = [{ type: "treated-untreated", weight: 1, estimate: -2 }] as const;
  const fine = { ...far[0], decomposition: { types, negative: { cells: 0, of: 64, sum: 0 } } };
  expect(decompositionText(fine, da)).toEqual([
    "twoWay: Ingen af de 64 vægte er negative: Det ene tal trækker ingen effekter fra.",
  ]);
  expect(decompositionText(near[0], en)).toEqual([]);
});

test("the average over treated person-periods stands beside the matched mean", () => {
  const [textbook] = beside;
  expect(mainAverage(textbook)).toBe(textbook.averages.find((a) => a.type === "simple")?.overall);
  const dynamicOnly = { ...textbook, averages: textbook.averages.filter((a) => a.type === "dynamic") };
  expect(mainAverage(dynamicOnly)).toBe(dynamicOnly.averages[0].overall);
});
