import { type CrossSections, cohortMoments, type Panel } from "@kontrafakt/cohort";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Effects } from "../effects-value.js";
import { type AttGtOptionsInput, attGtOptions } from "../options/att-gt-options.js";
import { aggregate } from "./aggregate.js";
import { attGt } from "./att-gt.js";
import { attGtCells } from "./att-gt-cells.js";
import { attGtFit } from "./att-gt-fit.js";
import { attGtSample } from "./att-gt-sample.js";
import { panelSource } from "./panel/panel-source.js";
import { randomPanel, sectionsOf } from "./random-panel.fixture.js";

const how = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  gaps: fc.constantFrom(0, 0.08),
  weights: fc.boolean(),
});
const options = fc.record({
  method: fc.constantFrom("dr", "drImproved", "reg", "ipw"),
  covariates: fc.constantFrom([], ["z"], ["z", "b"]),
  control: fc.constantFrom("never", "notYet"),
  base: fc.constantFrom("varying", "universal"),
  baseWindow: fc.constantFrom(1, 2),
  incomplete: fc.constantFrom("full", "pairwise", "crossSection"),
}) as fc.Arbitrary<AttGtOptionsInput>;
const y = { outcomes: ["y"] };

function near(got: Effects, wanted: Effects, factor = 1): void {
  expect(got.terms.length).toBe(wanted.terms.length);
  got.estimate.forEach((v, k) => {
    const w = wanted.estimate[k];
    if (Number.isNaN(w)) expect(v).toBeNaN();
    else expect(Math.abs(v - factor * w)).toBeLessThan(1e-8 * factor * (1 + Math.abs(w)));
  });
  got.covariance.forEach((v, c) => {
    const w = factor * factor * wanted.covariance[c];
    if (!Number.isNaN(w)) expect(Math.abs(v - w)).toBeLessThan(1e-8 * factor * factor);
  });
}

function reordered(panel: Panel, order: readonly number[]): Panel {
  const T = panel.periods.ordinals.length;
  const rows = (values: Float64Array) => Float64Array.from(order.flatMap((i) => [...values.subarray(i * T, (i + 1) * T)]));
  return {
    ...panel,
    units: order.length,
    ids: order.map((i) => `other${i}`),
    firstTreated: Int32Array.from(order, (i) => panel.firstTreated[i]),
    observed: Uint8Array.from(order.flatMap((i) => [...panel.observed.subarray(i * T, (i + 1) * T)])),
    measures: panel.measures.map((m) => ({ ...m, values: rows(m.values) })),
    covariates: panel.covariates.map((c) => ({ ...c, values: Float64Array.from(order, (i) => c.values[i]) })),
    clusterings: panel.clusterings.map((c) => ({ ...c, of: Int32Array.from(order, (i) => c.of[i]) })),
    ...(panel.samplingWeight && { samplingWeight: Float64Array.from(order, (i) => panel.samplingWeight![i]) }),
  };
}

it("keeps what relabelling, reordering, scaling, and unit or period constants must leave, and its input", () => {
  fc.assert(
    fc.property(how, options, (drawn, input) => {
      const panel = randomPanel({ ...drawn, units: 48, ordinals: [1, 2, 3, 4] });
      const before = structuredClone(panel);
      const { effects } = attGt(panel, { ...y, ...input });
      expect(panel).toEqual(before);
      expect(attGt(panel, { ...y, ...input }).effects).toEqual(effects);
      const order = Array.from({ length: 48 }, (_, i) => (i * 7 + 5) % 48);
      near(attGt(reordered(panel, order), { ...y, ...input }).effects, effects);

      const T = 4;
      // Rows of different people do not cancel what a person always has.
      const own = input.incomplete === "crossSection" ? 0 : 3;
      const moved = structuredClone(panel);
      moved.measures[0].values.forEach((v, at) => {
        moved.measures[0].values[at] = 1000 * v + own * Math.floor(at / T) - 2 * (at % T);
      });
      // A window of which a unit misses a period is of other periods for it than for others.
      if (drawn.gaps === 0 || input.baseWindow === 1 || input.incomplete !== "pairwise")
        near(attGt(moved, { ...y, ...input }).effects, effects, 1000);

      const more = reordered(panel, [...order, 0, 0, 1]);
      for (const i of [48, 49, 50]) more.firstTreated[i] = 1;
      const always = attGt(more, { ...y, ...input }).effects;
      near(always, attGt(reordered(panel, order), { ...y, ...input }).effects);
      expect(always.problems[0].code).toBe("effects/always-treated");
    }),
    { numRuns: 20 },
  );
});

