import type { Effects, Fit } from "@kontrafakt/effects";
import { expect, test } from "vitest";
import { estimatedOf, takeFit } from "./take-fit.js";

const effects: Effects = {
  kind: "effects",
  estimator: "e",
  terms: [0, 1, 2].map((event) => ({
    outcome: "days",
    unit: "days",
    kind: "cell",
    scale: "difference",
    group: 4,
    time: 4 + event,
    event,
    n: 9,
    controls: 9,
    personPeriods: 9,
  })),
  estimate: Float64Array.of(1, Number.NaN, 3),
  covariance: Float64Array.of(1, 0, 0.5, 0, 4, 0, 0.5, 0, 9),
  df: Float64Array.of(5, 6, 7),
  clusters: 3,
  basis: { kind: "influence", atoms: 2, rows: Float64Array.of(1, 2, 3, 4, 5, 6), stratum: new Int32Array(2) },
  problems: [],
};

/** Answers with what it was asked. */
const fit: Fit = {
  effects,
  refit: (weights) => Float64Array.from(effects.estimate, (x) => x * weights[0]),
  withLevels: () => ({
    ...effects,
    terms: [...effects.terms, ...effects.terms.map((t) => ({ ...t, scale: "treatedMean" as const }))],
    estimate: Float64Array.of(1, 2, 3, 4, 5, 6),
    covariance: new Float64Array(36),
    df: new Float64Array(6),
    basis: { kind: "covariance-only" },
  }),
  leastSquares: (c) => ({ c }) as never,
  armValues: (c, by, slopes) => ({ c, by, slopes }) as never,
  redraw: (c) => (weights) => weights[0] * c[2],
  leaveOneOut: () => Float64Array.of(1, 2, 3, 4, 5, 6),
};

test("a fit of some terms answers about those, whatever is asked", () => {
  const taken = takeFit(fit, [0, 2]);
  expect(taken.effects.terms.map((t) => t.event)).toEqual([0, 2]);
  expect([...taken.refit(Float64Array.of(2, 1))]).toEqual([2, 6]);
  expect([...(taken.withLevels?.().estimate ?? [])]).toEqual([1, 3, 4, 6]);
  const asked = Float64Array.of(10, 30);
  expect(taken.leastSquares?.(asked)).toEqual({ c: Float64Array.of(10, 0, 30) });
  const whole = Float64Array.of(10, 0, 30);
  expect(taken.armValues?.(asked, "units", "blind")).toEqual({ c: whole, by: "units", slopes: "blind" });
  expect(taken.redraw?.(asked)(Float64Array.of(2, 1))).toBe(60);
  expect([...(taken.leaveOneOut?.() ?? [])]).toEqual([1, 3, 4, 6]);
});

test("what the fit cannot do, the fit of some terms cannot either; all terms are the fit itself", () => {
  const taken = takeFit({ effects, refit: fit.refit } as Fit, [1]);
  expect(Object.keys(taken).sort()).toEqual(["effects", "refit"]);
  expect(takeFit(fit, [0, 1, 2])).toBe(fit);
  expect([...estimatedOf(fit).effects.estimate]).toEqual([1, 3]);
});
