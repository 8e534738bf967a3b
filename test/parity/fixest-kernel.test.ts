import { describe, expect, it } from "vitest";
import { absorb } from "../../packages/effects/src/fixed-effects/absorb.js";
import type { Counting } from "../../packages/effects/src/fixed-effects/absorbed.js";
import { numberedLevels } from "../../packages/effects/src/fixed-effects/fixed-effect.js";
import { clusterMeat } from "../../packages/effects/src/regression/score-covariance.js";
import { smallSampleFactor } from "../../packages/effects/src/regression/small-sample.js";
import { solveWithin, withinDesign } from "../../packages/effects/src/regression/within-regression.js";
import { baseDid, cardKrueger, golden, present, required } from "./fixest-panels.js";

// The regression itself against fixest 0.14.2: coefficients of covariates, other counts of K, and least squares without fixed effects.
// Points 1e-8, standard errors 1e-6, relative.

const close = (actual: number, expected: number, share: number) =>
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThan(share * Math.abs(expected));

interface Input {
  readonly y: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly unit: Int32Array;
  readonly period?: Int32Array;
}

function regression(
  { y, columns, unit, period }: Input,
  variance: "iid" | "hetero" | "cluster",
  effects: Counting["effects"],
  adjust = true,
) {
  const n = y.length;
  const of = numberedLevels("unit", unit, Math.max(...unit) + 1);
  const fixed = period ? [of, numberedLevels("period", period, Math.max(...period) + 1)] : [];
  const design = withinDesign(columns, absorb(fixed, n), n);
  const { coefficients, residual } = solveWithin(design, y);
  const rule = { coefficients: adjust, clusters: adjust, counting: { effects, exact: false } };
  const factor = smallSampleFactor(rule, variance, n, columns.length, fixed, variance === "cluster" ? [of] : []);
  const k = columns.length;
  const scores = design.columns.map((column) => column.map((v, r) => v * residual[r]));
  const rows = numberedLevels(
    "row",
    Int32Array.from({ length: n }, (_, r) => r),
    n,
  );
  const meat = clusterMeat(scores, variance === "cluster" ? of : rows);
  const s2 = residual.reduce((sum, v) => sum + v * v, 0) / factor.rowsLeft;
  const se = columns.map((_, j) => {
    if (variance === "iid") return Math.sqrt(s2 * design.bread[j * k + j]);
    let v = 0;
    for (let a = 0; a < k; a++)
      for (let b = 0; b < k; b++) v += design.bread[j * k + a] * meat[a * k + b] * design.bread[b * k + j];
    return Math.sqrt(factor.value * v);
  });
  return { coefficients, se };
}

describe.skipIf(!present && !required)("fixest 0.14.2, the regression itself", () => {
  it.each([
    ["cluster id", "cluster", "nonnested", true],
    ["iid", "iid", "nonnested", true],
    ["hetero", "hetero", "nonnested", true],
    ["cluster id ssc adj=FALSE G.adj=FALSE", "cluster", "nonnested", false],
    ["cluster id ssc K.fixef=full", "cluster", "full", true],
    ["cluster id ssc K.fixef=none", "cluster", "none", true],
  ] as const)("base_did static %s", (name, variance, effects, adjust) => {
    const panel = baseDid();
    const T = 10;
    const n = panel.units * T;
    const treated = Float64Array.from({ length: n }, (_, r) => ((r % T) + 1 >= panel.firstTreated[Math.floor(r / T)] ? 1 : 0));
    const { coefficients, se } = regression(
      {
        y: panel.measures[0].values,
        columns: [panel.measures[1].values.slice(), treated],
        unit: Int32Array.from({ length: n }, (_, r) => Math.floor(r / T)),
        period: Int32Array.from({ length: n }, (_, r) => r % T),
      },
      variance,
      effects,
      adjust,
    );
    const figures = golden()[`base_did static TWFE ${name}`];
    ["x1", "treat:post"].forEach((term, j) => {
      close(coefficients[j], figures.coef[term], 1e-8);
      close(se[j], figures.se[term], 1e-6);
    });
  });

  it.each(["hetero", "iid", "cluster"] as const)("Card-Krueger fte ~ nj*d %s", (variance) => {
    const panel = cardKrueger();
    const rows = [...panel.measures[0].values.keys()].filter((c) => !Number.isNaN(panel.measures[0].values[c]));
    const nj = Float64Array.from(rows, (c) => panel.clusterings[0].of[c >> 1]);
    const d = Float64Array.from(rows, (c) => c & 1);
    const { coefficients, se } = regression(
      {
        y: Float64Array.from(rows, (c) => panel.measures[0].values[c]),
        columns: [nj.map(() => 1), nj.slice(), d.slice(), nj.map((v, r) => v * d[r])],
        unit: Int32Array.from(rows, (c) => c >> 1),
      },
      variance,
      "nonnested",
    );
    const figures = golden()[`Card-Krueger fte ~ nj*d ${variance === "cluster" ? "cluster id" : variance}`];
    ["(Intercept)", "nj", "d", "nj:d"].forEach((term, j) => {
      close(coefficients[j], figures.coef[term], 1e-8);
      close(se[j], figures.se[term], 1e-6);
    });
  });
});
