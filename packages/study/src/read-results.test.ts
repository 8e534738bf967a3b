import { canonicalJson } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { readResults } from "./read-results.js";
import { type MatchedResults, type Results, SCHEMA_VERSION } from "./results.js";

const number = { estimate: 1, se: 1, df: Number.POSITIVE_INFINITY, lower: 0, upper: 2 };
const whole = {
  kind: "results",
  design: "matched",
  schemaVersion: SCHEMA_VERSION,
  product: { name: "kontrafakt", version: "0" },
  seed: 1,
  study: { df: null },
  title: "T",
  municipality: "M",
  programme: { da: "P" },
  inputs: [],
  lock: { status: "not-locked", deviations: [] },
  periods: { unit: "quarter", labels: [], ordinals: [] },
  flow: { files: [], people: [] },
  waves: [],
  analysed: { starters: 9, matched: "<5", controls: 20, unmatched: 0 },
  balance: { rows: [], waves: [{ starters: Number.NaN }], threshold: 0.1, passed: true },
  matching: { method: "nearest", independence: "set", weights: "sets" },
  outcomes: [],
  effects: { estimator: "E", clusters: 3, terms: [], estimate: [], df: [], covariance: [] },
  savings: {
    currency: "DKK",
    priceYear: 2024,
    discount: { rate: 0, baseYear: 2024, source: "S" },
    years: [2024],
    payers: [],
    consequences: [],
    lines: [],
    breakEven: { year: null, share: [] },
    shares: [],
    notMeasured: [],
    draws: 1000,
    figures: [],
    tornado: [],
    bookable: [],
    transfers: [],
    payerShares: [],
    persistence: { form: "none", until: 2024, source: "", ageOut: null, outcomes: [], remaining: [], followUp: [] },
    human: [],
  },
  verification: {
    primary: { measure: "gross", years: [2024], payers: [] },
    claim: 1,
    evaluated: number,
    verdict: "in-line",
    caps: [],
    design: { se: 1, smallestDetectable: 3, couldHaveTold: false },
    rows: [],
    budget: [],
    waterfall: [],
    gap: [],
    reconciliation: [],
  },
  money: { prices: [], costs: [], claim: [], budget: [], facts: {} },
  data: { files: [{ file: "people.csv", encoding: "utf-8" }] },
  disclosure: {
    rules: [{ owner: null, files: ["people.csv"], smallCell: 5, dominance: [], pPercent: 10, rounding: 1 }],
    withheld: [{ reason: "few", figures: 2 }],
  },
  problems: [],
};
const term = (outcome: string) => ({ outcome, unit: "days", kind: "total", group: 8081, year: 2020, time: 8083 });
const written = (more: object) => canonicalJson({ ...whole, ...more });
const effects = {
  ...whole.effects,
  terms: [term("a"), term("__proto__")],
  df: [Number.POSITIVE_INFINITY, 3],
  estimate: [Number.NaN, -0],
  covariance: [1, 1e-9, 2],
};

test("numbers that JSON cannot hold come back, and the study stays as written", () => {
  const line = {
    basis: "observed",
    measure: "gross",
    year: null,
    payer: null,
    consequence: null,
    discounted: false,
    figure: number,
  };
  const results = readResults(written({ effects, savings: { ...whole.savings, lines: [line] } }), "results.json");
  expect(results.effects).toMatchObject({ df: [Number.POSITIVE_INFINITY, 3], estimate: [Number.NaN, 0] });
  expect(results.savings.lines[0]).toEqual(line);
  expect((results as MatchedResults).balance.waves[0].starters).toBeNaN();
  expect(results.study).toEqual({ df: null });
});

test("reading and writing again gives the same bytes, unknown fields too", () => {
  const text = written({ effects, later: [{ x: 1 }] });
  expect(canonicalJson(readResults(text, "results.json"))).toBe(text);
});

test("a missing amount of the money files is NaN again, and an amount nobody knows stays null", () => {
  const money = {
    ...whole.money,
    prices: [{ amount: Number.NaN, payer: "P" }],
    costs: [{ planned: 1, actual: Number.NaN }],
    volume: [{ dropouts: Number.NaN }],
  };
  const waterfall = [{ step: "budgetLowered", amount: null }];
  const results = readResults(written({ money, verification: { ...whole.verification, waterfall } }), "results.json") as Results;
  expect(results.money).toEqual(money);
  expect(results.verification.waterfall).toEqual(waterfall);
});

