import { NO_DAY } from "@kontrafakt/base";
import { stream } from "@kontrafakt/numerics";
import { QUARTERS, quarterLength, quarterStart } from "./calendar.js";
import { birthday, type People } from "./people.js";
import { type Spells, spellList } from "./services.js";

/** Where children live: spells in Fjordby (`home` = 1) or elsewhere, by person and first day. `to` NO_DAY = still there. */
export interface Residence {
  readonly count: number;
  readonly person: Int32Array;
  readonly home: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Chance a quarter of moving out of the municipality, and of moving (back) in. Nothing but the family's circumstances matters. */
function leaveChance(people: People, i: number): number {
  return 0.006 * (1 + 0.3 * people.singleParent[i] - 0.1 * Math.min(3, people.siblings[i]));
}
const RETURN = 0.06;
const AWAY_AT_FIRST = 0.05;

/** Families' moves. Address changes during a placement are not moves of this kind. */
export function makeResidence(people: People, seed: number): Residence {
  const draw = stream(seed, "early-support/residence", 0);
  const person: number[] = [];
  const home: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < people.n; i++) {
    let at = draw.uniform() < AWAY_AT_FIRST ? 0 : 1;
    let since = people.born[i];
    for (let t = 0; t <= QUARTERS; t++) {
      const chance = at === 1 ? leaveChance(people, i) : RETURN;
      const u = draw.uniform();
      const day = quarterStart(t) + Math.floor((u / chance) * quarterLength(t));
      if (u >= chance || day <= since) continue;
      person.push(i);
      home.push(at);
      from.push(since);
      to.push(day - 1);
      since = day;
      at = 1 - at;
    }
    person.push(i);
    home.push(at);
    from.push(since);
    to.push(NO_DAY);
  }
  return {
    count: person.length,
    person: Int32Array.from(person),
    home: Uint8Array.from(home),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
  };
}

/** 1 where a child is Fjordby's and under 18 for the whole quarter, child by child. */
export function observedQuarters(people: People, residence: Residence): Uint8Array {
  const observed = new Uint8Array(people.n * QUARTERS);
  for (let r = 0; r < residence.count; r++) {
    if (residence.home[r] === 0) continue;
    const i = residence.person[r];
    const adult = birthday(people.born[i], 18);
    const to = Math.min(residence.to[r] === NO_DAY ? adult : residence.to[r], adult - 1);
    for (let t = 0; t < QUARTERS; t++) {
      if (residence.from[r] <= quarterStart(t) && quarterStart(t + 1) - 1 <= to) observed[i * QUARTERS + t] = 1;
    }
  }
  return observed;
}

/** The parts of spells that fall while the child is Fjordby's: the ones Fjordby pays and its case system knows. */
export function paidByHome(spells: Spells, residence: Residence): Spells {
  const list = spellList();
  let first = 0;
  for (let r = 0; r < spells.count; r++) {
    const i = spells.person[r];
    while (residence.person[first] < i) first++;
    for (let m = first; m < residence.count && residence.person[m] === i; m++) {
      if (residence.home[m] === 0) continue;
      const from = Math.max(spells.from[r], residence.from[m]);
      const to =
        spells.to[r] === NO_DAY
          ? residence.to[m]
          : residence.to[m] === NO_DAY
            ? spells.to[r]
            : Math.min(spells.to[r], residence.to[m]);
      if (to === NO_DAY || from <= to) list.add(i, spells.service[r], from, to);
    }
  }
  return list.done();
}
