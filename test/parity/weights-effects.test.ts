// The whole chain on LaLonde as a panel of one wave: nobody earns before the programme and re78 in the period of the start, so the effect then is the
// difference of weighted means. Against WeightIt 1.5.1's effects and M-estimation standard errors, 1e-7 relative (R's glm stops early: see
// weights.test.ts); entropy balancing against its cbps, the same weights, since its ebal takes the target's means as given.
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { waveEffects } from "@kontrafakt/effects";
import { type MatchingOptionsInput, matchWaves } from "@kontrafakt/matching";
import { describe, expect, it } from "vitest";
import { golden, lalonde, outcome, runs, why } from "./weights-lalonde.js";

type Target = NonNullable<NonNullable<MatchingOptionsInput["weighting"]>["target"]>;
const cases: [method: "ipw" | "entropy" | "cbps", target: Target, reference: string][] = [
  ["ipw", "att", "glm ATT"],
  ["ipw", "ate", "glm ATE"],
  ["ipw", "ato", "glm ATO"],
  ["cbps", "att", "cbps ATT"],
  ["cbps", "ate", "cbps ATE"],
  ["entropy", "att", "cbps ATT"],
];

describe.skipIf(!runs)(`weights and effects together equal lm_weightit (${why})`, () => {
  if (!runs) return it.skip(why);
  const { n, treated, columns } = lalonde();
  const re78 = outcome();
  const periods = 8;
  const start = 6;
  const earnings = new Float64Array(n * periods);
  for (let i = 0; i < n; i++) earnings[i * periods + start] = re78[i];
  const panel: Panel = {
    kind: "panel",
    units: n,
    periods: { unit: "year", ordinals: Int32Array.from({ length: periods }, (_, t) => 1972 + t) },
    ids: Array.from({ length: n }, (_, i) => String(i)),
    firstTreated: Int32Array.from(treated, (d) => (d === 1 ? 1972 + start : NEVER)),
    observed: new Uint8Array(n * periods).fill(1),
    measures: [{ name: "earnings", unit: "USD", values: earnings }],
    covariates: ["age", "educ", "racehispan", "racewhite", "married", "nodegree", "re74", "re75"].map((name) => ({
      name,
      values: columns.get(name) as Float64Array,
    })),
    clusterings: [],
  };

  it.each(cases)("%s %s", (method, target, reference) => {
    const { comparison } = matchWaves(panel, { method, weighting: { target }, history: { windows: [] } });
    const { effects } = waveEffects(panel, comparison, { compat: "did", adjust: [] });
    const k = effects.terms.findIndex((term) => term.time === 1972 + start);
    const { est, lm_weightit } = golden<{ est: number; lm_weightit: number[] }>("10_cobalt_weightit")[reference];
    expect(Math.abs(effects.estimate[k] / est - 1)).toBeLessThan(1e-7);
    const error = Math.sqrt(effects.covariance[k * effects.terms.length + k]);
    expect(Math.abs(error / lm_weightit[1] - 1)).toBeLessThan(1e-7);
  });
});