test("results of schema version 5 observed all they tell, and assumed nothing", () => {
  const { figures, tornado, bookable, transfers, payerShares, persistence, human, ...savings } = whole.savings;
  const { waterfall, gap, reconciliation, ...verification } = whole.verification;
  const { facts, ...money } = whole.money;
  const line = { measure: "gross", year: null, payer: null, consequence: null, discounted: false, figure: number };
  const old = {
    ...whole,
    schemaVersion: 5,
    savings: { ...savings, lines: [line], shares: [{ source: "effect", share: 1 }] },
    verification,
    money,
  };
  const results = readResults(canonicalJson(old), "results.json") as Results;
  expect(results.savings.lines).toEqual([{ basis: "observed", ...line }]);
  expect(results.savings).toMatchObject({ figures, tornado, bookable, transfers, payerShares, persistence, human });
  expect(results.savings.shares).toEqual([{ source: "effect", share: 1, error: Number.NaN }]);
  expect(results.verification).toMatchObject({ waterfall, gap, reconciliation });
  expect(results.money.facts).toEqual(facts);
});

test("results of schema version 2 were matched by nearest neighbours", () => {
  const { matching, ...old } = whole;
  const results = readResults(canonicalJson({ ...old, schemaVersion: 2 }), "results.json") as MatchedResults;
  expect(results.schemaVersion).toBe(SCHEMA_VERSION);
  expect(results.matching).toEqual(matching);
});

const outcome = {
  name: "a",
  label: "A",
  unit: "days",
  priced: true,
  better: "lower",
  mean: number,
  total: number,
  events: [],
  paths: { event: [], treated: [], comparison: [], rest: [] },
  preTrend: null,
  naive: { beforeAfter: 1, treatedVersusRest: 2 },
};

test("results of schema version 3 were of matched people, and had one estimator beside", () => {
  const { design, ...old } = whole;
  const averages = [{ type: "simple", overall: number, parts: [{ ...number, at: 1, n: "≈60" }] }];
  const textbook = { estimator: "attGt, dr", units: 90, averages };
  const outcomes = [
    { ...outcome, textbook },
    { ...outcome, name: "b" },
  ];
  const results = readResults(canonicalJson({ ...old, outcomes, schemaVersion: 3 }), "results.json") as MatchedResults;
  expect(results).toMatchObject({ design, schemaVersion: SCHEMA_VERSION });
  const [first, second] = results.outcomes;
  expect(first.beside).toEqual([{ name: "textbook", estimator: "attGt", label: "attGt, dr", units: 90, averages }]);
  expect(first).not.toHaveProperty("textbook");
  expect(second).toEqual({ ...outcome, name: "b" });
});

const groups = {
  source: "cells",
  estimator: "attGt",
  label: "attGt, never treated",
  cohorts: [
    { start: 2020, label: "2020", units: 90 },
    { start: null, label: "never", units: "<5" },
  ],
  covariance: "conservative",
};
const ofGroups = () => {
  const { waves, analysed, balance, matching, ...rest } = whole;
  const { paths, naive, ...own } = outcome;
  return { ...rest, design: "groups", flow: { files: [] }, groups, outcomes: [own] };
};

test("results of groups come back, with a share whose limits are none", () => {
  const fieller = { shape: "everything", lower: null, upper: null };
  const relative = { ratio: -0.1, counterfactual: 12, se: 0.02, lower: -0.14, upper: -0.06, fieller };
  const [own] = ofGroups().outcomes;
  const results = readResults(canonicalJson({ ...ofGroups(), outcomes: [{ ...own, relative }] }), "results.json");
  expect(results.design).toBe("groups");
  expect(results.outcomes[0].relative).toEqual(relative);
});

