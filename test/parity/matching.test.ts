// Against MatchIt 4.7.2 and cobalt on LaLonde (614 people). Pairs: identical. Probabilities, weights and balance: 1e-8 absolute, means of controls relative to the treated mean.
// Linear scores: R's glm stops once the deviance changes by less than 1e-8, 1.3e-8 short of the maximum at the farthest
// person. Reweighted least squares stopped there equals R's to 1e-10; ours, which goes on, equals its limit to 1e-10.
import { balance, matchingWeights, type NearestInput, nearest } from "@kontrafakt/matching";
import { logit } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { golden, lalonde, runs, sdOfAll, why } from "./matching-lalonde.js";
import { reweighted } from "./reweighted.js";

interface MatchIt {
  readonly pairs: Record<string, string | (string | null)[] | null>;
  readonly distance: Record<string, number>;
  readonly weights: Record<string, number>;
  readonly sum_matched: readonly Record<string, number | string | null>[];
}
type Case = [name: string, linear: boolean, options: Partial<NearestInput> & { sds?: number }];

const cases: Case[] = [
  ["nearest 1:1 PS glm (README)", false, {}],
  ["nearest 1:1 PS glm m.order=data", false, { order: "data" }],
  ["nearest 1:1 PS glm m.order=closest", false, { order: "closest" }],
  ["nearest 1:1 PS caliper .2 std", false, { sds: 0.2 }],
  ["nearest 1:1 PS caliper .1 raw", false, { caliper: 0.1 }],
  ["nearest 2:1 PS", false, { ratio: 2 }],
  ["nearest 1:1 PS replace", false, { replace: true }],
  ["nearest 3:1 PS replace", false, { replace: true, ratio: 3 }],
  ["nearest PS logit link.pred linear", true, {}],
];

describe.skipIf(!runs)(`nearest neighbour on a logit score equals MatchIt 4.7 (${why})`, () => {
  if (!runs) return it.skip(why);
  const data = lalonde();
  const y = Float64Array.from(data.treated);
  const fit = logit({ x: data.design, y, n: data.n, k: data.k });
  const reference = golden<MatchIt>("09_matchit");

  it("gives equal scores to equal people, bit for bit", () => {
    const byCovariates = new Map<string, number>();
    for (let i = 0; i < data.n; i++) {
      const key = data.design.slice(i * data.k, (i + 1) * data.k).join();
      expect(fit.linear[i]).toBe(byCovariates.get(key) ?? fit.linear[i]);
      byCovariates.set(key, fit.linear[i]);
    }
    expect(byCovariates.size).toBe(new Set(fit.probability).size);
  });

  it("equals the limit of R's own iteration", () => {
    reweighted(data, 1e-15).forEach((eta, i) => {
      expect(Math.abs(fit.linear[i] - eta)).toBeLessThan(1e-10);
    });
  });

  it.each(cases)("%s", (name, linear, { sds, ...options }) => {
    const expected = reference[name];
    const score = linear ? fit.linear : fit.probability;
    const asR = linear ? reweighted(data, 1e-8) : score;
    for (let i = 0; i < data.n; i++) {
      expect(Math.abs(asR[i] - expected.distance[data.id[i]])).toBeLessThan(linear ? 1e-10 : 1e-8);
    }
    const caliper = sds === undefined ? options.caliper : sds * sdOfAll(score);
    const ratio = options.ratio ?? 1;
    const pairs = nearest({ score, treated: data.treated, ratio, ...options, caliper });
    const weights = matchingWeights(pairs, data.n);
    data.id.forEach((id, i) => {
      expect(Math.abs(weights[i] - expected.weights[id])).toBeLessThan(1e-8);
    });
    const { treated, controls } = pairs;
    expect(treated).toHaveLength(185);
    treated.forEach((row, a) => {
      const found = Array.from(controls.subarray(a * ratio, (a + 1) * ratio)).filter((c) => c >= 0);
      const wanted = [expected.pairs[data.id[row]] ?? []].flat().filter((c) => c !== null);
      // With replacement and ratio > 1 MatchIt lists controls at one distance in no fixed order: the sets are compared.
      const sorted = (ids: (string | null)[]): (string | null)[] => (options.replace ? [...ids].sort() : ids);
      expect(sorted(found.map((c) => data.id[c]))).toEqual(sorted(wanted));
    });
  });

  it("standardised differences, variance ratios and KS before and after equal MatchIt's and cobalt's", () => {
    const expected = reference["nearest 1:1 PS glm (README)"];
    const all = { ...Object.fromEntries(data.columns), distance: fit.probability };
    const result = balance({
      columns: Object.entries(all).map(([covariate, values]) => ({ covariate, values, matched: covariate !== "distance" })),
      treated: data.treated,
      before: new Float64Array(data.n).fill(1),
      after: Float64Array.from(data.id, (id) => expected.weights[id]),
      threshold: 0.1,
    });
    const before = golden<{ sum_all: Record<string, number>[] }>("09_matchit").unmatched.sum_all;
    const cobalt = golden<{ tab: Record<string, number | string | null>[] }>("10_cobalt_weightit")["bal nearest"].tab;
    const near = (got: number, want: number | string | null): void => {
      if (want === null) expect(got).toBeNaN();
      else expect(Math.abs(got - Number(want))).toBeLessThan(1e-8);
    };
    for (const row of result.rows) {
      const b = before.find((r) => String(r.var) === row.covariate);
      const a = expected.sum_matched.find((r) => r.var === row.covariate);
      const c = cobalt.find((r) => String(r.var).replace("_", "") === row.covariate);
      if (!(a && b && c)) throw new Error(`no reference for ${row.covariate}`);
      near(row.meanTreated, b["Means.Treated"]);
      near(row.meanControlBefore / Math.max(1, row.meanTreated), b["Means.Control"] / Math.max(1, row.meanTreated));
      near(row.smdBefore, b["Std..Mean.Diff."]);
      near(row.smdAfter, a["Std..Mean.Diff."]);
      near(row.varianceRatioBefore, b["Var..Ratio"]);
      near(row.varianceRatioAfter, a["Var..Ratio"]);
      near(row.ksBefore, b["eCDF.Max"]);
      near(row.ksAfter, a["eCDF.Max"]);
      near(row.smdBefore, c["Diff.Un"]);
      near(row.smdAfter, c["Diff.Adj"]);
      near(row.varianceRatioAfter, c["V.Ratio.Adj"]);
      near(row.ksAfter, c["KS.Adj"]);
    }
    expect(result.rows).toHaveLength(10);
    expect(result.passed).toBe(false);
    expect(result.effectiveControls).toBe(185);
  });
});