it("has an influence that is the derivative by cluster weight, of levels too, whatever the data", () => {
  const h = 1e-5;
  let seed = 20;
  for (const method of ["dr", "drImproved", "reg", "ipw"] as const) {
    const panel = randomPanel({ seed: seed++, units: 48, ordinals: [1, 2, 3, 4], gaps: 0.05, weights: true });
    const data: readonly (readonly [Panel | CrossSections, AttGtOptionsInput])[] = [
      [panel, { incomplete: "pairwise", control: "notYet", timeVarying: ["m"] }],
      [panel, { incomplete: "full", baseWindow: 2, base: "universal" }],
      [panel, { incomplete: "full", covariates: [] }],
      [sectionsOf(panel), { baseWindow: 2 }],
      [panel, { incomplete: "crossSection" }],
    ];
    for (const [given, input] of data) {
      // The improved estimator on cross-sections leaves out a part that vanishes in large samples only.
      if (method === "drImproved" && (given.kind === "cross-sections" || input.incomplete === "crossSection")) continue;
      // Not compat did, which has a part of doubly robust influence on cross-sections with the other sign; without factors by arm.
      const plain = { covariance: "CR0" } as const;
      const fit = attGt(given, { ...y, method, covariates: ["z"], cluster: "town", inference: plain, ...input });
      const levels = fit.withLevels!();
      const { basis, terms, estimate } = fit.effects;
      if (basis.kind !== "influence" || levels.basis.kind !== "influence") throw new Error("no influence");
      const K = terms.length;
      expect(levels.terms.slice(0, K)).toEqual(terms);
      expect(levels.terms.slice(K).every((t) => t.scale === "treatedMean")).toBe(true);
      expect(levels.estimate.slice(0, K)).toEqual(estimate);
      for (const a of [0, 5]) {
        const up = new Float64Array(basis.atoms).fill(1);
        const down = up.slice();
        up[a] += h;
        down[a] -= h;
        const [high, low] = [fit.refit(up), fit.refit(down)];
        for (let k = 0; k < K; k++) {
          if (Number.isNaN(estimate[k])) continue;
          expect((high[k] - low[k]) / (2 * h)).toBeCloseTo(basis.rows[a * K + k], 6);
          expect(levels.basis.rows[a * 2 * K + k]).toBeCloseTo(basis.rows[a * K + k], 12);
        }
      }
      // A cluster that counts twice is as good as its people twice over.
      const twice = new Float64Array(basis.atoms).fill(1);
      twice[3] = 2;
      expect(fit.refit(twice)).not.toEqual(estimate);
      expect(
        fit.refit(new Float64Array(basis.atoms).fill(3)).every((v, k) => Math.abs(v - estimate[k]) < 1e-9 || Number.isNaN(v)),
      ).toBe(true);
    }
  }
});

it("gives levels that are the treated's mean outcome, and the same numbers with and without covariates that do nothing", () => {
  const panel = randomPanel({ seed: 31, weights: true });
  const levels = attGt(panel, { ...y, control: "notYet" }).withLevels!();
  const K = levels.terms.length / 2;
  levels.terms.slice(K).forEach(({ group, time }, k) => {
    let sum = 0;
    let total = 0;
    panel.firstTreated.forEach((g, i) => {
      if (g !== group) return;
      total += panel.samplingWeight![i];
      sum += panel.samplingWeight![i] * panel.measures[0].values[i * 5 + time! - 1];
    });
    expect(levels.estimate[K + k]).toBeCloseTo(sum / total, 10);
  });
  const covered = attGt(panel, { ...y, control: "notYet", covariates: ["z"], method: "reg" }).withLevels!();
  for (let k = 0; k < K; k++) {
    expect(covered.estimate[K + k]).toBeCloseTo(levels.estimate[K + k], 10);
    expect(covered.covariance[(K + k) * 2 * K + K + k]).toBeCloseTo(levels.covariance[(K + k) * 2 * K + K + k], 10);
  }
  // One estimator, one set of numbers: by sums of cohorts, and by units that only seem to lack something.
  const extra: Panel = {
    ...panel,
    observed: panel.observed.slice(),
    measures: structuredClone(panel.measures) as Panel["measures"],
  };
  const lacking = { ...reordered(extra, [...Array(60).keys(), 3]) };
  lacking.observed.fill(0, 301, 305);
  lacking.measures[0].values.fill(Number.NaN, 301, 305);
  const pairwise = attGt(lacking, { ...y, control: "notYet", incomplete: "pairwise" }).effects;
  const whole = attGt(panel, { ...y, control: "notYet" }).effects;
  near(pairwise, whole);
  for (const type of ["simple", "dynamic", "group", "calendar"] as const)
    near(aggregate(pairwise, { type }), aggregate(whole, { type }));
});

it("keeps the joint covariance, and that with the shares, where influence is too large to carry", () => {
  const panel = randomPanel({ seed: 40 });
  const asked = attGtOptions.parse({ ...y, method: "reg", covariates: ["z"], cluster: "town" });
  const sample = attGtSample(panel, asked);
  const source = panelSource(panel, sample, attGtCells(sample.groups, sample.periods, asked), asked);
  const large = attGtFit(source, asked, "attGt", true, 100).effects;
  const small = attGtFit(source, asked, "attGt").effects;
  expect([large.basis.kind, small.basis.kind]).toEqual(["moments", "influence"]);
  expect(large.covariance).toEqual(small.covariance);
  for (const type of ["simple", "dynamic", "group", "calendar"] as const)
    near(aggregate(large, { type }), aggregate(small, { type }));
});

it("has the same numbers from a panel and from its sums by cohort", async () => {
  const panel = randomPanel({ seed: 50, weights: true });
  for (const cluster of [undefined, "town"]) {
    const input: AttGtOptionsInput = { ...y, control: "notYet", baseWindow: 2, ...(cluster && { cluster }) };
    const sums = await cohortMoments(panel, { outcomes: ["y"], ...(cluster && { cluster }) });
    const [given, direct] = [attGt(sums, input).effects, attGt(panel, input).effects];
    near(given, direct);
    near(aggregate(given, { type: "dynamic" }), aggregate(direct, { type: "dynamic" }));
  }
});