test("results of schema version 4 were confirmed by a permutation within matched sets", () => {
  const evidenceOf = (verification: object) =>
    (
      readResults(
        written({ schemaVersion: 4, verification: { ...whole.verification, ...verification } }),
        "results.json",
      ) as Results
    ).verification;
  const drawn = evidenceOf({ permutation: { p: 0.0123, draws: 9999 } });
  expect(drawn.evidence).toEqual({ method: "set", p: 0.0123, draws: 9999, exact: false, null: "sharp" });
  expect(drawn).not.toHaveProperty("permutation");
  expect(evidenceOf({ permutation: { p: null, draws: 81 } }).evidence).toMatchObject({ p: Number.NaN, exact: true });
  expect(evidenceOf({})).not.toHaveProperty("evidence");
});

test("what other methods say comes back with its infinities and missing limits", () => {
  const method = {
    method: "fewTreated",
    variant: "fermanPinto",
    estimate: 1,
    lower: Number.NEGATIVE_INFINITY,
    upper: Number.NaN,
  };
  const one = { ...method, p: 0.1, level: 0.95, draws: 19, exact: true, null: "mean", clusters: 20, treatedClusters: "<5" };
  const choice = {
    covariance: "CR2",
    degrees: "bellMcCaffrey",
    by: ["school"],
    clusters: 20,
    treatedClusters: "<5",
    reason: "asked",
  };
  const inference = { choice, bands: "supT", beside: [one] };
  const verification = { ...whole.verification, inference: { beside: [{ ...one, p: undefined }] } };
  const results = readResults(written({ outcomes: [{ ...outcome, inference }], verification }), "results.json") as Results;
  expect(results.outcomes[0].inference).toEqual(inference);
  expect(results.verification.inference?.beside[0]).not.toHaveProperty("p");
});

test("results whose design has no standard error cannot say whether it could have told, and come back", () => {
  const design = { se: Number.NaN, smallestDetectable: Number.NaN, couldHaveTold: null };
  const verification = { ...whole.verification, verdict: "cannot-tell", design };
  expect((readResults(written({ verification }), "results.json") as Results).verification.design).toEqual(design);
});

test("a bracket comes back with its infinities", () => {
  const bracket = {
    gap: 4,
    declaredGap: 0,
    matched: "≈60",
    outcomes: [{ outcome: "a", mean: number, total: number }],
    agrees: true,
  };
  expect((readResults(written({ bracket }), "results.json") as MatchedResults).bracket).toEqual(bracket);
});

test.each([
  ["no JSON", "{", /^results\.json: this is not a results file: /],
  ["other JSON", "[]", /^results\.json: this is JSON but not a Kontrafakt result/],
  [
    "a newer version",
    written({ schemaVersion: SCHEMA_VERSION + 1 }),
    /written by a newer Kontrafakt \(schema version \d+, this one reads up to \d+\); update/,
  ],
  [
    "a version never written",
    written({ schemaVersion: 0 }),
    /has schema version 0, and there is no migration from it; run the study again/,
  ],
  ["a part missing", written({ savings: undefined }), /^results\.json: this is not a results file: it has no savings; give/],
  ["a part of another kind", written({ outcomes: "x" }), /: outcomes is not what it should be \(the text "x"\)/],
  [
    "a list cut short",
    written({ effects: { ...effects, covariance: [1, 2] } }),
    /effects\.covariance has 2 values where 2 terms need 3/,
  ],
  ["a bracket cut short", written({ bracket: { gap: 4 } }), /it has no bracket\.declaredGap/],
  ["no design", written({ design: undefined }), /it has no design/],
  ["a design of its own", written({ design: "guessed" }), /design is not what it should be \(the text "guessed"\)/],
  ["groups without their outcome", canonicalJson({ ...ofGroups(), outcomes: [{}] }), /it has no outcomes\[0\]\.name/],
  ["groups without groups", canonicalJson({ ...ofGroups(), groups: undefined }), /it has no groups/],
  [
    "a method cut short",
    written({ outcomes: [{ ...outcome, inference: { beside: [{ method: "jackknife" }] } }] }),
    /it has no outcomes\[0\]\.inference\.beside\[0\]\.variant/,
  ],
  ["a verdict of its own", written({ verification: { ...whole.verification, verdict: "__proto__" } }), /verification\.verdict/],
])("%s", (_, text, sentence) => {
  expect(() => readResults(text, "results.json")).toThrow(sentence);
});
