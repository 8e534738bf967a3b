import { bytesSource, type Source } from "@kontrafakt/cohort";
import { type PlanMoneyOptions, type PlanOptions, planMoneyOptions, planOptions } from "../options/plan-options.js";

export const planFiles = {
  "effects.csv": [
    "outcome;yearSinceStart;effect;low;high;distribution;sd;grade;optimismBias;source",
    "Anbringelse;0;-4;-8;-1;;;C;0,2;studie A",
    "Anbringelse;1;-10;-16;-4;pert;;C;0,2;studie A",
    "specialSchool;0;-2;;;;;D;;skøn",
    "specialSchool;1;-6;;;normal;2;D;0,1;skøn",
    "specialSchool;2;-5;;;normal;2;D;0,1;skøn",
    "absence;0;-3;;;lognormal;1;B;;studie B",
  ],
  "prices.csv": [
    "consequence;payer;year;unit;amount;low;high;priceYear;cashable;deadweight",
    "placement;Family;2026;dage;2000;1500;2600;2025;0,7;0,1",
    "placement;State;2026;dage;400;;;2025;1;0,1",
    "specialSchool;School;2026;dage;1100;;;2025;0,5;",
    "specialSchool;School;2028;dage;1200;;;2025;0,5;",
  ],
  "cost.csv": [
    "year;payer;planned;actual;priceYear;behaviour",
    "2026;Family;900000;;2025;variable",
    "2027;Family;400000;;2025;fixed",
    "2027;School;50000;;2025;variable",
  ],
  "history.csv": [
    "year;people;outcome;units",
    "2022;60;placement;900",
    "2022;60;specialSchool;3000",
    "2023;80;placement;1400",
    "2023;80;specialSchool;4000",
  ],
} as const;

export function planSources(change: Partial<Record<keyof typeof planFiles, readonly string[]>> = {}): Map<string, Source> {
  return new Map(
    Object.entries({ ...planFiles, ...change }).map(([name, lines]) => [
      name,
      bytesSource(name, new TextEncoder().encode(lines.join("\r\n"))),
    ]),
  );
}

export function smallPlan(change: Record<string, unknown> = {}): PlanOptions {
  return planOptions.parse({
    from: 2026,
    until: 2030,
    starters: { 2026: { amount: 30, low: 20, high: 36 }, 2027: 20 },
    dropouts: 0.1,
    outcomes: {
      placement: { unit: "days", label: "Anbringelse" },
      specialSchool: { unit: "days" },
      absence: { unit: "days", better: "lower" },
    },
    effects: { file: "effects.csv" },
    history: { file: "history.csv" },
    ...change,
  });
}

export function planMoney(change: Record<string, unknown> = {}): PlanMoneyOptions {
  return planMoneyOptions.parse({
    currency: "DKK",
    priceYear: 2025,
    prices: { file: "prices.csv" },
    programmeCost: { file: "cost.csv" },
    discount: { rate: 0.035, baseYear: 2026, source: "test" },
    draws: 2000,
    ...change,
  });
}
