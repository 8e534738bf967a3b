import { linearCombination } from "@kontrafakt/effects";
import { tQuantile } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import type { MoneyFiles } from "../files/read-money.js";
import { messages } from "../messages.js";
import type { ClaimRow, Evidence } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { primaryWeights } from "./primary-row.js";
import { type VerificationEvidence, verify } from "./verify.js";

const effects = smallEffects();
const money = smallMoney();
const evidence: VerificationEvidence = { caps: [], design: { se: 100_000 } };

/** The same claim with its total set to `amount`. */
function claiming(amount: number, from: MoneyFiles = money): MoneyFiles {
  return { ...from, claim: from.claim.map((row) => ({ ...row, amount: amount / from.claim.length })) };
}

const run = (m: MoneyFiles = money, primary: Record<string, unknown> = {}, more: Partial<VerificationEvidence> = {}) =>
  verify(effects, m, smallOptions({ primary }), periods, { ...evidence, ...more });

test("the primary figure is c'θ with its own interval, and the verdict follows from it", () => {
  const { verification } = run();
  const c = primaryWeights(effects, money, smallOptions(), periods);
  const { estimate, se, df } = linearCombination(effects, c);
  expect(verification.evaluated.estimate / estimate).toBeCloseTo(1, 9);
  expect(verification.evaluated.lower / (estimate - tQuantile(0.975, df) * se)).toBeCloseTo(1, 9);
  expect(verification.claim).toBe(2_700_000);
  expect(verification.primary).toEqual({ measure: "gross", years: [2021, 2022, 2023], payers: [], consequences: [] });
  const { lower, upper } = verification.evaluated;
  expect(lower).toBeGreaterThan(0);
  expect(run(claiming(lower / 2)).verification.verdict).toBe("reached");
  expect(run(claiming(estimate)).verification.verdict).toBe("in-line");
  expect(run(claiming(upper * 2)).verification.verdict).toBe("smaller");
});

test("years, payers, consequences and measure choose the row; net takes the cost off", () => {
  const all = run().verification.evaluated.estimate;
  const parts = ["Family", "State", "School"].map((payer) => run(money, { payers: [payer] }).verification.evaluated.estimate);
  expect(parts.reduce((a, b) => a + b, 0) / all).toBeCloseTo(1, 9);
  const years = [2021, 2022, 2023].map((year) => run(money, { years: [year] }).verification.evaluated.estimate);
  expect(years.reduce((a, b) => a + b, 0) / all).toBeCloseTo(1, 9);
  const consequences = ["placement", "school"].map((c) => run(money, { consequences: [c] }).verification.evaluated.estimate);
  expect(consequences.reduce((a, b) => a + b, 0) / all).toBeCloseTo(1, 9);
  expect(all - run(money, { measure: "net" }).verification.evaluated.estimate).toBeCloseTo(1_200_000, 4);
  expect(run(money, { measure: "cashable", payers: ["School"] }).verification.evaluated.estimate / parts[2]).toBeCloseTo(0.5, 9);
  expect(run(money, { years: [2021], payers: ["Family"] }).verification.claim).toBe(300_000);
  expect(() => smallOptions({ primary: { measure: "net", consequences: ["school"] } })).toThrow(
    /consequences must be left empty/,
  );
});

const tested = (p: number, method: Evidence["method"] = "set"): { readonly evidence: Evidence } => ({
  evidence: { method, p, draws: 999, exact: false, null: "sharp" },
});

test("evidence that disagrees takes the lower limit down to 0", () => {
  const { estimate, upper } = run().verification.evaluated;
  const fallen = run(claiming(estimate), {}, tested(0.03));
  expect(fallen.verification.verdict).toBe("cannot-tell");
  expect(fallen.problems.map((p) => p.code)).toEqual(["savings/permutation-disagrees"]);
  expect(run(claiming(upper * 2), {}, tested(0.03)).verification.verdict).toBe("below-claim");
  expect(run(claiming(estimate), {}, tested(Number.NaN)).verification.verdict).toBe("cannot-tell");
  expect(run(claiming(estimate), {}, tested(0.025)).verification.verdict).toBe("cannot-tell");
  expect(run(claiming(estimate), {}, tested(0.024)).verification.verdict).toBe("in-line");
  expect(run(claiming(estimate), {}, tested(0.024)).verification.evidence).toMatchObject({ method: "set", p: 0.024 });
});

test.each([
  ["cluster", "savings/cluster-test-disagrees"],
  ["people", "savings/people-test-disagrees"],
  ["scoreBootstrap", "savings/score-bootstrap-disagrees"],
] as const)("evidence by %s says so where it disagrees", (method, code) => {
  const { estimate } = run().verification.evaluated;
  const { problems } = run(claiming(estimate), {}, tested(0.2, method));
  expect(problems.map((p) => p.code)).toEqual([code]);
  expect(messages).toHaveProperty([code]);
});

