import type { Effects, Fit } from "@kontrafakt/effects";
import { takeTerms } from "../disclosure/small-cells.js";

type ArmsHow = Parameters<NonNullable<Fit["armValues"]>> extends [unknown, ...infer R] ? R : never;

/** A fit of some terms alone, by their indices: what it answers is about those. */
export function takeFit<F extends Fit>(fit: F, keep: readonly number[]): F {
  const all = fit.effects.terms.length;
  const effects = takeTerms(fit.effects, keep);
  if (effects === fit.effects) return fit;
  const spread = (c: Float64Array) => {
    const whole = new Float64Array(all);
    keep.forEach((k, i) => {
      whole[k] = c[i];
    });
    return whole;
  };
  const taken = (rows: Float64Array) =>
    Float64Array.from({ length: (rows.length / all) * keep.length }, (_, i) => {
      const row = Math.floor(i / keep.length);
      return rows[row * all + keep[i - row * keep.length]];
    });
  const levels = (): Effects => {
    const both = (fit.withLevels as NonNullable<F["withLevels"]>)();
    return takeTerms(both, [...keep, ...keep.map((k) => all + k)]);
  };
  return {
    ...fit,
    effects,
    refit: (weights: Float64Array, assignment?: Uint8Array) => {
      const found = fit.refit(weights, assignment);
      return Float64Array.from(keep, (k) => found[k]);
    },
    ...(fit.withLevels && { withLevels: levels }),
    ...(fit.leastSquares && {
      leastSquares: (c: Float64Array) => (fit.leastSquares as NonNullable<F["leastSquares"]>)(spread(c)),
    }),
    ...(fit.armValues && {
      armValues: (c: Float64Array, ...how: ArmsHow) => (fit.armValues as NonNullable<F["armValues"]>)(spread(c), ...how),
    }),
    ...(fit.redraw && { redraw: (c: Float64Array) => (fit.redraw as NonNullable<F["redraw"]>)(spread(c)) }),
    ...(fit.leaveOneOut && { leaveOneOut: () => taken((fit.leaveOneOut as NonNullable<F["leaveOneOut"]>)()) }),
  };
}

/** A fit of the terms that have an estimate. */
export function estimatedOf<F extends Fit>(fit: F): F {
  return takeFit(
    fit,
    fit.effects.terms.flatMap((_, k) => (Number.isNaN(fit.effects.estimate[k]) ? [] : [k])),
  );
}
