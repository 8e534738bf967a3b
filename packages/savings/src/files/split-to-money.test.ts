import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import { monetize } from "../monetize.js";
import type { PriceRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { knownOutcomes } from "./money-sources.fixture.js";
import { splitRefunds } from "./split-refunds.js";

test("a refund and a transfer move money between payers, to the draw, and make none", async () => {
  const options = smallOptions({ draws: 1000 });
  const money = smallMoney();
  const effects = smallEffects();
  const gross = money.prices
    .filter((p) => p.consequence === "placement" && p.payer === "Family")
    .map((p): PriceRow => ({ ...p, transferTo: "Citizen", distribution: { kind: "gamma", mean: p.amount, sd: 300 } }));
  const rule = { outcome: knownOutcomes[0], payer: "Family", refundedBy: "State", source: "", from: -Infinity, to: Infinity };
  const drafts = gross.map((row) => ({ row }));
  const prices = splitRefunds(drafts, [{ ...rule, share: 0.4, origin: { file: "refunds.csv", row: 2 } }]);
  const savings = await monetize(effects, { ...money, prices }, options, periods, { seed: 1 });
  expect(savings.payers).toEqual(["Family", "State", "Citizen"]);

  const whole = openAccount(effects, { ...money, prices: gross }, options, periods);
  for (const year of [2021, 2022, 2023]) {
    const line = (payer: string | null) => {
      const found = savings.lines.find(
        (l) => l.measure === "gross" && l.payer === payer && l.year === year && l.consequence === null && !l.discounted,
      );
      if (found === undefined) throw new Error("no line");
      return found.figure;
    };
    const unsplit = moneyFigure(whole, {
      ...{ measure: "gross", years: [year], payers: ["Family"], consequences: ["placement"], discounted: false },
    });
    const received = line("Citizen");
    expect(line("Family").estimate + line("State").estimate).toBeCloseTo(unsplit.estimate, 6);
    for (const [payer, share] of [
      ["Family", 0.6],
      ["State", 0.4],
    ] as const) {
      const { estimate, priceLower, priceUpper } = line(payer);
      expect(estimate / received.estimate).toBeCloseTo(-share, 9);
      expect((priceLower ?? Number.NaN) / (received.priceUpper ?? Number.NaN)).toBeCloseTo(-share, 9);
      expect((priceUpper ?? Number.NaN) / (received.priceLower ?? Number.NaN)).toBeCloseTo(-share, 9);
    }
    expect(line(null).estimate).toBeCloseTo(0, 6);
  }
});
