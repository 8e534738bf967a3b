import { problemText } from "@kontrafakt/base";
import type { MoneyFiles, Savings } from "@kontrafakt/savings";
import { expect, test } from "vitest";
import { messages } from "../messages.js";
import { rareOutcomes, withoutRare, withoutRareTotal, withTotalSpend } from "./rare-outcomes.js";

const rules = () => ({ smallCell: 5 });
const money = (...pairs: readonly (readonly [consequence: string, payer: string])[]) =>
  ({ prices: pairs.map(([consequence, payer]) => ({ consequence, payer })) }) as unknown as MoneyFiles;

test("says of each rare outcome whether money is left out with it", () => {
  const found = rareOutcomes(
    ["secure", "absence"],
    ["placement", "secure", "absence"],
    rules,
    money(["placement", "A"], ["secure", "A"]),
  );
  expect(found.map((p) => p.code)).toEqual(["study/outcome-rare-priced", "study/outcome-rare"]);
  expect(problemText(found[1], messages)).toBe(
    "option cohort.outcomes.absence: fewer than 5 starters or controls have absence after the start; none of its figures may be told. Put it together with a similar outcome, or, for internal use only, lower report.smallCell",
  );
});

test("where no outcome with a price is left there is no answer to give", () => {
  expect(() => rareOutcomes(["secure"], ["secure", "absence"], rules, money(["secure", "A"]))).toThrow(
    /fewer than 5 starters or controls have secure after the start, and no other outcome with a price has more: the saving would be theirs/,
  );
});

test("what payers pay for a rare outcome is not measured, and who pays for nothing else has no net", () => {
  const line = (measure: string, payer: string | null) => ({ measure, payer });
  const savings = {
    lines: [line("gross", "A"), line("net", "A"), line("cost", "B"), line("net", "B"), line("gross", null), line("net", null)],
    notMeasured: [],
  } as unknown as Savings;
  const found = withoutRare(savings, ["secure"], money(["secure", "B"], ["secure", "B"], ["placement", "A"]));
  expect(found.notMeasured).toEqual([{ payer: "B", consequence: "secure" }]);
  expect(found.lines).toEqual([line("gross", "A"), line("net", "A"), line("cost", "B"), line("gross", null), line("net", null)]);
  expect(withoutRare(savings, [], money(["placement", "A"]))).toBe(savings);
});

test("all spend is withheld beside an outcome that few have, and nothing is held against it", () => {
  const names = ["placement", "secure", "spend"];
  const rare = withTotalSpend(["secure"], names, { totalSpend: "spend" });
  expect(rare).toEqual(["secure", "spend"]);
  expect(withTotalSpend([], names, { totalSpend: "spend" })).toEqual([]);
  const prices = money(["placement", "A"], ["secure", "A"]);
  expect(rareOutcomes(rare, names, rules, prices, "cohort.outcomes", "spend").map((p) => p.code)).toEqual([
    "study/outcome-rare-priced",
    "study/total-spend-withheld",
  ]);
  expect(withoutRareTotal({ totalSpend: "spend", draws: 1 }, rare)).toEqual({ draws: 1 });
  expect(withoutRareTotal({ totalSpend: "spend" }, [])).toEqual({ totalSpend: "spend" });
});
