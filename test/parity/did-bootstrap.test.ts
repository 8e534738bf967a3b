import {
  aggregate,
  attGt,
  type Effects,
  type Influence,
  inferenceOptions,
  multiplierBands,
  multiplierBootstrap,
  standardError,
} from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { csv, mpdta, present, required } from "./mpdta.js";

// The multiplier bootstrap of did 2.5.1 on mpdta, compat: did. What it perturbs has the sum of squares that did reports as its analytic standard error
// (golden 01, 1e-6 relative). Its draws come from R's generator, so figures can agree within Monte-Carlo error only: against the exact quartile of
// the signed sums within four such errors (1.17/√B relative with normal sums), the critical value within 3% of one drawn anew. The exact quartile is
// up to 9% off the analytic standard error: groups of 20 counties, of which one may count most, are not normal.
const DRAWS = 10_000;
const SE_ERROR = 1.17 / Math.sqrt(DRAWS);
/** What did 2.5.0 prints in its README, with its 1,000 draws: standard errors in the order of terms, and half-width over standard error. */
const printed = {
  cells: [0.0241, 0.0313, 0.038, 0.0337, 0.0223, 0.0196, 0.0188, 0.0202, 0.0154, 0.0168, 0.019, 0.0182],
  cellsCritical: (-0.0357 + 0.2389) / 2 / 0.038,
  dynamic: [0.0153, 0.0136, 0.0138, 0.0115, 0.0174, 0.0356, 0.0354],
  dynamicCritical: (-0.047 + 0.2275) / 2 / 0.0356,
  group: [0.0277, 0.0172, 0.0177],
  groupCritical: (-0.0175 + 0.142) / 2 / 0.0277,
};

const options = { draws: DRAWS, weights: "rademacher" as const, level: 0.95 };

/** Upper quartile of a sum of signed values, exactly: the sum's characteristic function is ∏ cos(t u) (Gil-Pelaez 1951, midpoint rule). */
function upperQuartile(u: Float64Array): number {
  const values = u.filter((v) => v !== 0);
  const sd = Math.sqrt(values.reduce((s, v) => s + v * v, 0));
  const step = 0.02;
  const t = Array.from({ length: 1_500 }, (_, i) => (i + 0.5) * step);
  const phi = t.map((at) => {
    let product = 1;
    for (let i = 0; i < values.length && Math.abs(product) > 1e-18; i++) product *= Math.cos((at * values[i]) / sd);
    return product;
  });
  const above = (q: number) => phi.reduce((sum, f, i) => sum + ((f * Math.sin(t[i] * q)) / t[i]) * step, 0) / Math.PI;
  let low = 0;
  let high = 2;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (above(middle) < 0.25) low = middle;
    else high = middle;
  }
  return low * sd;
}

/** The 95% quantile of the largest |Σ ±u| over standard errors, written out anew with other draws. */
function plainly(rows: Float64Array, atoms: number, se: Float64Array): number {
  const random = stream(1, "test/did-bootstrap", 0);
  const K = se.length;
  const draws = DRAWS / 2;
  const largest = Array.from({ length: draws }, () => {
    const sum = new Float64Array(K);
    for (let a = 0; a < atoms; a++) {
      const sign = random.uniform() < 0.5 ? 1 : -1;
      for (let k = 0; k < K; k++) sum[k] += sign * rows[a * K + k];
    }
    return sum.reduce((most, v, k) => Math.max(most, Math.abs(v) / se[k]), 0);
  });
  return largest.sort((a, b) => a - b)[Math.ceil(0.95 * draws) - 1];
}

it.runIf(required)("has the reference folder beside the project", () => {
  expect(present).toBe(true);
});

describe.skipIf(!present)(
  `multiplierBands against did's bootstrap${present ? "" : " (skipped: ../shared/reference is not beside the project)"}`,
  () => {
    const fit = present ? attGt(mpdta(), { compat: "did" }) : undefined;

    async function check(effects: Effects, golden: (k: number) => number): Promise<void> {
      const indices = effects.terms.map((_, k) => k);
      const bands = await multiplierBands(effects, indices, options, { seed: 20240101 });
      const { rows, atoms } = effects.basis as Influence;
      for (const k of indices) {
        const own = Float64Array.from({ length: atoms }, (_, a) => rows[a * indices.length + k]);
        expect(Math.abs(Math.sqrt(own.reduce((s, v) => s + v * v, 0)) / golden(k) - 1)).toBeLessThan(1e-6);
        expect(Math.abs(bands.se[k] / (upperQuartile(own) / 0.6744897501960817) - 1)).toBeLessThan(4 * SE_ERROR);
      }
      const largest = plainly(rows, atoms, bands.se);
      expect(Math.abs(bands.critical / largest - 1)).toBeLessThan(0.03);
    }

    it("ATT(g, t)", async () => {
      const rows = csv("golden/01_did_mpdta_attgt.csv").filter(
        (r) => r.xformla === "~1" && r.control === "nevertreated" && r.est === "dr" && r.base === "varying",
      );
      await check(fit!.effects, (k) => {
        const { group, time } = fit!.effects.terms[k];
        return Number(rows.find((r) => Number(r.group) === group && Number(r.t) === time)!.se);
      });
    });

    it.each(["dynamic", "group", "calendar"] as const)("aggte %s", async (type) => {
      const rows = csv("golden/01_did_mpdta_aggte.csv").filter(
        (r) => r.xformla === "~1" && r.control === "nevertreated" && r.est === "dr" && r.base === "varying" && r.type === type,
      );
      const figures = aggregate(fit!.effects, { type });
      await check(figures, (k) => {
        const t = figures.terms[k];
        const row = rows.find((r) => (k === 0 ? r.egt === "" : Number(r.egt) === (t.event ?? t.group ?? t.time) && r.egt !== ""));
        return Number(row!.se);
      });
    });

    it.each(["cells", "dynamic", "group"] as const)("%s: within the Monte-Carlo error of did's own 1,000 draws", async (type) => {
      const figures = type === "cells" ? fit!.effects : aggregate(fit!.effects, { type });
      // The band of an aggregation leaves its overall line out.
      const indices = figures.terms.flatMap((t, k) => (t.kind === "overall" ? [] : [k]));
      const bands = await multiplierBands(figures, indices, options, { seed: 1 });
      const off = printed[type].map((se, k) => bands.se[k] / se - 1);
      // Theirs has a relative error of 1.17/√1000 = 3.7% each, and three digits.
      for (const v of off) expect(Math.abs(v)).toBeLessThan(0.15);
      expect(Math.abs(off.reduce((a, b) => a + b, 0) / off.length)).toBeLessThan(0.05);
      expect(Math.abs(bands.critical / printed[`${type}Critical`] - 1)).toBeLessThan(0.08);
    });

    it("the simple average, beside", async () => {
      const simple = aggregate(fit!.effects, { type: "simple" });
      const found = await multiplierBootstrap(
        { effects: simple, refit: () => simple.estimate },
        Float64Array.of(1),
        { ...inferenceOptions.parse({ draws: DRAWS }), level: 0.95 },
        { seed: 20240101 },
      );
      const se = standardError(simple, 0);
      expect(Math.abs(se - 0.0120340127701854)).toBeLessThan(1e-8);
      expect(Math.abs(found.se! / se - 1)).toBeLessThan(0.04);
      expect(Math.abs((found.upper - found.lower) / (2 * 1.959964 * se) - 1)).toBeLessThan(0.04);
      expect(found.p).toBeLessThan(0.005);
    });
  },
);
