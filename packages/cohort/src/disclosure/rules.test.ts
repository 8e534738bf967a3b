import { expect, it } from "vitest";
import { NO_RULES, strictest } from "./rules.js";

it("obeys each owner's strictest rule", () => {
  const one = { smallCell: 3, dominance: [{ n: 1, share: 0.5 }], pPercent: 15, rounding: 1 };
  const other = {
    smallCell: 10,
    dominance: [
      { n: 2, share: 0.8 },
      { n: 1, share: 0.6 },
    ],
    pPercent: 0,
    rounding: 5,
  };
  expect(strictest([one, other])).toEqual({
    smallCell: 10,
    dominance: [
      { n: 1, share: 0.5 },
      { n: 2, share: 0.8 },
    ],
    pPercent: 15,
    rounding: 5,
  });
});

it("of one owner are that owner's, of none are none", () => {
  const one = { smallCell: 3, dominance: [], pPercent: 10, rounding: 1 };
  expect(strictest([one])).toEqual(one);
  expect(strictest([])).toEqual(NO_RULES);
});
