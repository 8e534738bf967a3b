import type { Periods } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { CONTROL, type Comparison, TREATED } from "@kontrafakt/matching";
import { exp, normalCdf, normalQuantile, type Stream, stream } from "@kontrafakt/numerics";

/**
 * The made-up studies of the money programme.
 *
 * - Sixty starters in three waves a quarter apart, three matched controls each, followed from four quarters before the first start to the end
 *   of the next calendar year: every year from the first start on is observed whole.
 * - Every person has a latent state a quarter for each of four outcomes, standard normal: a fifth of its variance is a lasting need that
 *   matching knows, three fifths are the person's and the quarter's, shared by the outcomes, a fifth is the outcome's own. Both parts are
 *   autoregressions with serial correlation 0.5, so that outcomes go together at 0.8 within people and quarters.
 * - Outcomes are functions of it, from nearly normal to rare and skewed; see `OUTCOMES`.
 * - Matched sets come from ranking starters and controls of a wave by the lasting need.
 * - The programme, where it does anything, takes away every outcome in three quarters in ten, by a draw of their own. The truth is what that
 *   comes to in expectation over people like these.
 */
export interface World {
  readonly comparison: Comparison;
  readonly panel: Panel;
  /** Units less use in expectation, by outcome and calendar year: c·YEARS.length + y. */
  readonly fewer: Float64Array;
}

export const STARTERS = 60;
export const YEARS = [2021, 2022] as const;
const CONTROLS = 3;
const WAVES = 3;
const T = 12;
const FIRST = 2020 * 4;
const PRE = 4;
const HELPS = 0.3;
const RHO = 0.5;
const LASTING = 0.2;
const SHARED = 0.6;
const PLACED = normalQuantile(0.8);
const MOST_DAYS = 91;
const HIGH = 0.85;
const TOP = normalQuantile(HIGH);

export const periods: Periods = { unit: "quarter", ordinals: Int32Array.from({ length: T }, (_, t) => FIRST + t) };

interface Outcome {
  readonly name: string;
  readonly unit: string;
  readonly of: (state: number) => number;
  readonly mean: number;
}

export const OUTCOMES: readonly Outcome[] = [
  {
    name: "placement",
    unit: "days",
    of: (z) => (z > PLACED ? Math.min(MOST_DAYS, Math.ceil(60 * (z - PLACED))) : 0),
    mean: Array.from({ length: MOST_DAYS }, (_, d) => normalCdf(-(PLACED + d / 60))).reduce((a, b) => a + b, 0),
  },
  { name: "support", unit: "hours", of: (z) => 15 * exp(0.5 * z), mean: 15 * exp(0.125) },
  {
    name: "absence",
    unit: "days",
    of: (z) => Math.max(0, 6 + 4 * z),
    mean: 6 * normalCdf(1.5) + (4 * exp(-1.125)) / Math.sqrt(2 * Math.PI),
  },
  {
    name: "treatment",
    unit: "visits",
    of: (z) => (z > TOP ? 4 * exp(0.8 * normalQuantile(Math.min(1 - 1e-12, (normalCdf(z) - HIGH) / (1 - HIGH) + 1e-12))) : 0),
    mean: 4 * (1 - HIGH) * exp(0.32),
  },
];

/** Makes a study's people; the same seed gives the same ones, with and without an effect. */
export function makeWorld(seed: number, works: boolean): World {
  const draw = stream(seed, "test/savings", 0);
  const units = STARTERS * (1 + CONTROLS);
  const waveOf = Int32Array.from({ length: units }, (_, i) => (i < STARTERS ? i % WAVES : (i - STARTERS) % WAVES));
  const x = Float64Array.from({ length: units }, () => draw.normal());
  const set = new Int32Array(units);
  for (let g = 0; g < WAVES; g++) {
    const inWave = Array.from({ length: units }, (_, i) => i).filter((i) => waveOf[i] === g);
    const ranked = (treated: boolean) => inWave.filter((i) => i < STARTERS === treated).sort((a, b) => x[a] - x[b]);
    for (const [rank, i] of ranked(true).entries()) set[i] = rank * WAVES + g;
    for (const [rank, i] of ranked(false).entries()) set[i] = Math.floor(rank / CONTROLS) * WAVES + g;
  }
  const shared = wanders(draw, units, Math.sqrt(SHARED));
  const measures = OUTCOMES.map(({ name, unit, of }) => {
    const values = wanders(draw, units, Math.sqrt(1 - LASTING - SHARED));
    for (let i = 0; i < units; i++) {
      for (let t = 0; t < T; t++) values[i * T + t] = of(values[i * T + t] + shared[i * T + t] + Math.sqrt(LASTING) * x[i]);
    }
    return { name, unit, values };
  });
  const fewer = new Float64Array(OUTCOMES.length * YEARS.length);
  for (let i = 0; i < STARTERS; i++) {
    for (let t = 0; t < T; t++) {
      const helped = draw.uniform() < HELPS;
      if (!works || t < PRE + waveOf[i]) continue;
      const y = Math.floor((FIRST + t) / 4) - YEARS[0];
      OUTCOMES.forEach(({ mean }, c) => {
        fewer[c * YEARS.length + y] += HELPS * mean;
        if (helped) measures[c].values[i * T + t] = 0;
      });
    }
  }
  const wave = waveOf.map((g) => FIRST + PRE + g);
  const comparison: Comparison = {
    kind: "comparison",
    unit: Int32Array.from({ length: units }, (_, i) => i),
    wave,
    set,
    role: Uint8Array.from({ length: units }, (_, i) => (i < STARTERS ? TREATED : CONTROL)),
    weight: Float64Array.from({ length: units }, (_, i) => (i < STARTERS ? 1 : 1 / CONTROLS)),
    independence: "set",
    start: wave,
    until: new Int32Array(units).fill(NEVER),
    score: x,
    waves: Int32Array.from({ length: WAVES }, (_, g) => FIRST + PRE + g),
    uncensored: new Float64Array(units * WAVES).fill(1),
    anticipation: 0,
    gap: 0,
    historyUsed: 0,
  };
  const panel: Panel = {
    kind: "panel",
    units,
    periods,
    ids: Array.from({ length: units }, (_, i) => String(i)),
    firstTreated: wave.map((start, i) => (i < STARTERS ? start : NEVER)),
    observed: new Uint8Array(units * T).fill(1),
    measures,
    covariates: [],
    clusterings: [],
  };
  return { comparison, panel, fewer };
}

/** A stationary first-order autoregression for each person. */
function wanders(draw: Stream, units: number, sd: number): Float64Array {
  const out = new Float64Array(units * T);
  const fresh = sd * Math.sqrt(1 - RHO * RHO);
  for (let i = 0; i < units; i++) {
    let now = sd * draw.normal();
    for (let t = 0; t < T; t++) {
      out[i * T + t] = now;
      now = RHO * now + fresh * draw.normal();
    }
  }
  return out;
}
