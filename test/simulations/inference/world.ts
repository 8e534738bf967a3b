import { NEVER, type Panel } from "@kontrafakt/cohort";
import { CONTROL, type Comparison, TREATED } from "@kontrafakt/matching";
import { exp, normalCdf, normalQuantile, type Stream, stream } from "@kontrafakt/numerics";
import type { Effect, Outcome, Setting } from "./cells.js";

/**
 * The made-up places of the coverage programme.
 *
 * - Every person has a latent state each quarter, standard normal: `icc` of its variance is a shock the school has in common that
 *   quarter; of the rest a fifth is a lasting need x that matching knows, and four fifths are the person's own. Shocks and own part are
 *   autoregressions with serial correlation 0.5.
 * - Outcomes are functions of it: the state itself; days of a spell (1 to 91) in quarters above the upper quartile; a cost, lognormal with
 *   σ = 1 about 10,000 kr, in the 15% of quarters with the highest states.
 * - Waves start a quarter apart: three of them, two where there are but eight schools, one where fewer than four got the programme. Everyone
 *   is followed from four quarters before the first start to four from the last on: 4–6 quarters before a start, 4–6 after.
 * - Persons: as many starters in each wave, people independent. Clusters: half the schools get the programme, each in one wave, and
 *   everyone sampled there starts; controls are at schools that never do. Who is at which school is drawn uniformly, at least one starter at each
 *   treated school. Within: starters and controls are at every school.
 * - Matched sets come from ranking the starters and controls of a wave (within: of a wave and school) by x, so that sets cross schools. What
 *   the choice of controls adds to uncertainty is the business of the other simulations.
 * - The programme helps in three quarters in ten, by a draw of their own: it then takes a point (a standard deviation) off the normal
 *   outcome, and all of a spell or cost. The truth is what that comes to in expectation over people like these, times the starters' quarters.
 */
export interface Place {
  readonly setting: Setting;
  readonly comparison: Comparison;
  /** The panel but for its measure. */
  readonly frame: Omit<Panel, "measures">;
  /** Starters come first. */
  readonly starters: number;
  /** Wave of each starter, and the first period of each wave. */
  readonly waveOf: Int32Array;
  readonly starts: Int32Array;
  /** units × periods. */
  readonly latent: Float64Array;
  /** starters × periods, uniform: which quarters the programme helps in. */
  readonly lot: Float64Array;
}

const PRE = 4;
const POST = 4;
const RHO = 0.5;
const LASTING = 0.2;
const HELPS = 0.3;
const SHAPES = { none: [0, 0, 0], same: [1, 1, 1], differing: [0.5, 1, 1.5] } as const;
const QUARTILE = normalQuantile(0.75);
const HIGH = 0.85;
const TOP = normalQuantile(HIGH);
const DAYS = 60;
const MOST_DAYS = 91;
const AMOUNT = 10_000;
const UNITS = { normal: "points", spells: "days", cost: "kr" } as const;

