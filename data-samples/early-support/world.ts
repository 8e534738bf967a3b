import { dayOf } from "@kontrafakt/base";
import { QUARTERS } from "./calendar.js";
import { type Expected, expectWithout, thinAbsence, thinSpells } from "./effects-truth.js";
import { absenceWithout, lastingNeed, passingNeed } from "./needs.js";
import { makePeople, type People } from "./people.js";
import { type HistoryMeasures, makeReferrals, type Referrals } from "./referral.js";
import { makeResidence, observedQuarters, paidByHome, type Residence } from "./residence.js";
import { daysPerQuarter, type Spells, spellsWithout } from "./services.js";

/** The last day the export knows. */
export const EXTRACT = dayOf(2025, 1, 31);

export interface WorldOptions {
  /** Children. */
  readonly children?: number;
  /** Expected starters in each of the four waves. */
  readonly startersPerWave?: number;
  /** Simulated paths of need behind each expected effect. */
  readonly truthPaths?: number;
}

/** A made-up municipality. Arrays by child are child-major over the 32 quarters 2017Q1–2024Q4. */
export interface World {
  readonly kind: "world";
  readonly seed: number;
  readonly people: People;
  readonly residence: Residence;
  /** 1 where the child is under observation for the whole quarter. */
  readonly observed: Uint8Array;
  readonly referrals: Referrals;
  /** What Fjordby paid, the programme at work. */
  readonly spells: Spells;
  /** Days a quarter with the programme at work, and as they would have been. */
  readonly measures: HistoryMeasures;
  readonly without: HistoryMeasures;
  readonly expected: Expected;
}

/** Makes a world. The same seed and options give the same world on every machine. */
export function makeWorld(seed: number, options: WorldOptions = {}): World {
  const { children = 3000, startersPerWave = 60, truthPaths = 24 } = options;
  const people = makePeople(seed, children);
  const lasting = lastingNeed(people, seed);
  const passing = passingNeed(children, seed);
  const residence = makeResidence(people, seed);
  const observed = observedQuarters(people, residence);
  const all = spellsWithout(people, lasting, passing, seed);
  const without = measuresOf(paidByHome(all, residence), absenceWithout(lasting, passing, seed));
  const referrals = makeReferrals(people, without, observed, seed, startersPerWave);
  const spells = paidByHome(thinSpells(all, referrals, seed), residence);
  const measures = measuresOf(spells, thinAbsence(without.absence, referrals, seed));
  const expected = expectWithout(people, lasting, passing, all, referrals, seed, truthPaths);
  return { kind: "world", seed, people, residence, observed, referrals, spells, measures, without, expected };
}

function measuresOf(spells: Spells, absence: Float64Array): HistoryMeasures {
  const [placement, specialSchool, counselling] = daysPerQuarter(spells, absence.length / QUARTERS, EXTRACT);
  return { placement, specialSchool, counselling, absence };
}
