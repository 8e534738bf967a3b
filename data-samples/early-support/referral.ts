import { exp, stream } from "@kontrafakt/numerics";
import { FIRST, QUARTERS, quarterLength, quarterStart } from "./calendar.js";
import { age, type People } from "./people.js";

/** Start quarters of the four waves, counted from 2017Q1: 2021Q1, 2021Q3, 2022Q1, 2022Q3. */
export const WAVES: readonly number[] = [16, 18, 20, 22];
/** First and last quarter of each history window, counted back from the referral quarter. */
export const WINDOWS: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 4],
  [5, 8],
];

/** Weight of each history window (as in WINDOWS) per mean day a quarter. */
const history = {
  placement: [0.006, 0.005, 0.001],
  specialSchool: [0.005, 0.003, 0.001],
  counselling: [0.01, 0.005, 0.002],
  absence: [0.15, 0.06, 0.03],
} as const;

/** Who starts and when. −1 and NO_START where never. */
export interface Referrals {
  /** Index into WAVES, −1 for children who never start. */
  readonly wave: Int8Array;
  /** Quarter of the start, counted from 2017Q1; −1 never. */
  readonly startQuarter: Int32Array;
  readonly referralDay: Int32Array;
  readonly startDay: Int32Array;
  /** The logit's linear part without the wave's intercept: waves × n, NaN where not at risk. */
  readonly score: Float64Array;
  readonly intercept: Float64Array;
}

function linearPart(people: People, i: number, y: HistoryMeasures, referral: number): number {
  let sum =
    0.35 * people.singleParent[i] -
    0.15 * people.education[i] +
    0.05 * people.siblings[i] +
    0.2 * people.notifications[i] +
    0.15 * people.boy[i] -
    0.03 * age(people, i);
  for (const name of ["placement", "specialSchool", "counselling", "absence"] as const) {
    const values = y[name];
    WINDOWS.forEach(([near, far], w) => {
      let days = 0;
      for (let back = near; back <= far; back++) days += values[i * QUARTERS + referral - back];
      sum += (history[name][w] * days) / (far - near + 1);
    });
  }
  return sum;
}

/** Days per quarter in the window, child by child, without the programme. */
export interface HistoryMeasures {
  readonly placement: Float64Array;
  readonly specialSchool: Float64Array;
  readonly counselling: Float64Array;
  readonly absence: Float64Array;
}

/** The intercept at which `expected` of the children at risk are referred, by Newton steps held within 1. */
function calibrate(scores: Float64Array, expected: number): number {
  let intercept = -5;
  for (let step = 0; step < 60; step++) {
    let sum = 0;
    let slope = 0;
    for (const s of scores) {
      if (Number.isNaN(s)) continue;
      const p = 1 / (1 + exp(-(intercept + s)));
      sum += p;
      slope += p * (1 - p);
    }
    const move = Math.max(-1, Math.min(1, (expected - sum) / slope));
    intercept += move;
    if (Math.abs(move) < 1e-12) break;
  }
  return intercept;
}

/**
 * Refers children wave by wave. A child is at risk in a wave if it has not started and was observed in the eight quarters
 * before the referral quarter, in it, and in the start quarter. The chance is logistic in what people.csv says and in the
 * child's service use and absence in those eight quarters, and in nothing else.
 */
export function makeReferrals(
  people: People,
  y: HistoryMeasures,
  observed: Uint8Array,
  seed: number,
  perWave: number,
): Referrals {
  const { n } = people;
  const draw = stream(seed, "early-support/referral", 0);
  const wave = new Int8Array(n).fill(-1);
  const startQuarter = new Int32Array(n).fill(-1);
  const referralDay = new Int32Array(n);
  const startDay = new Int32Array(n);
  const score = new Float64Array(WAVES.length * n).fill(Number.NaN);
  const intercept = new Float64Array(WAVES.length);
  WAVES.forEach((start, w) => {
    const referral = start - 1;
    const scores = score.subarray(w * n, (w + 1) * n);
    for (let i = 0; i < n; i++) {
      let atRisk = wave[i] < 0;
      for (let t = referral - 8; atRisk && t <= start; t++) atRisk = observed[i * QUARTERS + t] === 1;
      if (atRisk) scores[i] = linearPart(people, i, y, referral);
    }
    intercept[w] = calibrate(scores, perWave);
    for (let i = 0; i < n; i++) {
      const chosen = draw.uniform();
      const gap = draw.uniform();
      const place = draw.uniform();
      if (!(chosen < 1 / (1 + exp(-(intercept[w] + scores[i]))))) continue;
      wave[i] = w;
      startQuarter[i] = start;
      // Between 20 and 85 days apart, the referral in the quarter before the start quarter.
      const days = 20 + Math.floor(66 * gap);
      const first = Math.max(quarterStart(start), quarterStart(referral) + days);
      const last = Math.min(quarterStart(start) + quarterLength(start) - 1, quarterStart(start) - 1 + days);
      startDay[i] = first + Math.floor(place * (last - first + 1));
      referralDay[i] = startDay[i] - days;
    }
  });
  return { wave, startQuarter, referralDay, startDay, score, intercept };
}

/** Period ordinal of a quarter counted from 2017Q1. */
export function ordinalOf(t: number): number {
  return FIRST + t;
}
