import { expect, test } from "vitest";
import { calculationWords } from "./calculation-words.js";

test("a refund that began within a year is told in percent, not in a share with seventeen digits", () => {
  const { en, da } = calculationWords;
  expect(en.prices.refunded(46 / 365, "State")).toBe("12.6% refunded by State");
  expect(da.prices.refunded(46 / 365, "Staten")).toBe("12,6 % refunderes af Staten");
  expect(da.prices.refunded(0.25, "Staten")).toBe("25 % refunderes af Staten");
});