test("the design could have told a claim of at least (t.975 + t.80)·se", () => {
  const { design } = run(claiming(280_000)).verification;
  expect(design.smallestDetectable).toBeCloseTo((1.959963985 + 0.841621234) * 100_000, 3);
  expect(design.couldHaveTold).toBe(false);
  expect(run(claiming(281_000)).verification.design.couldHaveTold).toBe(true);
  expect(run(claiming(281_000), {}, { design: { se: Number.NaN } }).verification.design.couldHaveTold).toBeNull();
});

test("claim years not wholly observed are too early", () => {
  const later: ClaimRow = { ...money.claim[0], year: 2024 };
  expect(run({ ...money, claim: [...money.claim, later] }).verification.verdict).toBe("too-early");
  const short = { ...periods, ordinals: periods.ordinals.slice(0, 15) };
  expect(
    verify(effects, money, smallOptions({ primary: { years: [2021, 2022] } }), short, evidence).verification.verdict,
  ).not.toBe("too-early");
  expect(verify(effects, money, smallOptions(), short, evidence).verification.verdict).toBe("too-early");
});

test("like is held against like: silent years and payers, strangers and claims not above zero are refused", () => {
  const without = (skip: (row: ClaimRow) => boolean) => ({ ...money, claim: money.claim.filter((row) => !skip(row)) });
  expect(() => run(without((row) => row.payer === "State"))).toThrow(
    /primary row includes State, for whom the claim assumes nothing/,
  );
  expect(
    run(
      without((row) => row.payer === "State"),
      { payers: ["Family", "School"] },
    ).verification.claim,
  ).toBe(1_800_000);
  expect(() =>
    run(
      without((row) => row.year === 2022),
      { years: [2021, 2022] },
    ),
  ).toThrow(/primary row includes 2022/);
  expect(() => run(money, { payers: ["Nobody"] })).toThrow(
    /no payer "Nobody" in the money files; known are Family, State, School/,
  );
  expect(() => run(money, { consequences: ["absence"] })).toThrow(/no consequence "absence"/);
  expect(() => run(claiming(0))).toThrow(/the claim over the primary years and payers is 0/);
  const whole = { ...money, claim: money.claim.map((row) => ({ ...row, consequence: "" })) };
  expect(() => run(whole, { consequences: ["placement"] })).toThrow(/states Family's 2021 saving as one amount/);
});

test("rows sum to the row and its claim; what is not measured is null and caps the verdict", () => {
  const { verification } = run(money, {}, { caps: ["not-balanced"] });
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  expect(verification.rows.map((r) => [r.year, r.payer, r.consequence]).slice(0, 3)).toEqual([
    [2021, "Family", "placement"],
    [2021, "State", "placement"],
    [2021, "School", "school"],
  ]);
  expect(sum(verification.rows.map((r) => r.evaluated ?? 0)) / verification.evaluated.estimate).toBeCloseTo(1, 9);
  expect(sum(verification.rows.map((r) => r.claim))).toBe(verification.claim);
  expect(verification.caps).toEqual(["not-balanced"]);

  const prices = money.prices.map((p) => (p.payer === "State" ? { ...p, amount: Number.NaN } : p));
  const unknown = run({ ...money, prices });
  expect(unknown.verification.rows.filter((r) => r.payer === "State").map((r) => r.evaluated)).toEqual([null, null, null]);
  expect(unknown.verification.caps).toEqual(["not-measured"]);

  const net = run(money, { measure: "net" }).verification;
  expect(net.rows.every((r) => r.consequence === "")).toBe(true);
  expect(sum(net.rows.map((r) => r.evaluated ?? 0)) / net.evaluated.estimate).toBeCloseTo(1, 9);
});

test("a claim stated as one amount is held against all consequences of that payer; what nobody claimed stands with 0", () => {
  const claim = money.claim
    .map((row) => (row.payer === "Family" ? { ...row, consequence: "" } : row))
    .filter((row) => row.payer !== "School" || row.year !== 2022);
  const { rows } = run({ ...money, claim }).verification;
  expect(rows.find((r) => r.payer === "Family" && r.year === 2022)).toMatchObject({ consequence: "", claim: 300_000 });
  expect(rows.find((r) => r.payer === "School" && r.year === 2022)).toMatchObject({ consequence: "school", claim: 0 });
});

test("a prior speaks of the net whatever the measure: the cost is taken off once", () => {
  const prior = { kind: "given", mean: 0, sd: 1e12, source: "test" };
  const of = (primary: Record<string, unknown>) =>
    verify(effects, money, smallOptions({ primary, prior }), periods, evidence).verification.prior;
  expect(of({ measure: "gross" })?.probabilityNet).toBeCloseTo(of({ measure: "net" })?.probabilityNet as number, 6);
  expect(of({ measure: "net" })?.probabilityNet).toBe(of({ measure: "net" })?.probabilitySaving);
  expect(of({ measure: "gross" })?.probabilityNet).toBeLessThan(of({ measure: "gross" })?.probabilitySaving as number);
  expect(run().verification).not.toHaveProperty("prior");
});
