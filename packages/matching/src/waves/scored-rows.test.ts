import { NEVER, type Panel } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { type MatchingOptionsInput, matchingOptions } from "../options/matching-options.js";
import { matchWaves } from "./match-waves.js";
import { riskSet } from "./risk-set.js";
import { scoredRows } from "./scored-rows.js";

const units = 60;
const periods = 8;

/** Starts at 104 in every third person; x, a category, a 0/1 variable and two years of costs. */
function panelOf(more: Partial<Panel> = {}): Panel {
  const mix = (i: number, by: number): number => ((i * 7919 + by * 104729) % 1009) / 1009;
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => 100 + t) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated: Int32Array.from({ length: units }, (_, i) => (i % 3 === 0 ? 104 : NEVER)),
    observed: new Uint8Array(units * periods).fill(1),
    measures: [{ name: "costs", unit: "days", values: Float64Array.from({ length: units * periods }, (_, c) => mix(c, 3)) }],
    covariates: [
      { name: "age", values: Float64Array.from({ length: units }, (_, i) => (i === 7 ? Number.NaN : 20 + 10 * mix(i, 1))) },
      { name: "home=flat", values: Float64Array.from({ length: units }, (_, i) => (i % 4 === 1 ? 1 : 0)) },
      { name: "home=farm", values: Float64Array.from({ length: units }, (_, i) => (i % 4 === 2 ? 1 : 0)) },
      { name: "sex", values: Float64Array.from({ length: units }, (_, i) => (mix(i, 9) < 0.5 ? 1 : 0)) },
      { name: "gone", values: new Float64Array(units).fill(Number.NaN) },
    ],
    clusterings: [],
    ...more,
  };
}

const panel = panelOf();
const scored = (input: MatchingOptionsInput, from = panel) => {
  const { atRisk } = riskSet(from, Int32Array.of(104), 0, 1);
  return scoredRows(from, atRisk, matchingOptions.parse({ history: { windows: [[1, 2]] }, ...input }));
};
const names = (variables: readonly { readonly name: string }[]) => variables.map((v) => v.name);
const all = ["age", "home=flat", "home=farm", "sex", "costs[1,2]"];

describe("scoredRows", () => {
  it("without a formula: covariates and history, then terms; rows that lack one are lost", () => {
    const { rows, variables, observed, problems } = scored({ score: { terms: [{ power: "age" }] } });
    expect(names(variables)).toEqual([...all, "age^2"]);
    expect(names(observed)).toEqual(names(variables));
    expect(rows.unit).toHaveLength(units - 1);
    expect(problems.map((p) => p.code)).toEqual(["matching/all-missing", "matching/missing-values"]);
  });

  it("a formula decides what is in the score; the others are still there to be shown", () => {
    const { rows, variables, observed } = scored({ score: { formula: "sex + history + home:sex" } });
    expect(names(variables)).toEqual(["sex", "costs[1,2]", "home=flat×sex", "home=farm×sex"]);
    expect(names(observed)).toEqual([...names(variables), "home=flat", "home=farm", "age"]);
    // Nobody is lost for a variable that the formula does not name.
    expect(rows.unit).toHaveLength(units);
    expect(observed.every((v) => v.values.length === units)).toBe(true);
    expect(variables.filter((v) => v.term).map((v) => v.name)).toEqual(["home=flat×sex", "home=farm×sex"]);
  });

  it("covariates limits what is shown, not what a formula may name", () => {
    const { variables, observed } = scored({ covariates: ["home"], score: { formula: "sex" } });
    expect(names(variables)).toEqual(["sex"]);
    expect(names(observed)).toEqual(["sex", "home=flat", "home=farm", "costs[1,2]"]);
  });

  it("terms are made after missing values are filled, with the indicator beside", () => {
    const { rows, variables, observed } = scored({ missing: "indicator", score: { formula: "spline(age, 3)" } });
    expect(rows.unit).toHaveLength(units);
    expect(names(variables)).toEqual(["age", "age", "spline(age,3)[2]", "spline(age,3)[3]"]);
    expect(variables[1].missing).toBe(true);
    expect(variables.some((v) => v.values.includes(Number.NaN))).toBe(false);
    expect(observed[0].values.some(Number.isNaN)).toBe(true);
  });

  it("a spline short of columns is noted", () => {
    const siblings = Float64Array.from({ length: units }, (_, i) => (i < 2 ? 2 * i : 1));
    const few = panelOf({ covariates: [{ name: "siblings", values: siblings }] });
    const { variables, problems } = scored({ score: { formula: "spline(siblings, 4)" } }, few);
    expect(names(variables)).toEqual(["siblings", "spline(siblings,4)[2]"]);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: "matching/spline-knots",
        severity: "note",
        params: { variable: "siblings", asked: 4, columns: 2 },
      }),
    );
  });

  it("a name that nobody has is left out with a warning, an unknown one refused with the option", () => {
    expect(names(scored({ score: { formula: "sex + poly(gone, 2)" } }).variables)).toEqual(["sex"]);
    expect(() => scored({ score: { formula: "sex + hight" } })).toThrow(/matching\.score\.formula.*"hight"/s);
  });
});

