import fc from "fast-check";
import { expect, test } from "vitest";
import { type Account, openAccount } from "../account/account.js";
import { combination } from "../account/figure.js";
import type { BottomLine } from "../figures/figures-value.js";
import type { PriceRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { bottomLine } from "./bottom-line.js";
import { societyRule } from "./society-rule.js";

const near = (found: number, expected: number) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

const kinds = {
  State: { kind: "state" },
  Citizen: { kind: "citizen" },
  Relative: { kind: "relative" },
  Region: { kind: "region" },
};
const row = (payer: string, consequence: string, amount: number, more: Partial<PriceRow> = {}): PriceRow[] =>
  [2021, 2022, 2023].map((year) => ({
    consequence,
    payer,
    year,
    unit: "days",
    amount,
    priceYear: 2024,
    cashable: 1,
    source: "",
    origin: { file: "prices.csv", row: 2 },
    ...more,
  }));

const effects = smallEffects();

function account(prices: readonly PriceRow[], rule: Partial<Account["rule"]> = {}): Account {
  const opened = openAccount(effects, smallMoney({ prices }), smallOptions({ payers: kinds }), periods);
  return { ...opened, rule: { ...opened.rule, ...rule } };
}

function line(of: Account, which: BottomLine, payer: string | null = null, discounted = false) {
  const { weights, cost } = bottomLine(of, { account: which, payer, horizon: "observed", discounted });
  return { benefit: combination(of, weights).estimate, cost, weights };
}

test("without parameters payers sum to society, public payers to the public purse", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 5, maxLength: 5 }),
      fc.boolean(),
      (p, discounted) => {
        const of = account([
          ...row("Family", "placement", p[0]),
          ...row("State", "placement", p[1]),
          ...row("Citizen", "school", p[2]),
          ...row("Region", "school", p[3]),
          ...row("Relative", "placement", p[4]),
        ]);
        const each = of.payers.map((payer) => line(of, "payer", payer, discounted));
        const society = line(of, "society", null, discounted);
        near(
          each.reduce((sum, l) => sum + l.benefit, 0),
          society.benefit,
        );
        near(
          each.reduce((sum, l) => sum + l.cost, 0),
          society.cost,
        );
        const open = line(of, "public", null, discounted);
        near(
          each.filter((_, k) => !["citizen", "relative"].includes(of.kinds[k])).reduce((sum, l) => sum + l.benefit, 0),
          open.benefit,
        );
      },
    ),
    { numRuns: 20 },
  );
});

test("conversion and distortion weigh public money by hand; citizens' as it is", () => {
  const prices = [...row("Family", "placement", 1000), ...row("State", "placement", 300), ...row("Citizen", "placement", 200)];
  const of = account(prices, { priceConversion: 1.28, taxDistortion: 0.2 });
  const [family, state, citizen] = of.payers.map((payer) => line(of, "payer", payer));
  const society = line(of, "society");
  near(society.benefit, (family.benefit + state.benefit) * 1.28 * 1.2 + citizen.benefit);
  near(society.cost, family.cost * 1.28 * 1.2);
  near(line(of, "public").benefit, family.benefit + state.benefit);
});

test("a transfer cancels for society to 1e-9; with distortion only what taxes cost of it is left", () => {
  const prices = [
    ...row("Family", "placement", 1000),
    ...row("State", "school", 700, { transferTo: "Citizen" }),
    ...row("Region", "absence", 50, { transferTo: "Family" }),
  ];
  const without = account(row("Family", "placement", 1000));
  const of = account(prices);
  near(line(of, "society").benefit, line(without, "society").benefit);
  near(line(of, "payer", "Citizen").benefit, -line(of, "payer", "State").benefit);
  const distorted = account(prices, { priceConversion: 1.28, taxDistortion: 0.1 });
  const base = account(row("Family", "placement", 1000), { priceConversion: 1.28, taxDistortion: 0.1 });
  // Between public payers nothing is left, between the purse and citizens τ of the amount.
  near(line(distorted, "society").benefit, line(base, "society").benefit + 0.1 * line(of, "payer", "State").benefit);
});

test("a payer without a known price is unmeasured, one who only pays for the programme is not", () => {
  const of = account([...row("State", "placement", 300), ...row("Region", "placement", Number.NaN)]);
  expect(of.payers).toEqual(["State", "Region", "Family"]);
  expect([...of.measured]).toEqual([1, 0, 1]);
});

test("only parameters in use make the rule", () => {
  const parameter = (name: "priceConversion" | "taxDistortion", value: number, used: boolean) =>
    ({ name, value, unit: "factor", source: "", verified: true, used }) as const;
  const used = (...parameters: ReturnType<typeof parameter>[]) =>
    ({ country: "DK", vintage: "2023-06", parameters, newer: null }) as const;
  expect(societyRule(undefined)).toEqual({ priceConversion: 1, taxDistortion: 0 });
  expect(societyRule(used(parameter("priceConversion", 1.28, true), parameter("taxDistortion", 0.1, false)))).toEqual({
    priceConversion: 1.28,
    taxDistortion: 0,
  });
});

test("the country's parameters reach society's bottom line: in Denmark since 2023 1.28 and no distortion; Norway's unchecked 20% only if confirmed", () => {
  const prices = [...row("Family", "placement", 1000), ...row("Citizen", "placement", 200)];
  const society = (parameters: object) => {
    const of = openAccount(effects, smallMoney({ prices }), smallOptions({ payers: kinds, parameters }), periods);
    const [family, citizen] = of.payers.map((payer) => line(of, "payer", payer).benefit);
    return { found: line(of, "society").benefit, family, citizen };
  };
  const danish = society({ country: "DK", vintage: "2023-06" });
  near(danish.found, 1.28 * danish.family + danish.citizen);
  const norwegian = society({ country: "NO" });
  near(norwegian.found, norwegian.family + norwegian.citizen);
  const confirmed = society({ country: "NO", confirmed: ["taxDistortion"] });
  near(confirmed.found, 1.2 * confirmed.family + confirmed.citizen);
});

test("homelessness, Denmark (Rambøll and SFI 2013): society 106,000 = citizen 7,500 + municipality 35,000 + state 63,500", () => {
  // One starter whose year changes by one unit less; each payer's price is what it saves of it.
  const few = smallEffects(["placement"]);
  const first = few.terms.findIndex((t) => t.event === 0);
  const one = {
    ...few,
    terms: few.terms.map((t, i) => (i === first ? { ...t, n: 1 } : t)),
    estimate: few.estimate.map((_, i) => (i === first ? -1 : 0)),
  };
  for (const [municipality, state] of [
    [35_000, 63_500],
    [19_000, 79_500],
  ]) {
    const prices = [
      ...row("Family", "placement", municipality),
      ...row("State", "placement", state),
      ...row("Citizen", "placement", 7_500),
    ];
    const of = openAccount(one, smallMoney({ prices, costs: [] }), smallOptions({ payers: kinds }), periods);
    near(line(of, "society").benefit, 106_000);
    near(line(of, "public").benefit, 98_500);
    near(line(of, "payer", "Family").benefit, municipality);
  }
});
