import { canonicalJson } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { readResults } from "./read-results.js";
import { SCHEMA_VERSION } from "./results.js";

const number = { estimate: 1, se: 1, df: Number.POSITIVE_INFINITY, lower: 0, upper: 2 };
const whole = {
  kind: "results",
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
  },
  money: { prices: [], costs: [], claim: [], budget: [] },
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
  const line = { measure: "gross", year: null, payer: null, consequence: null, discounted: false, figure: number };
  const results = readResults(written({ effects, savings: { ...whole.savings, lines: [line] } }), "results.json");
  expect(results.effects).toMatchObject({ df: [Number.POSITIVE_INFINITY, 3], estimate: [Number.NaN, 0] });
  expect(results.savings.lines[0]).toEqual(line);
  expect(results.balance.waves[0].starters).toBeNaN();
  expect(results.study).toEqual({ df: null });
});

test("reading and writing again gives the same bytes, unknown fields too", () => {
  const text = written({ effects, later: [{ x: 1 }] });
  expect(canonicalJson(readResults(text, "results.json"))).toBe(text);
});

test("results of schema version 2 were matched by nearest neighbours", () => {
  const { matching, ...old } = whole;
  const results = readResults(canonicalJson({ ...old, schemaVersion: 2 }), "results.json");
  expect(results.schemaVersion).toBe(3);
  expect(results.matching).toEqual(matching);
});

test("results whose design has no standard error cannot say whether it could have told, and come back", () => {
  const design = { se: Number.NaN, smallestDetectable: Number.NaN, couldHaveTold: null };
  const verification = { ...whole.verification, verdict: "cannot-tell", design };
  expect(readResults(written({ verification }), "results.json").verification.design).toEqual(design);
});

test("a bracket comes back with its infinities", () => {
  const bracket = {
    gap: 4,
    declaredGap: 0,
    matched: "≈60",
    outcomes: [{ outcome: "a", mean: number, total: number }],
    agrees: true,
  };
  expect(readResults(written({ bracket }), "results.json").bracket).toEqual(bracket);
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
  ["a verdict of its own", written({ verification: { ...whole.verification, verdict: "__proto__" } }), /verification\.verdict/],
])("%s", (_, text, sentence) => {
  expect(() => readResults(text, "results.json")).toThrow(sentence);
});