describe("a score by formula, through matching", () => {
  it("the score follows the formula, and balance counts only what it names", () => {
    const options = { history: { windows: [[1, 2] as [number, number]] }, share: "first" as const, caliper: null };
    const m = matchWaves(panel, { ...options, score: { formula: "sex + poly(age, 2)" } });
    expect(m.balance.rows.filter((r) => r.matched).map((r) => r.covariate)).toEqual(["age", "sex"]);
    expect(m.balance.rows.filter((r) => !r.matched).map((r) => r.covariate)).toEqual(
      expect.arrayContaining(["home=flat", "home=farm", "costs[1,2]"]),
    );
    const object = matchWaves(panel, {
      ...options,
      covariates: ["sex", "age"],
      history: { windows: [] },
      score: { terms: [{ power: "age", degree: 2 }] },
    });
    m.atRisk.probability.forEach((p, r) => {
      expect(p).toBeCloseTo(object.atRisk.probability[r], 12);
    });
  });

  it("under missing: indicator, history that nobody has is a constant and said to be missing", () => {
    const early = panelOf({ firstTreated: Int32Array.from({ length: units }, (_, i) => (i % 3 === 0 ? 101 : NEVER)) });
    const options: MatchingOptionsInput = {
      missing: "indicator",
      history: {
        windows: [
          [1, 1],
          [2, 4],
        ],
      },
      share: "first",
      caliper: null,
    };
    for (const distance of ["linear", "robustMahalanobis", "mahalanobis", "scaledEuclidean", "euclidean"] as const) {
      const { problems, comparison } = matchWaves(early, { ...options, distance });
      expect(problems.map((p) => `${p.code} ${p.params.variable}`)).toContain("matching/all-missing costs[2,4]");
      expect(comparison.role.reduce((n, d) => n + d, 0)).toBe(units / 3);
    }
  });

  it("model, penalty and sampling weights reach the fit", () => {
    const options = { history: { windows: [] }, share: "first" as const, caliper: null, covariates: ["sex"] };
    const weighted = panelOf({ samplingWeight: Float64Array.from({ length: units }, (_, i) => 1 + (i % 2)) });
    const seen = [
      matchWaves(panel, options),
      matchWaves(panel, { ...options, score: { model: "probit" } }),
      matchWaves(panel, { ...options, score: { penalty: "firth" } }),
      matchWaves(weighted, options),
    ].map((m) => m.atRisk.score[0]);
    expect(new Set(seen.map((v) => v.toFixed(6))).size).toBe(4);
    expect(() => matchWaves(panel, { score: { model: "probit", penalty: "firth" } })).toThrow(/matching\.score\.penalty/);
    expect(() => matchWaves(panel, { score: { formula: "sex +" } })).toThrow(/not finished at character 6/);
  });
});