/** Makes a place; the same setting and seed give the same one. */
export function makePlace(setting: Setting, seed: number): Place {
  const draw = stream(seed, "test/inference", 0);
  const { starters: n, controls: k, assignment, icc } = setting;
  const schools = setting.clusters === "persons" ? 0 : setting.clusters;
  const given = setting.treated ?? Math.floor(schools / 2);
  const waves = assignment !== "clusters" ? 3 : given < 4 ? 1 : schools === 8 ? 2 : 3;
  const T = PRE + POST + waves - 1;
  const units = n * (k + 1);
  const starts = Int32Array.from({ length: waves }, (_, g) => PRE + g);

  const school = new Int32Array(units).fill(-1);
  const waveOf = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    waveOf[i] = i % waves;
    if (assignment === "clusters") {
      school[i] = i < given ? i : draw.integer(given);
      waveOf[i] = school[i] % waves;
    }
    if (assignment === "within") school[i] = i < schools ? i : draw.integer(schools);
  }
  const x = Float64Array.from({ length: units }, () => draw.normal());
  const set = new Int32Array(units);
  let next = n;
  let sets = 0;
  for (let g = 0; g < waves; g++) {
    const wave = indices(n, (i) => waveOf[i] === g);
    const groups =
      assignment === "within" ? Array.from({ length: schools }, (_, s) => wave.filter((i) => school[i] === s)) : [wave];
    for (const group of groups) {
      const controls = indices(group.length * k, () => true).map((c) => next + c);
      next += controls.length;
      for (const c of controls) {
        if (assignment === "clusters") school[c] = given + draw.integer(schools - given);
        if (assignment === "within") school[c] = school[group[0]];
      }
      group
        .sort((a, b) => x[a] - x[b])
        .forEach((i, rank) => {
          set[i] = sets + rank;
        });
      controls
        .sort((a, b) => x[a] - x[b])
        .forEach((i, rank) => {
          set[i] = sets + Math.floor(rank / k);
        });
      sets += group.length;
    }
  }

  const shocks = new Float64Array(schools * T);
  for (let s = 0; s < schools; s++) wander(draw, shocks, s * T, T, Math.sqrt(icc));
  const latent = new Float64Array(units * T);
  const own = Math.sqrt((1 - icc) * (1 - LASTING));
  const lasting = Math.sqrt((1 - icc) * LASTING);
  for (let i = 0; i < units; i++) {
    wander(draw, latent, i * T, T, own);
    for (let t = 0; t < T; t++) latent[i * T + t] += lasting * x[i] + (school[i] < 0 ? 0 : shocks[school[i] * T + t]);
  }
  const lot = Float64Array.from({ length: n * T }, () => draw.uniform());

  const start = Int32Array.from({ length: units }, (_, i) => (i < n ? starts[waveOf[i]] : NEVER));
  const waveOfSet = new Int32Array(sets);
  for (let i = 0; i < n; i++) waveOfSet[set[i]] = starts[waveOf[i]];
  const wave = set.map((s) => waveOfSet[s]);
  const comparison: Comparison = {
    kind: "comparison",
    unit: Int32Array.from({ length: units }, (_, i) => i),
    wave,
    set,
    role: Uint8Array.from({ length: units }, (_, i) => (i < n ? TREATED : CONTROL)),
    weight: Float64Array.from({ length: units }, (_, i) => (i < n ? 1 : 1 / k)),
    independence: "set",
    start: wave,
    until: new Int32Array(units).fill(NEVER),
    score: x,
    waves: starts,
    uncensored: new Float64Array(units * waves).fill(1),
    anticipation: 0,
    gap: 0,
    historyUsed: 0,
  };
  const frame = {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: T }, (_, t) => t) },
    ids: Array.from({ length: units }, (_, i) => String(i)),
    firstTreated: start,
    observed: new Uint8Array(units * T).fill(1),
    covariates: [],
    clusterings: schools > 0 ? [{ name: "school", of: school, count: schools }] : [],
  } as const;
  return { setting, comparison, frame, starters: n, waveOf, starts, latent, lot };
}

/** The panel of an outcome where the programme has an effect, and what it changed in expectation, summed over the starters' quarters from their start on. */
export function panelOf(place: Place, outcome: Outcome, effect: Effect): { panel: Panel; truth: number } {
  const { frame, starters, waveOf, starts, latent, lot } = place;
  const T = frame.periods.ordinals.length;
  const values = latent.map(MEASURE[outcome]);
  let truth = 0;
  for (let i = 0; i < starters && effect !== "none"; i++) {
    const share = HELPS * SHAPES[effect][waveOf[i]];
    const from = starts[waveOf[i]];
    truth -= share * (T - from) * (outcome === "normal" ? 1 : EXPECTED[outcome]);
    for (let at = i * T + from; at < (i + 1) * T; at++) {
      if (lot[at] < share) values[at] = outcome === "normal" ? values[at] - 1 : 0;
    }
  }
  return { panel: { ...frame, measures: [{ name: outcome, unit: UNITS[outcome], values }] }, truth };
}

const MEASURE: Record<Outcome, (state: number) => number> = {
  normal: (z) => z,
  spells: (z) => (z > QUARTILE ? Math.min(MOST_DAYS, Math.ceil(DAYS * (z - QUARTILE))) : 0),
  cost: (z) => (z > TOP ? AMOUNT * exp(normalQuantile(Math.min(1 - 1e-12, (normalCdf(z) - HIGH) / (1 - HIGH) + 1e-12))) : 0),
};

/** Days: Σ P(more than d days) for d = 0 … 90. Cost: the lognormal's mean. */
const EXPECTED = {
  spells: Array.from({ length: MOST_DAYS }, (_, d) => normalCdf(-(QUARTILE + d / DAYS))).reduce((a, b) => a + b, 0),
  cost: AMOUNT * (1 - HIGH) * exp(0.5),
};

/** A stationary first-order autoregression. */
function wander(draw: Stream, into: Float64Array, at: number, length: number, sd: number): void {
  let now = sd * draw.normal();
  const fresh = sd * Math.sqrt(1 - RHO * RHO);
  for (let t = 0; t < length; t++) {
    into[at + t] = now;
    if (t + 1 < length) now = RHO * now + fresh * draw.normal();
  }
}

function indices(n: number, wanted: (i: number) => boolean): number[] {
  return Array.from({ length: n }, (_, i) => i).filter(wanted);
}
