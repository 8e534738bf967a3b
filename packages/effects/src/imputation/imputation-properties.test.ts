import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fit, Term } from "../effects-value.js";
import { imputation } from "./imputation.js";
import { randomStaggered } from "./random-staggered.fixture.js";
import { twoStage } from "./two-stage.js";

type Estimator = (panel: Panel) => Fit;
const estimators: [string, Estimator][] = [
  ["imputation", (panel) => imputation(panel, { outcomes: ["y"], preTrends: 1 })],
  ["imputation, covariate", (panel) => imputation(panel, { outcomes: ["y"], covariates: ["a"] })],
  ["twoStage, cells", (panel) => twoStage(panel, { outcomes: ["y"] })],
  ["twoStage, events", (panel) => twoStage(panel, { outcomes: ["y"], second: "event" })],
];

const UNITS = 24;
const constantsOfUnits = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: UNITS, maxLength: UNITS });

/** Units in another order, with an index of −1 as a unit treated from before time. */
function arranged(panel: Panel, order: readonly number[]): Panel {
  const T = panel.periods.ordinals.length;
  const byUnit = <A extends Float64Array | Int32Array>(values: A) => values.map((_, i) => values[Math.max(0, order[i])]) as A;
  const byRow = <A extends Float64Array | Uint8Array>(values: A, wide: A) =>
    wide.map((_, r) => values[Math.max(0, order[Math.floor(r / T)]) * T + (r % T)]) as A;
  const n = order.length;
  return {
    ...panel,
    units: n,
    ids: order.map((_, i) => `v${i}`),
    firstTreated: Int32Array.from(order, (i) => (i < 0 ? ALWAYS : panel.firstTreated[i])),
    observed: byRow(panel.observed, new Uint8Array(n * T)),
    measures: panel.measures.map((m) => ({ ...m, values: byRow(m.values, new Float64Array(n * T)) })),
    clusterings: [],
    samplingWeight: byUnit(Float64Array.from(order, (i) => panel.samplingWeight![Math.max(0, i)])).map(
      (_, i) => panel.samplingWeight![Math.max(0, order[i])],
    ),
  };
}

const moved = (panel: Panel, change: (y: number, i: number, t: number) => number): Panel => {
  const T = panel.periods.ordinals.length;
  const [y, ...others] = panel.measures;
  return { ...panel, measures: [{ ...y, values: y.values.map((v, r) => change(v, Math.floor(r / T), r % T)) }, ...others] };
};

function same(a: Fit, b: Fit, factor = 1): void {
  // Effective numbers are sums over units, in their order.
  const rounded = ({ effective, ...term }: Term) => ({
    ...term,
    controls: effective!.controls.toFixed(9),
    treated: effective!.treated.toFixed(9),
  });
  expect(b.effects.terms.map(rounded)).toEqual(a.effects.terms.map(rounded));
  const size = 1 + a.effects.estimate.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
  a.effects.estimate.forEach((v, k) => {
    expect(Math.abs(b.effects.estimate[k] - factor * v)).toBeLessThan(1e-9 * size * Math.abs(factor));
  });
  a.effects.covariance.forEach((v, c) => {
    expect(Math.abs(b.effects.covariance[c] - factor * factor * v)).toBeLessThan(1e-8 * size * factor * factor);
  });
}

describe.each(estimators)("%s", (_, estimate) => {
  it("is moved only by what it must be moved by", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), constantsOfUnits, (seed, constants) => {
        const panel = randomStaggered(seed, { units: UNITS, gaps: 0.1 });
        const before = structuredClone(panel);
        const fit = estimate(panel);
        expect(panel).toEqual(before);
        // Constants of units and periods; the scale of the outcome.
        same(fit, estimate(moved(panel, (y, i, t) => y + constants[i] + 3 * constants[t])));
        same(fit, estimate(moved(panel, (y) => -8 * y)), -8);
        // Other order; units treated from before time, or in the first period.
        const order = [...constants.keys()].sort((a, b) => constants[a] - constants[b] || a - b);
        same(fit, estimate(arranged(panel, order)));
        same(fit, estimate(arranged(panel, [...constants.keys(), -1, -1, -1])));
        const early = arranged(panel, [...constants.keys(), 0, 3]);
        early.firstTreated.fill(1, UNITS);
        same(fit, estimate(early));
      }),
      { numRuns: 6 },
    );
  });
});

