import { exp, normalCdf, stream } from "@kontrafakt/numerics";
import { BURN_IN, QUARTERS, SIMULATED } from "./calendar.js";
import type { People } from "./people.js";

/** Autocorrelation of the passing part of need from quarter to quarter, its standard deviation and its shocks'. */
export const RHO = 0.7;
const PASSING = 0.75;
export const SHOCK = PASSING * Math.sqrt(1 - RHO * RHO);
const OWN = 0.55;

/** Days of absence a quarter: LEVEL + SLOPE · need + noise, never below 0. */
const LEVEL = 6.5;
const SLOPE = 2.2;
const NOISE = 1.8;

/** Need that lasts: from the family's circumstances and the child's own; mean about 0. */
export function lastingNeed(people: People, seed: number): Float64Array {
  const draw = stream(seed, "early-support/lasting-need", 0);
  const education = [0.25, 0.05, -0.05, -0.25];
  return Float64Array.from({ length: people.n }, (_, i) => {
    const known =
      0.3 * (people.singleParent[i] - 0.32) +
      education[people.education[i]] +
      0.05 * (people.siblings[i] - 0.9) +
      0.22 * (people.notifications[i] - 0.28) +
      0.12 * (people.boy[i] - 0.52);
    return known + OWN * draw.normal();
  });
}

/** Passing need, child by child over the simulated quarters. */
export function passingNeed(n: number, seed: number): Float64Array {
  const draw = stream(seed, "early-support/passing-need", 0);
  const u = new Float64Array(n * SIMULATED);
  for (let i = 0; i < n; i++) {
    let now = PASSING * draw.normal();
    for (let s = 0; s < SIMULATED; s++) {
      u[i * SIMULATED + s] = now;
      now = RHO * now + SHOCK * draw.normal();
    }
  }
  return u;
}

/** Days of absence in half days, child by child over the quarters of the window. */
export function absenceWithout(lasting: Float64Array, passing: Float64Array, seed: number): Float64Array {
  const draw = stream(seed, "early-support/absence", 0);
  const n = lasting.length;
  const days = new Float64Array(n * QUARTERS);
  for (let i = 0; i < n; i++) {
    for (let t = 0; t < QUARTERS; t++) {
      const need = lasting[i] + passing[i * SIMULATED + BURN_IN + t];
      days[i * QUARTERS + t] = Math.max(0, Math.round(2 * (LEVEL + SLOPE * need + NOISE * draw.normal())) / 2);
    }
  }
  return days;
}

/** Expected days of absence at a need: the mean of a normal cut at 0. */
export function expectedAbsence(need: number): number {
  const mean = LEVEL + SLOPE * need;
  const z = mean / NOISE;
  return mean * normalCdf(z) + (NOISE * exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
}
