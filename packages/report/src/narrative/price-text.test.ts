import type { PriceRow } from "@kontrafakt/savings";
import { expect, test } from "vitest";
import { speak } from "../language.js";
import { parameterLines, parameterValue } from "./parameters-text.js";
import { distributionText, lagText, refundText } from "./price-text.js";

const [en, da] = [speak("en"), speak("da")];
const row = (change: Partial<PriceRow>): PriceRow => ({
  consequence: "c",
  payer: "p",
  year: 2024,
  unit: "days",
  amount: 3400,
  priceYear: 2024,
  cashable: 1,
  source: "s",
  origin: { file: "f", row: 2 },
  ...change,
});

test("how a price may vary, each distribution by what it is given by", () => {
  const of = (change: Partial<PriceRow>) => distributionText(row(change), en);
  expect(of({})).toBe("known");
  expect(of({ low: 3000, high: 3900 })).toBe("triangular, 3,000 to 3,900");
  expect(of({ distribution: { kind: "pert", low: 1, mode: 2, high: 2.5 } })).toBe("PERT, 1 to 2.50");
  expect(of({ distribution: { kind: "lognormal", mean: 10, sd: 90 } })).toBe("lognormal, SD 90");
  expect(of({ distribution: { kind: "beta", low: 0, high: 10, mean: 4, sd: 1 } })).toBe("beta, 0 to 10, SD 1");
  expect(of({ distribution: { kind: "empirical", values: [1, 2, 4] } })).toBe("as found, 3 values");
});

test("refund and lag in words", () => {
  const refunded = { payer: "Family", by: "State", share: 0.25, side: "payer", origin: { file: "r", row: 2 } } as const;
  expect(refundText(row({ refunded }), en)).toBe("what is left after 25% from State");
  expect(refundText(row({ refunded: { ...refunded, side: "refunder" } }), en)).toBe("25%, refunded to Family");
  expect(refundText(row({}), en)).toBe("");
  expect(lagText(row({ lag: 1, lagLow: 0.5, lagHigh: 2 }), da)).toBe("1 (0,5 til 2)");
  expect(lagText(row({}), en)).toBe("");
});

test("parameters with their steps, and what a newer edition would change", () => {
  const steps = [
    { fromYear: 1, rate: 0.035 },
    { fromYear: 36, rate: 0.025 },
  ];
  expect(parameterValue(steps, "share", en)).toBe("3.5%, 2.5% from year 36");
  expect(parameterValue(1.28, "factor", da)).toBe("1,28");
  const used = {
    country: "DK",
    vintage: "2017",
    parameters: [{ name: "taxDistortion", value: 0.1, unit: "share", source: "s", verified: true, used: true }],
  } as const;
  expect(parameterLines({ ...used, newer: null }, en)).toEqual(["Edition 2017 is the newest this version knows."]);
  const changes = [{ name: "taxDistortion", from: 0.1, to: null }] as const;
  expect(parameterLines({ ...used, newer: { vintage: "2023-06", changes } }, en)).toEqual([
    "A newer edition, 2023-06, would change: tax distortion from 10.0% to none.",
  ]);
  expect(parameterLines({ ...used, newer: { vintage: "2023-06", changes: [] } }, en)[0]).toMatch(/with the same values/);
});