/** Balanced, outcome a unit's and a period's number plus `effect`, in periods 1, 2, …. */
function plain(starts: readonly number[], periods: number, effect: (i: number, time: number) => number): Panel {
  const n = starts.length * periods;
  return {
    kind: "panel",
    units: starts.length,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: starts.map((_, i) => `u${i}`),
    firstTreated: Int32Array.from(starts),
    observed: new Uint8Array(n).fill(1),
    measures: [
      {
        name: "y",
        unit: "kr",
        values: Float64Array.from(
          { length: n },
          (_, r) => 10 * Math.floor(r / periods) + (r % periods) ** 2 + effect(Math.floor(r / periods), (r % periods) + 1),
        ),
      },
    ],
    covariates: [],
    clusterings: [{ name: "town", of: Int32Array.from(starts, (_, i) => i % 2), count: 2 }],
  };
}

const codes = (fit: Fit) => fit.effects.problems.map((p) => p.code);

describe("degenerate panels", () => {
  it("give known effects exactly, by hand", () => {
    // Unit 1 starts at 3 and gains 5, then 7; unit 2 starts at 4 and gains 1; unit 0 never starts.
    const panel = plain([NEVER, 3, 4], 4, (i, time) => (i === 1 && time >= 3 ? 2 * time - 1 : i === 2 && time >= 4 ? 1 : 0));
    const fit = imputation(panel);
    expect(fit.effects.terms.map((t) => [t.group, t.time, t.event, t.n, t.controls])).toEqual([
      [3, 3, 0, 1, 2],
      [3, 4, 1, 1, 1],
      [4, 4, 0, 1, 1],
    ]);
    [5, 7, 1].forEach((v, k) => {
      expect(fit.effects.estimate[k]).toBeCloseTo(v, 12);
    });
    expect(codes(fit)).toEqual(["effects/imputation-one-treated", "effects/imputation-no-spread"]);
    expect(fit.effects.covariance.every(Number.isNaN)).toBe(true);
  });

  it("leave out what cannot be told, and say so", () => {
    // Nobody is untreated in period 4; unit 3 starts in the first period.
    const none = imputation(plain([3, 3, 4, 1], 4, () => 0));
    expect(none.effects.terms.map((t) => t.time)).toEqual([3]);
    expect(none.effects.problems).toMatchObject([
      { code: "effects/imputation-no-level", params: { rows: 4, units: 1 } },
      { code: "effects/imputation-no-period", params: { rows: 3, units: 3, periods: 1 } },
      { code: "effects/imputation-no-spread", params: { cells: 1, which: "3/3" } },
    ]);
    const trends = imputation(
      plain([NEVER, NEVER, 2, 4, 4], 5, () => 0),
      { unitTrends: true },
    );
    expect(trends.effects.problems[0]).toMatchObject({ code: "effects/imputation-no-trend", params: { rows: 4, units: 1 } });
    // Unit 2 is seen before its start in period 1 only, when nobody else is.
    const apart = plain([NEVER, NEVER, 3, 4, 4], 5, () => 0);
    for (const i of [0, 1, 3, 4]) apart.observed[i * 5] = 0;
    apart.observed[2 * 5 + 1] = 0;
    expect(imputation(apart).effects.problems[0]).toMatchObject({
      code: "effects/imputation-not-connected",
      params: { rows: 3, units: 1 },
    });
    expect(() => imputation(plain([NEVER, NEVER], 3, () => 0))).toThrow(/no effect to estimate/);
    expect(() => imputation(plain([ALWAYS, 1], 3, () => 0))).toThrow(/nothing to learn from/);
  });

  it("say where there is nothing to judge by", () => {
    const constant = imputation(
      plain([NEVER, NEVER, 3, 3], 4, () => 0),
      { preTrends: 1 },
    );
    expect(constant.effects.problems).toMatchObject([
      { code: "effects/imputation-no-spread", severity: "warning", params: { cells: 3, which: "3/3, 3/4, -1" } },
    ]);
    expect(constant.effects.covariance.every(Number.isNaN)).toBe(true);
    constant.effects.estimate.forEach((v) => {
      expect(Math.abs(v)).toBeLessThan(1e-12);
    });
    // Indicators of all periods before the start sum to the treated units' own: none of them can be told, nor those of periods not seen.
    const all = imputation(
      plain([NEVER, NEVER, 3, 3], 4, () => 0),
      { preTrends: 4 },
    );
    expect(all.effects.problems).toContainEqual(
      expect.objectContaining({
        code: "effects/imputation-leads",
        params: { outcome: "y", events: "-4, -3, -2, -1" },
      }),
    );
    const full = imputation(
      plain([NEVER, NEVER, 3, 3], 3, () => 0),
      { unitTrends: true },
    );
    expect(codes(full)).not.toContain("effects/imputation-saturated");
    const saturated = imputation(
      plain([NEVER, 3], 3, () => 0),
      { effects: ["unit", "period"], unitTrends: true },
    );
    expect(codes(saturated)).toContain("effects/imputation-saturated");
    const one = imputation(
      { ...plain([NEVER, NEVER, 3, 3], 4, () => 0), clusterings: [{ name: "town", of: new Int32Array(4), count: 1 }] },
      { cluster: "town" },
    );
    expect(codes(one)).toContain("effects/imputation-one-cluster");
    expect(one.effects.covariance[0]).toBeNaN();
  });

  it("do without collinear covariates, and refuse what they cannot use", () => {
    const panel = plain([NEVER, NEVER, NEVER, 3, 3], 4, (i, t) => (i * 7 + t * t * i) % 5);
    const withX: Panel = {
      ...panel,
      measures: [
        ...panel.measures,
        { name: "x", unit: "1", values: Float64Array.from(panel.measures[0].values, (_, r) => Math.floor(r / 4) + 2 * (r % 4)) },
      ],
    };
    const fit = imputation(withX, { covariates: ["x"] });
    expect(fit.effects.problems).toMatchObject([{ code: "effects/imputation-collinear", params: { covariate: "x" } }]);
    imputation(panel).effects.estimate.forEach((v, k) => {
      expect(fit.effects.estimate[k]).toBeCloseTo(v, 9);
    });
    // What moves for the treated after the start only cannot be adjusted for: no untreated row tells its slope.
    const after: Panel = {
      ...withX,
      measures: [panel.measures[0], { ...withX.measures[1], values: withX.measures[1].values.map((_, r) => (r === 14 ? 1 : 0)) }],
    };
    expect(imputation(after, { covariates: ["x"] }).effects.problems.map((p) => p.params)).toContainEqual({
      outcome: "y",
      rows: 1,
      units: 1,
      periods: 1,
    });
    expect(() => imputation(panel, { outcomes: ["w"] })).toThrow(/no outcome named w; it has y/);
    expect(() => imputation(panel, { cluster: "county" })).toThrow(/no clustering named county; use unit or one of: town/);
    expect(() => imputation({ ...panel, samplingWeight: Float64Array.of(1, 1, -1, 1, Number.NaN) })).toThrow(
      /2 units have none, or a negative one/,
    );
    expect(codes(imputation(panel, { effects: ["unit", "town", "period"] }))).toContain("effects/imputation-contained");
    const fitted = twoStage(panel);
    expect(() => fitted.refit(new Float64Array(2))).toThrow(/weights has 2 values where 5 are needed/);
    expect(() => fitted.refit(new Float64Array(5).fill(1), new Uint8Array(5))).toThrow(/weights only/);
  });

  it("keep their digits at a level of a thousand million, with weights far apart", () => {
    const panel = randomStaggered(4, { units: 14, periods: 6, weights: true });
    const weighted = { ...panel, samplingWeight: panel.samplingWeight!.map((w, i) => (i === 3 ? 1e5 : w)) };
    const raised = (level: number) => ({
      ...weighted,
      // Whole numbers, which the level leaves as they are.
      measures: weighted.measures.map((m) => ({ ...m, values: m.values.map((v) => Math.round(v) + level) })),
    });
    const low = imputation(raised(0)).effects;
    const high = imputation(raised(1e9)).effects;
    expect(low.estimate.length).toBeGreaterThan(0);
    high.estimate.forEach((v, k) => {
      expect(Math.abs(v - low.estimate[k])).toBeLessThan(1e-9);
    });
    high.covariance.forEach((v, c) => {
      expect(Math.abs(v - low.covariance[c])).toBeLessThan(1e-9);
    });
  });
});
