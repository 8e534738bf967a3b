import { ALWAYS, type CohortMoments, cohortMoments, type Panel } from "@kontrafakt/cohort";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregate } from "../att-gt/aggregate.js";
import type { Effects } from "../effects-value.js";
import { attGtMoments } from "./att-gt-moments.js";
import { efficient } from "./efficient.js";
import { efficientAggregate } from "./efficient-aggregate.js";
import { randomSample } from "./random-sample.fixture.js";

/** Estimates and covariances of everything these sums tell. */
function figures(moments: CohortMoments): Effects[] {
  const fit = attGtMoments(moments, { control: "notYet" });
  return [
    fit.effects,
    ...(["simple", "dynamic", "group", "calendar"] as const).map((type) => aggregate(fit.effects, { type })),
    efficient(moments, { variance: "neyman" }).effects,
    efficientAggregate(moments, { type: "simple" }).effects,
  ];
}

function same(a: readonly Effects[], b: readonly Effects[], factor = 1): void {
  a.forEach((effects, i) => {
    effects.estimate.forEach((v, k) => {
      expect(b[i].estimate[k]).toBeCloseTo(factor * v, 6);
    });
    effects.covariance.forEach((v, k) => {
      expect(b[i].covariance[k]).toBeCloseTo(factor * factor * v, 6);
    });
  });
}

/** The panel with its units in another order, its outcome made of the old one. */
function changed(panel: Panel, order: readonly number[], value: (y: number, unit: number, t: number) => number): Panel {
  const T = panel.periods.ordinals.length;
  return {
    ...panel,
    units: order.length,
    ids: order.map((i) => `x${i}`),
    firstTreated: Int32Array.from(order, (i) => panel.firstTreated[i]),
    observed: new Uint8Array(order.length * T).fill(1),
    measures: panel.measures.map((m) => ({
      ...m,
      values: Float64Array.from(order.flatMap((i) => Array.from({ length: T }, (_, t) => value(m.values[i * T + t], i, t)))),
    })),
  };
}

describe("effects from sums by cohort", () => {
  it("do not know the order of units, their names, their own levels or those of periods", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), async (seed, other) => {
        const panel = randomSample(seed);
        const before = panel.measures[0].values.slice();
        const start = figures(await cohortMoments(panel));
        expect(panel.measures[0].values).toEqual(before);
        const order = [...panel.firstTreated.keys()].sort((a, b) => ((a * other) % 97) - ((b * other) % 97) || a - b);
        same(start, figures(await cohortMoments(changed(panel, order, (y) => y))));
        same(
          start.slice(0, 5),
          figures(await cohortMoments(changed(panel, order, (y, i, t) => y + (i % 5) + 3 * t))).slice(0, 5),
        );
        same(start, figures(await cohortMoments(changed(panel, order, (y, _, t) => y - 1e6 + 3 * t))));
        same(start, figures(await cohortMoments(changed(panel, order, (y) => -3 * (y - 1e6)))), -3);
      }),
      { numRuns: 15 },
    );
  });

  it("do not change with units that always were treated", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const panel = randomSample(seed);
        const more = changed(panel, [...panel.firstTreated.keys(), 0, 1, 2], (y, _, t) => y + t);
        more.firstTreated.fill(ALWAYS, panel.units);
        const plain = changed(panel, [...panel.firstTreated.keys()], (y, _, t) => y + t);
        same(figures(await cohortMoments(plain)), figures(await cohortMoments(more)));
      }),
      { numRuns: 10 },
    );
  });

  it("say of an outcome that never changes that it has no spread", async () => {
    const panel = changed(randomSample(1), [...Array(15).keys()], () => 7);
    const { effects } = attGtMoments(await cohortMoments(panel));
    expect(effects.estimate.every((v) => v === 0)).toBe(true);
    expect(new Set(effects.problems.map((p) => p.code))).toEqual(new Set(["effects/cell-constant"]));
    expect(efficient(panel).effects.estimate.every((v) => v === 0)).toBe(true);
    // Levels far apart, everybody changes alike: what is left of the variance is rounding, and may be negative.
    const apart = changed(randomSample(2), [...Array(15).keys()], (_, i, t) => 1e5 * i * i + 100.1 * t);
    const far = attGtMoments(await cohortMoments(apart)).effects;
    far.covariance.forEach((v) => {
      expect(v).toBe(0);
    });
    expect(new Set(far.problems.map((p) => p.code))).toEqual(new Set(["effects/cell-constant"]));
  });
});
