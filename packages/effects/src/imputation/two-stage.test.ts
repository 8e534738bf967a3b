import { NEVER } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { waldPretest } from "../att-gt/wald-pretest.js";
import type { TwoStageOptionsInput } from "../options/two-stage-options.js";
import { type DenseRow, denseRows, generalInverse, times, transpose, weighted } from "./dense.fixture.js";
import { randomStaggered } from "./random-staggered.fixture.js";
import { twoStage } from "./two-stage.js";

const models: TwoStageOptionsInput[] = [
  {},
  { cluster: "town" },
  { effects: ["town", "period"], cluster: "unit" },
  { effects: ["town", "period"], cluster: "town", anticipation: 1 },
  { covariates: ["a", "b"], anticipation: 1 },
];
const settings = models.flatMap((m) => (["cell", "event", "static"] as const).map((second) => ({ ...m, second })));

/** Both stages and the covariance of Gardner's estimator with explicit matrices. */
function direct(all: readonly DenseRow[], indicators: (r: DenseRow) => number[]) {
  const untreated = all.filter((r) => !r.treated);
  const x10 = untreated.map((r) => r.line);
  const w10 = untreated.map((r) => r.w);
  const inverse = generalInverse(x10, w10);
  const projection = times(inverse, times(transpose(weighted(x10, w10)), x10));
  const rows = all.filter(
    (r) =>
      !r.treated || times([r.line], projection)[0].every((v, j) => Math.abs(v - r.line[j]) < 1e-6 * (1 + Math.abs(r.line[j]))),
  );
  const gamma = times(
    inverse,
    times(
      transpose(weighted(x10, w10)),
      untreated.map((r) => [r.y]),
    ),
  );
  const left = rows.map((r) => r.y - times([r.line], gamma)[0][0]);
  const x2 = rows.map(indicators);
  const w = rows.map((r) => r.w);
  const bread = generalInverse(x2, w);
  const beta = times(
    bread,
    times(
      transpose(weighted(x2, w)),
      left.map((v) => [v]),
    ),
  );
  const cross = times(
    transpose(weighted(x2, w)),
    rows.map((r) => r.line),
  );
  const byCluster = new Map<number, number[]>();
  rows.forEach((r, at) => {
    const v = left[at] - times([x2[at]], beta)[0][0];
    const second = x2[at].map((z) => z * r.w * v);
    const first = r.treated
      ? second.map(() => 0)
      : transpose(times(cross, times(inverse, transpose([r.line.map((z) => z * r.w * left[at])]))))[0];
    const sum = byCluster.get(r.cluster) ?? second.map(() => 0);
    byCluster.set(
      r.cluster,
      sum.map((s, k) => s + first[k] - second[k]),
    );
  });
  const scores = [...byCluster.values()];
  return { beta: beta.map((b) => b[0]), covariance: times(times(bread, times(transpose(scores), scores)), bread) };
}

// Coefficients 1e-7 (outcomes at a level of 100), covariances 1e-7 relative to the largest.
describe("twoStage", () => {
  it("is both regressions with the covariance of the paper, in 500 random panels", () => {
    let checked = 0;
    for (let seed = 0; seed < 500; seed++) {
      const panel = randomStaggered(seed, { units: 7, periods: 5, weights: seed % 3 !== 0, gaps: seed % 2 === 0 ? 0.15 : 0 });
      const options = settings[seed % settings.length];
      let fit: ReturnType<typeof twoStage>;
      try {
        fit = twoStage(panel, { ...options, outcomes: ["y"], compat: "did2s" });
      } catch (error) {
        expect(String(error)).toMatch(/there is no effect to estimate|no row is untreated/);
        continue;
      }
      const { terms, estimate, covariance } = fit.effects;
      const { anticipation = 0 } = options;
      const oracle = direct(denseRows(panel, options), (r) =>
        terms.map((t) => {
          const event = r.time - r.g;
          if (r.g === NEVER) return 0;
          if (t.kind === "cell") return r.treated && t.group === r.g && t.time === r.time ? 1 : 0;
          if (t.kind === "event") return t.event === event ? 1 : 0;
          return event >= 0 ? 1 : 0;
        }),
      );
      if (options.second === "event") expect(terms.map((t) => t.event)).not.toContain(-1 - anticipation);
      const size = oracle.covariance.flat().reduce((a, b) => Math.max(a, Math.abs(b)), 0);
      let worst = 0;
      terms.forEach((_, j) => {
        worst = Math.max(worst, Math.abs(estimate[j] - oracle.beta[j]));
        terms.forEach((__, k) => {
          // No spread: told, and NaN for what the paper's formula gives as 0 but for rounding.
          const none = [j, k].some((a) => Number.isNaN(covariance[a * (terms.length + 1)]) && oracle.covariance[a][a] < 1e-20);
          if (none && fit.effects.problems.some((p) => p.code === "effects/imputation-no-spread")) return;
          worst = Math.max(worst, Math.abs(covariance[j * terms.length + k] - oracle.covariance[j][k]) / (1e-3 + size));
        });
      });
      expect(worst, `seed ${seed}`).toBeLessThan(1e-7);
      checked++;
    }
    expect(checked).toBeGreaterThan(400);
  });

  it("refits as a panel with other weights would be fitted, and carries levels", () => {
    for (const [seed, options] of settings.entries()) {
      const panel = randomStaggered(300 + seed, { units: 16 });
      const asked = { ...options, cluster: "unit", outcomes: ["y", "z"] };
      const whole = {
        ...panel,
        observed: panel.observed.fill(1),
        measures: panel.measures.map((m) => ({ ...m, values: m.values.map((v) => (Number.isNaN(v) ? 1 : v)) })),
      };
      const kept = whole.firstTreated.map((g) => (g < 0 ? NEVER : g === 3 ? 4 : g));
      const full = { ...whole, firstTreated: kept };
      const fit = twoStage(full, asked);
      const random = stream(seed, "test/two-stage", 0);
      const weights = Float64Array.from({ length: 16 }, () => 0.5 + random.uniform());
      const other = twoStage({ ...full, samplingWeight: full.samplingWeight!.map((v, i) => v * weights[i]) }, asked);
      fit.refit(weights).forEach((v, k) => {
        expect(v).toBeCloseTo(other.effects.estimate[k], 9);
      });
      const levels = fit.withLevels!();
      expect(levels.terms.length).toBe(2 * fit.effects.terms.length);
      expect([...levels.estimate.slice(0, fit.effects.terms.length)]).toEqual([...fit.effects.estimate]);
    }
  });

  it("by event, has coefficients before the start that are no test of trends: refused", () => {
    const { effects } = twoStage(randomStaggered(3, { units: 12, periods: 6 }), { outcomes: ["y"], second: "event" });
    expect(effects.terms.every((t) => (t.fitted === true) === t.event! < 0)).toBe(true);
    expect(() => waldPretest(effects, "y")).toThrow(/no test of it/);
  });
});
