import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { expect, it } from "vitest";
import { type MatchingOptionsInput, matchingOptions } from "../options/matching-options.js";
import { matchWaves } from "./match-waves.js";

const T = 16;
const N = 110;

/** Starters at 110 and 113 after a peak; a number that some lack, a 0/1 variable, a category, households and schools. */
function panelOf(): Panel {
  const random = stream(3, "matching/test-panel", 0);
  const age = Float64Array.from({ length: N }, () => Math.round(40 + 8 * random.normal()) / 4);
  const sex = Float64Array.from({ length: N }, () => (random.uniform() < 0.5 ? 1 : 0));
  const town = Int32Array.from({ length: N }, () => Math.floor(3 * random.uniform()));
  const chance = (i: number): number => 0.07 + 0.02 * (age[i] - 10) + 0.04 * sex[i] + 0.02 * town[i];
  const firstTreated = Int32Array.from({ length: N }, (_, i) =>
    random.uniform() < chance(i) ? 110 : random.uniform() < chance(i) ? 113 : NEVER,
  );
  /** Higher in the two quarters before a start. */
  const days = (i: number, t: number): number =>
    age[i] / 4 + random.normal() + (firstTreated[i] - 100 - t === 1 || firstTreated[i] - 100 - t === 2 ? 2 : 0);
  return {
    kind: "panel",
    units: N,
    periods: { unit: "quarter", ordinals: Int32Array.from({ length: T }, (_, t) => 100 + t) },
    ids: Array.from({ length: N }, (_, i) => String(i)),
    firstTreated,
    observed: Uint8Array.from({ length: N * T }, (_, k) => (k % T < 3 && k % (7 * T) < T ? 0 : 1)),
    measures: [
      { name: "days", unit: "days", values: Float64Array.from({ length: N * T }, (_, k) => days(Math.floor(k / T), k % T)) },
    ],
    covariates: [
      { name: "age", values: age.map((v, i) => (i % 23 === 0 ? Number.NaN : v)) },
      { name: "sex", values: sex },
      ...[1, 2].map((k) => ({ name: `town=${k}`, values: Float64Array.from(town, (t) => (t === k ? 1 : 0)) })),
    ],
    clusterings: [
      { name: "household", of: Int32Array.from({ length: N }, (_, i) => Math.floor(i / 2)), count: N / 2 },
      { name: "school", of: Int32Array.from({ length: N }, (_, i) => i % 4), count: 4 },
    ],
  };
}

const panel = panelOf();
const BASE: MatchingOptionsInput = { history: { windows: [[1, 2]] } };
const methods: MatchingOptionsInput[] = [
  { method: "nearest", caliper: 2 },
  { method: "exact", exact: ["town"] },
  { method: "coarsened", covariates: ["age", "sex"], coarsening: { cuts: 3 } },
  {
    method: "coarsened",
    covariates: ["age", "sex"],
    coarsening: { cuts: 2, k2k: true },
    distance: "scaledEuclidean",
    share: "reuse",
  },
  { method: "ipw" },
  { method: "entropy" },
  { method: "cbps" },
];
/** Each option of a match at another value than its default, and what it stands upon. */
const variants: [given: MatchingOptionsInput, upon?: MatchingOptionsInput][] = [
  [{ covariates: ["age"] }],
  [{ score: { model: "probit" } }],
  [{ score: { penalty: "firth" } }],
  [{ score: { formula: "age + sex" } }],
  [{ score: { terms: [{ power: "age" }] } }],
  [{ score: { tolerance: 0.97 } }],
  [{ distance: "probability" }],
  [{ distance: "mahalanobis" }],
  [{ distanceOn: ["age"] }, { distance: "euclidean", share: "reuse" }],
  [{ ratio: 1 }],
  [{ variableRatio: { most: 5 } }, { ratio: 2, share: "reuse" }],
  [{ variableRatio: { least: 2, most: 5 } }, { ratio: 3, share: "reuse", variableRatio: { most: 5 } }],
  [{ caliper: 0.1 }],
  [{ calipers: { age: 0.3 } }],
  [{ calipers: { age: { width: 0.6, unit: "raw" } } }, { calipers: { age: 0.6 } }],
  [{ exact: ["school"] }],
  [{ antiExact: ["school"] }],
  [{ order: "smallest" }],
  [{ order: "random" }],
  [{ replace: true }],
  [{ reuseLimit: 1 }, { replace: true }],
  [{ order: "closest" }, { replace: true }],
  [{ order: "data" }, { replace: true, reuseLimit: 1 }],
  [{ coarsening: { cuts: 4 } }],
  [{ coarsening: { by: { age: 2 } } }],
  [{ coarsening: { k2k: true } }],
  [{ weighting: { target: "ate" } }],
  [{ weighting: { target: "ato" } }],
  [{ weighting: { moments: 2 } }],
  [{ weighting: { trim: { probability: [0.05, 0.4] } } }],
  [{ weighting: { trim: { weight: 0.9 } } }],
  [{ anticipation: 1 }],
  [{ estimand: "waiting" }],
  [{ history: { windows: [[1, 2]], outcomes: [] } }],
  [{ history: { windows: [[1, 3]] } }],
  [{ history: { windows: [[1, 2]], gap: 1 } }],
  [{ peak: { threshold: 99 } }],
  [{ missing: "indicator" }],
  [{ exclude: [] }],
  [{ share: "first" }, { share: "lot" }],
  [{ share: "reuse" }, { share: "lot" }],
  [{ balanceThreshold: 0.01 }],
  [{ balanceBinary: "raw" }],
];

/** Options whose members are names, or are held to it as a whole. */
const OPEN = new Set(["calipers", "variableRatio", "coarsening.by", "weighting.trim"]);

/** What a match hands on, or the error it stops with, as text; undefined where its options are refused. */
const found = new Map<string, string | undefined>();
function outcome(options: MatchingOptionsInput): string | undefined {
  const key = JSON.stringify(options);
  if (!found.has(key)) {
    if (matchingOptions.safeParse(options).success) {
      try {
        const { options: _, ...rest } = matchWaves(panel, options);
        found.set(key, JSON.stringify(rest));
      } catch (error) {
        found.set(key, String(error));
      }
    } else found.set(key, undefined);
  }
  return found.get(key);
}

it.each(methods)("an option changes the match or is refused: %j", (method) => {
  const silent = variants.filter(([given, upon = {}]) => {
    const stands = { ...BASE, ...method, ...upon };
    const without = outcome(stands);
    const options = { ...stands, ...given };
    return without !== undefined && outcome(options) === without;
  });
  expect(silent).toEqual([]);
});

it("every option is held to it but those of the bracket, which the study acts on, and the candidates, which chooseMatch does", () => {
  const paths = (value: object, at = ""): string[] =>
    Object.entries(value).flatMap(([name, own]) =>
      OPEN.has(`${at}${name}`) || typeof own !== "object" || own === null || Array.isArray(own)
        ? [`${at}${name}`]
        : paths(own, `${at}${name}.`),
    );
  const held = new Set(variants.flatMap(([given]) => paths(given)));
  const all = paths({ ...matchingOptions.parse({}), covariates: [], exclude: [], distanceOn: [], variableRatio: {} });
  const missing = all.filter((path) => !held.has(path) && !["method", "candidates", "peak.bracket"].includes(path));
  expect(missing).toEqual([]);
});
