import type { Absorber } from "./absorber.js";

/** Stops when a round changes the column by at most this share of what the first round left of it. */
const TOLERANCE = 1e-11;
const ROUNDS = 10_000;

/**
 * Alternating projections: each set of effects is taken out in turn, again and again, with the step of Irons & Tuck along the path.
 * @param steps exact projections, each off a part of the effects
 * Source: Irons & Tuck 1969, doi:10.1002/nme.1620010306; Gaure 2013, doi:10.1016/j.csda.2013.03.024.
 */
export function alternating(steps: readonly Absorber["sweep"][], n: number): Absorber {
  const before = new Float64Array(n);
  const once = new Float64Array(n);
  const sweepAll = (column: Float64Array) => {
    for (const step of steps) step(column);
  };
  return {
    method: "alternating",
    sweep(column) {
      let whole = 0;
      for (let r = 0; r < n; r++) whole += column[r] * column[r];
      sweepAll(column);
      let left = 0;
      for (let r = 0; r < n; r++) left += column[r] * column[r];
      // Rounding of the values themselves is the least that can be asked for.
      const limit = Math.max(TOLERANCE * TOLERANCE * left, 1e-32 * whole);
      for (let round = 0; round < ROUNDS; round++) {
        before.set(column);
        sweepAll(column);
        once.set(column);
        sweepAll(column);
        let moved = 0;
        let along = 0;
        let bend = 0;
        for (let r = 0; r < n; r++) {
          const step = column[r] - once[r];
          const second = step - (once[r] - before[r]);
          moved += step * step;
          along += step * second;
          bend += second * second;
        }
        if (moved <= limit) return true;
        if (bend > 0) {
          const length = along / bend;
          for (let r = 0; r < n; r++) column[r] -= length * (column[r] - once[r]);
        }
      }
      return false;
    },
  };
}
