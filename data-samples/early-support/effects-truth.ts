import { NO_DAY } from "@kontrafakt/base";
import { stream } from "@kontrafakt/numerics";
import { BURN_IN, QUARTERS, quarterLength, quarterStart, SIMULATED } from "./calendar.js";
import { expectedAbsence, RHO, SHOCK } from "./needs.js";
import { birthday, type People } from "./people.js";
import { type Referrals, WAVES } from "./referral.js";
import { earliestEntry, entryChance, SERVICES, type Spells, spellList } from "./services.js";

export const OUTCOMES = ["placement", "specialSchool", "counselling", "absence"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Share of its full size that the effect has reached in each quarter from the start; then it stays. */
const RAMP = [0.25, 0.45, 0.6, 0.7, 0.8, 0.88, 0.95, 1];

/** Share of the days taken away once the effect is full, by wave. */
const FULL: Readonly<Record<Outcome, readonly number[]>> = {
  placement: [0.5, 0.4, 0.46, 0.36],
  specialSchool: [0.3, 0.22, 0.34, 0.26],
  counselling: [0.1, 0.06, 0.12, 0.04],
  absence: [0.24, 0.18, 0.22, 0.16],
};

/** Chance that a day is taken away `event` quarters from the start (0 before it); never decreases with `event`. */
export function removalChance(outcome: Outcome, wave: number, event: number): number {
  return event < 0 ? 0 : FULL[outcome][wave] * RAMP[Math.min(event, RAMP.length - 1)];
}

/**
 * Spells with the programme. Each of a starter's spells has one uniform U; its days in a quarter are gone if U is below the
 * removal chance. As the chance never falls, a spell is cut short or never begins, but never broken.
 */
export function thinSpells(spells: Spells, referrals: Referrals, seed: number): Spells {
  const draw = stream(seed, "early-support/thinning", 0);
  const list = spellList();
  for (let r = 0; r < spells.count; r++) {
    const i = spells.person[r];
    const k = spells.service[r];
    let to = spells.to[r];
    const start = referrals.startQuarter[i];
    if (start >= 0) {
      const u = draw.uniform();
      for (let event = 0; event < RAMP.length; event++) {
        if (u >= removalChance(SERVICES[k].name, referrals.wave[i], event)) continue;
        const end = quarterStart(start + event) - 1;
        if (to === NO_DAY || to > end) to = end;
        break;
      }
    }
    if (to === NO_DAY || to >= spells.from[r]) list.add(i, k, spells.from[r], to);
  }
  return list.done();
}

/** Absence with the programme: each half day of a starter goes with the removal chance. */
export function thinAbsence(absence: Float64Array, referrals: Referrals, seed: number): Float64Array {
  const draw = stream(seed, "early-support/thinning-absence", 0);
  const days = absence.slice();
  referrals.startQuarter.forEach((start, i) => {
    if (start < 0) return;
    for (let t = start; t < QUARTERS; t++) {
      const q = removalChance("absence", referrals.wave[i], t - start);
      let left = 0;
      for (let half = 2 * days[i * QUARTERS + t]; half > 0; half--) if (draw.uniform() >= q) left++;
      days[i * QUARTERS + t] = left / 2;
    }
  });
  return days;
}

/** Expected days a quarter without the programme, given all about a starter up to the quarter before referral. */
export interface Expected {
  /** Person of each starter, ascending. */
  readonly starters: Int32Array;
  /** For each of OUTCOMES: starters × QUARTERS, NaN before the start quarter. */
  readonly without: readonly Float64Array[];
}

/**
 * E[Y(0) | the child's need and services at the end of the quarter before referral], quarter by quarter. Exact in the services'
 * ins and outs; the future passing need is averaged over `paths` simulated paths (half of them mirrored).
 */
export function expectWithout(
  people: People,
  lasting: Float64Array,
  passing: Float64Array,
  spells: Spells,
  referrals: Referrals,
  seed: number,
  paths: number,
): Expected {
  const draw = stream(seed, "early-support/expected", 0);
  const starters = Int32Array.from(Array.from(referrals.startQuarter, (start, i) => (start < 0 ? -1 : i)).filter((i) => i >= 0));
  const without = OUTCOMES.map(() => new Float64Array(starters.length * QUARTERS).fill(Number.NaN));
  const inService = servicesAt(spells, starters, referrals);
  const pairs = Math.ceil(paths / 2);
  const shocks = new Float64Array(QUARTERS);
  const chance = new Float64Array(SERVICES.length);
  starters.forEach((i, k) => {
    const first = WAVES[referrals.wave[i]] - 1;
    const last = birthday(people.born[i], 18) - 1;
    let end = first;
    while (end < QUARTERS && quarterStart(end + 1) - 1 <= last) end++;
    for (let t = first + 1; t < end; t++) for (const days of without) days[k * QUARTERS + t] = 0;
    for (let path = 0; path < 2 * pairs; path++) {
      const mirrored = path % 2 === 1;
      let u = passing[i * SIMULATED + BURN_IN + first - 1];
      for (let s = 0; s < SERVICES.length; s++) chance[s] = inService[k * SERVICES.length + s];
      for (let t = first; t < end; t++) {
        if (!mirrored) shocks[t] = SHOCK * draw.normal();
        u = RHO * u + (mirrored ? -shocks[t] : shocks[t]);
        const need = lasting[i] + u;
        const length = quarterLength(t);
        for (let s = 0; s < SERVICES.length; s++) {
          const rule = SERVICES[s];
          const enter = quarterStart(t) < earliestEntry(rule, people.born[i]) ? 0 : entryChance(s, need);
          const stays = chance[s] * (1 - rule.exit);
          const moves = chance[s] * rule.exit + (1 - chance[s]) * enter;
          if (t > first) without[s][k * QUARTERS + t] += (stays * length + (moves * (length + 1)) / 2) / (2 * pairs);
          chance[s] = stays + (1 - chance[s]) * enter;
        }
        if (t > first) without[3][k * QUARTERS + t] += expectedAbsence(need) / (2 * pairs);
      }
    }
  });
  return { starters, without };
}

/** 1 where a starter is in a service on the last day before its referral quarter: starters × services. */
function servicesAt(spells: Spells, starters: Int32Array, referrals: Referrals): Uint8Array {
  const place = new Int32Array(referrals.wave.length).fill(-1);
  starters.forEach((i, k) => {
    place[i] = k;
  });
  const inService = new Uint8Array(starters.length * SERVICES.length);
  for (let r = 0; r < spells.count; r++) {
    const k = place[spells.person[r]];
    if (k < 0) continue;
    const day = quarterStart(referrals.startQuarter[spells.person[r]] - 1);
    if (spells.from[r] < day && (spells.to[r] === NO_DAY || spells.to[r] >= day))
      inService[k * SERVICES.length + spells.service[r]] = 1;
  }
  return inService;
}
