import { expect, test } from "vitest";
import { stringify } from "yaml";
import { explainOption } from "../explain-option.js";
import { parseStudy } from "../parse-study.js";
import { studyFiles } from "../study-files.js";

const plan = {
  kontrafakt: 1,
  title: "Before",
  municipality: "Fjordby",
  programme: "Early Support",
  plan: {
    from: 2026,
    until: 2030,
    starters: { 2026: 30, 2027: { amount: 20, low: 10, high: 25 } },
    outcomes: { placement: { unit: "days", label: { en: "Placement", da: "Anbringelse" } } },
    effects: { file: "effects.csv" },
    history: { file: "history.csv" },
  },
  savings: {
    currency: "DKK",
    priceYear: 2025,
    prices: { file: "prices.csv" },
    programmeCost: { file: "cost.csv" },
    discount: { rate: 0.035, baseYear: 2026, source: "test" },
  },
};
const problemsOf = (change: object) => parseStudy(stringify({ ...plan, ...change }), "study.yaml").problems;

test("a plan is read with its defaults, and names its files", () => {
  const { planStudy, study, groupStudy, problems } = parseStudy(stringify(plan), "study.yaml");
  expect(problems).toEqual([]);
  expect([study, groupStudy]).toEqual([undefined, undefined]);
  expect(planStudy?.plan).toMatchObject({ firstYear: 0.5, dropouts: 0, successRate: 1, measure: "gross" });
  expect(planStudy?.report).toEqual({ smallCell: 5, languages: ["da", "en"] });
  expect(planStudy && studyFiles(planStudy).map(({ role, file }) => `${role}: ${file}`)).toEqual([
    "plan.effects: effects.csv",
    "plan.history: history.csv",
    "savings.prices: prices.csv",
    "savings.programmeCost: cost.csv",
  ]);
});

const faults: readonly [name: string, change: object, code: string, at: string][] = [
  ["people beside a plan", { cohort: {} }, "study/plan-and-others", "cohort"],
  ["groups beside a plan", { groups: {} }, "study/plan-and-others", "groups"],
  ["a claim", { savings: { ...plan.savings, claim: { file: "claim.csv" } } }, "study/plan-not-yet", "savings.claim"],
  ["a start before the plan", { plan: { ...plan.plan, starters: { 2025: 3 } } }, "study/not-allowed", "plan.starters"],
  ["an end before the beginning", { plan: { ...plan.plan, until: 2025 } }, "study/not-allowed", "plan.until"],
  ["a year in words", { plan: { ...plan.plan, starters: { soon: 3 } } }, "study/wrong-text", "plan.starters.soon"],
  [
    "an outcome it has not",
    { savings: { ...plan.savings, persistence: { outcomes: { jail: { form: "constant" } } } } },
    "study/no-such-plan-outcome",
    "savings.persistence.outcomes.jail",
  ],
  ["a total it has not", { savings: { ...plan.savings, totalSpend: "all" } }, "study/no-such-plan-outcome", "savings.totalSpend"],
];
test.each(faults)("%s is refused where it stands", (_, change, code, at) => {
  const problems = problemsOf(change);
  expect(problems.map((p) => p.code)).toContain(code);
  expect(problems.find((p) => p.code === code)?.where.option).toBe(at);
});

test("options of a plan are explained", () => {
  expect(explainOption("plan.effects.optimismBias")).toMatchObject({ kind: "explanation", default: '"optimismBias"' });
  expect(explainOption("plan.costBias.uplift")).toMatchObject({ kind: "explanation", required: true });
});
