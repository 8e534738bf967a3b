import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bacon } from "./bacon.js";
import { randomPanel } from "./random-panel.fixture.js";
import { tripleDifference } from "./triple-difference.js";
import { twoWayWeights } from "./two-way-weights.js";

const T = 5;
const units = 24;
const seeds = fc.integer({ min: 0, max: 1e6 });

/** With a half eligible and nobody treated throughout, so that all three can be asked. */
function panelOf(seed: number): Panel {
  const panel = randomPanel({ seed, units, periods: T, weights: true });
  return {
    ...panel,
    firstTreated: Int32Array.from({ length: units }, (_, i) => [2, 3, NEVER][i % 3]),
    covariates: [{ name: "eligible", values: Float64Array.from({ length: units }, (_, i) => Math.floor(i / 3) % 2) }],
  };
}

/** Unit i of the new panel is unit `from[i]` of the old, its outcome a × y + unit level + period shift. */
function changed(
  panel: Panel,
  from: readonly number[],
  a: number,
  level: (i: number) => number,
  shift: (t: number) => number,
): Panel {
  const y = panel.measures[0].values;
  const values = Float64Array.from({ length: from.length * T }, (_, at) => {
    const i = from[Math.floor(at / T)];
    return a * y[i * T + (at % T)] + level(i) + shift(at % T);
  });
  const pick = (v: Float64Array) => Float64Array.from(from, (i) => v[i]);
  return {
    ...panel,
    units: from.length,
    ids: from.map((i) => `other ${i}`),
    firstTreated: Int32Array.from(from, (i) => panel.firstTreated[i]),
    observed: new Uint8Array(from.length * T).fill(1),
    measures: [{ ...panel.measures[0], values }],
    covariates: panel.covariates.map((c) => ({ ...c, values: pick(c.values) })),
    samplingWeight: pick(panel.samplingWeight!),
  };
}

const everyone = Array.from({ length: units }, (_, i) => i);
const turned = fc.shuffledSubarray(everyone, { minLength: units, maxLength: units });
const scale = fc.constantFrom(-3, 0.01, 1000);
const near = (found: number, wanted: number) => expect(Math.abs(found - wanted)).toBeLessThan(1e-9 * (1 + Math.abs(wanted)));

describe("decompositions and the triple difference", () => {
  it("move with the outcome's scale and nothing else: not with unit or period levels, nor with the order of units", () => {
    fc.assert(
      fc.property(seeds, turned, scale, (seed, order, a) => {
        const panel = panelOf(seed);
        const other = changed(
          panel,
          order,
          a,
          (i) => 40 * i,
          (t) => 7 * t * t,
        );
        const one = bacon(panel, { outcome: "y" });
        const two = bacon(other, { outcome: "y" });
        two.comparisons.forEach((c, j) => {
          near(c.weight, one.comparisons[j].weight);
          near(c.estimate / a, one.comparisons[j].estimate);
        });
        const weights = twoWayWeights(panel, { outcome: "y" });
        const same = twoWayWeights(other, { outcome: "y" });
        same.cells.forEach((c, j) => {
          near(c.weight, weights.cells[j].weight);
          near(c.share, weights.cells[j].share);
        });
        near(same.reversal.meanZero / Math.abs(a), weights.reversal.meanZero);
        const before = tripleDifference(panel, { eligible: "eligible", control: "notYet" }).effects;
        const after = tripleDifference(other, { eligible: "eligible", control: "notYet" }).effects;
        after.estimate.forEach((v, k) => {
          near(v / a, before.estimate[k]);
        });
        after.covariance.forEach((v, k) => {
          near(v / (a * a), before.covariance[k]);
        });
      }),
      { numRuns: 30 },
    );
  });

  it("treats units treated throughout as what they are: no part of a triple difference, controls in bacon", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 4 }), (seed, extra) => {
        const panel = panelOf(seed);
        const more = changed(
          panel,
          [...everyone, ...everyone.slice(0, extra)],
          1,
          () => 0,
          () => 0,
        );
        more.firstTreated.fill(ALWAYS, units);
        const one = tripleDifference(panel, { eligible: "eligible" }).effects;
        const two = tripleDifference(more, { eligible: "eligible" }).effects;
        expect(two.estimate).toEqual(one.estimate);
        expect(two.covariance).toEqual(one.covariance);
        const plain = bacon(panel, { outcome: "y" }).comparisons;
        const besides = bacon(more, { outcome: "y" }).comparisons.filter((c) => c.type !== "treated-always");
        besides.forEach((c, j) => {
          near(c.estimate, plain[j].estimate);
        });
      }),
      { numRuns: 30 },
    );
  });
});
