import { expect, test } from "vitest";
import { monetize } from "../monetize.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";

test("a payer whose prices nobody knows has a cost and no other figure; one who only pays for the programme has its net", async () => {
  const { prices, costs } = smallMoney();
  const unknown = prices.map((p) => (p.payer === "School" ? { ...p, amount: Number.NaN } : p));
  const more = costs.flatMap((c) => [c, { ...c, payer: "School" }, { ...c, payer: "Fund" }]);
  const money = smallMoney({ prices: unknown, costs: more });
  const savings = await monetize(smallEffects(), money, smallOptions({ draws: 1000 }), periods, { seed: 1 });
  const measures = (payer: string) => new Set(savings.lines.filter((l) => l.payer === payer).map((l) => l.measure));
  expect(measures("School")).toEqual(new Set(["cost"]));
  expect(measures("Fund")).toEqual(new Set(["cost", "net", "cumulativeNet"]));
  expect(savings.figures.filter((f) => f.account === "payer").map((f) => f.payer)).toEqual(["Family", "State", "Fund"]);
  expect(savings.transfers.map((t) => t.payer)).not.toContain("School");
  expect(savings.notMeasured).toEqual([{ payer: "School", consequence: "school" }]);
});
