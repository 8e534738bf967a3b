import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Effects } from "../effects-value.js";
import { type RandomPanel, randomPanel } from "./random-panel.fixture.js";
import { all, changed, codes, near, withUnits } from "./regressions.fixture.js";

describe.each(all)("%s", (name, estimator) => {
  const spec = fc.record({ seed: fc.nat(1e6), gaps: fc.constantFrom(0, 0.1), weights: fc.boolean() });
  const outcomes = ["y", "z"];
  const each = (check: (panel: Panel, spec: RandomPanel) => void) =>
    fc.assert(
      fc.property(spec, (own) => check(randomPanel(own), own)),
      { numRuns: 8 },
    );

  test("the order and names of units do not matter, nor does the panel change", () => {
    each((panel) => {
      const before = structuredClone(panel);
      const first = estimator(panel, { outcomes }).effects;
      expect(panel).toEqual(before);
      const order = Array.from({ length: panel.units }, (_, i) => (i * 5 + 3) % panel.units);
      const second = estimator(withUnits(panel, order), { outcomes }).effects;
      const exact = (e: Effects) => e.terms.map((t) => ({ ...t, effective: 0 }));
      expect(exact(second)).toEqual(exact(first));
      near(second.estimate, first.estimate);
      near(second.covariance, first.covariance);
    });
  });

  test("constants of units and periods cancel; a factor carries through", () => {
    each((panel) => {
      const first = estimator(panel, { outcomes }).effects;
      const shifted = estimator(
        changed(panel, (v, i, t) => 10 * v + 7 * i - 3 * t * t),
        { outcomes },
      ).effects;
      near(
        shifted.estimate,
        first.estimate.map((v) => 10 * v),
      );
      near(
        shifted.covariance,
        first.covariance.map((v) => 100 * v),
      );
    });
  });

  test("refit: weight 0 leaves a unit out, weight 2 counts it twice; another fit is not touched", () => {
    each((panel) => {
      const fit = estimator(panel, { outcomes, singletons: "keep" });
      const some = Float64Array.from({ length: panel.units }, (_, i) => (i === 12 ? 0 : i === 13 ? 2 : 1));
      const again = estimator(withUnits(panel, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 13]), { outcomes, singletons: "keep" });
      if (fit.effects.clusters !== panel.units) return;
      near(fit.refit(some), again.effects.estimate);
      near(fit.refit(new Float64Array(panel.units).fill(1)), fit.effects.estimate);
    });
  });

  test("influence rows multiply to the covariance, and the levels join them", () => {
    each((panel, { seed }) => {
      for (const options of [{}, { cluster: ["school"] }, { variance: "iid" }, { variance: "hetero" }] as const) {
        const fit = estimator(panel, { outcomes, covariates: seed! % 2 ? ["x"] : [], ...(options as object) });
        const { effects } = fit;
        const joint = fit.withLevels!();
        const K = effects.terms.length;
        expect(joint.terms.slice(0, K)).toEqual(effects.terms);
        expect(joint.terms.slice(K)).toEqual(effects.terms.map((t) => ({ ...t, scale: "treatedMean" })));
        near(joint.estimate.subarray(0, K), effects.estimate);
        for (let k = 0; k < K; k++)
          near(joint.covariance.subarray(k * 2 * K, k * 2 * K + K), effects.covariance.subarray(k * K, k * K + K));
        for (const e of [effects, joint]) {
          if (e.basis.kind !== "influence") continue;
          const W = e.terms.length;
          const product = new Float64Array(W * W);
          for (let a = 0; a < e.basis.atoms; a++) {
            for (let j = 0; j < W; j++)
              for (let k = 0; k < W; k++) product[j * W + k] += e.basis.rows[a * W + j] * e.basis.rows[a * W + k];
          }
          near(
            product.map((v, j) => (Number.isNaN(e.covariance[j]) ? Number.NaN : v)),
            e.covariance,
          );
        }
        expect(effects.basis.kind).toBe("variance" in options ? "covariance-only" : "influence");
      }
    });
  });

  test("outcomes are joint: the effect on a sum has the variance that their covariance gives it", () => {
    const panel = randomPanel({ seed: 11, gaps: 0.1, weights: true });
    const [y, z] = panel.measures;
    const sum = { name: "sum", unit: "1", values: y.values.map((v, c) => v + z.values[c]) };
    const joint = { ...panel, measures: [y, z, sum, panel.measures[2]] };
    for (const options of [
      {},
      { cluster: ["school"] },
      { variance: "iid" },
      { variance: "hetero" },
      { variance: "neweyWest" },
      { variance: "driscollKraay" },
    ] as const) {
      const { effects } = estimator(joint, { outcomes: ["y", "z", "sum"], covariates: ["x"], ...(options as object) });
      const W = effects.terms.length;
      const K = W / 3;
      const at = (j: number, k: number) => effects.covariance[j * W + k];
      for (let k = 0; k < K; k++) {
        expect(effects.estimate[2 * K + k]).toBeCloseTo(effects.estimate[k] + effects.estimate[K + k], 9);
        expect(at(2 * K + k, 2 * K + k)).toBeCloseTo(at(k, k) + at(K + k, K + k) + 2 * at(k, K + k), 9);
      }
    }
  });

  test("outcomes with rows of their own: each has the figures it has alone", () => {
    const panel = randomPanel({ seed: 13 });
    const z = { ...panel.measures[1], values: panel.measures[1].values.map((v, c) => (c % 17 === 5 ? Number.NaN : v)) };
    const own = { ...panel, measures: [panel.measures[0], z, panel.measures[2]] };
    for (const options of [{}, { variance: "iid" }, { variance: "hetero" }, { variance: "neweyWest" }] as const) {
      const both = estimator(own, { outcomes: ["y", "z"], ...(options as object) }).effects;
      const W = both.terms.length;
      let from = 0;
      for (const outcome of ["y", "z"]) {
        const alone = estimator(own, { outcomes: [outcome], ...(options as object) }).effects;
        const K = alone.terms.length;
        near(both.estimate.subarray(from, from + K), alone.estimate);
        for (let k = 0; k < K; k++) {
          near(
            both.covariance.subarray((from + k) * W + from, (from + k) * W + from + K),
            alone.covariance.subarray(k * K, k * K + K),
          );
        }
        from += K;
      }
    }
  });

  test("a treated mean is the weighted mean of the term's rows", () => {
    const panel = randomPanel({ seed: 3, gaps: 0.1, weights: true });
    const joint = estimator(panel, { outcomes: ["y"] }).withLevels!();
    const T = panel.periods.ordinals.length;
    const y = panel.measures[0].values;
    joint.terms.forEach((term, k) => {
      if (term.scale !== "treatedMean") return;
      let sum = 0;
      let total = 0;
      let n = 0;
      for (let i = 0; i < panel.units; i++) {
        for (let t = 0; t < T; t++) {
          const event = t + 1 - panel.firstTreated[i];
          const own = panel.firstTreated[i] !== NEVER && panel.observed[i * T + t] === 1;
          const inside =
            term.kind === "static"
              ? event >= 0
              : term.kind === "event"
                ? event === term.event
                : t + 1 === term.time && panel.firstTreated[i] === term.group;
          if (!own || !inside) continue;
          sum += panel.samplingWeight![i] * y[i * T + t];
          total += panel.samplingWeight![i];
          n++;
        }
      }
      expect(joint.estimate[k]).toBeCloseTo(sum / total, 10);
      expect(term.personPeriods).toBe(n);
    });
  });

  test("units that started by the first period", () => {
    const panel = randomPanel({ seed: 4 });
    const { effects } = estimator(panel, { outcomes: ["y"] });
    const more = withUnits(panel, [...Array(14).keys(), 0]);
    more.firstTreated[14] = ALWAYS;
    const again = estimator(more, { outcomes: ["y"] }).effects;
    if (name === "twoWay") expect(codes(again)).toContain("effects/always-as-controls");
    else {
      near(again.estimate, effects.estimate);
      near(again.covariance, effects.covariance);
      expect(again.problems.find(({ code }) => code === "effects/always-treated")!.params).toEqual({ count: 1 });
    }
  });

  test("regional shocks: region*period takes them up", () => {
    each((panel) => {
      const options = { outcomes: ["y"], effects: ["unit", "region*period"] };
      const shocked = changed(panel, (v, i, t) => v + 10 * ((i % 3) + 1) * ((t * 7) % 4));
      near(estimator(shocked, options).effects.estimate, estimator(panel, options).effects.estimate, 1e-8);
    });
  });
});
