import { NO_DAY } from "@kontrafakt/base";
import { exp, stream } from "@kontrafakt/numerics";
import { BURN_IN, QUARTERS, quarterLength, quarterOf, quarterStart, SIMULATED } from "./calendar.js";
import { birthday, type People } from "./people.js";

/** A service's rules: chance of entry a quarter at a need (logistic), chance of leaving a quarter, price a day. */
export interface ServiceRule {
  readonly name: "placement" | "specialSchool" | "counselling";
  readonly danish: string;
  readonly intercept: number;
  readonly slope: number;
  readonly exit: number;
  readonly price: number;
  /** Years of age from which it can begin. */
  readonly fromAge: number;
}

export const SERVICES: readonly ServiceRule[] = [
  { name: "placement", danish: "Anbringelse", intercept: -4.9, slope: 1.4, exit: 0.2, price: 2600, fromAge: 0 },
  { name: "specialSchool", danish: "Specialskole", intercept: -5.2, slope: 1.3, exit: 0.12, price: 1150, fromAge: 5.5 },
  { name: "counselling", danish: "Familierådgivning", intercept: -3.6, slope: 0.9, exit: 0.35, price: 420, fromAge: 0 },
];

/** Spells, ordered by person, service and first day. Both days count; `to` is NO_DAY while it goes on. */
export interface Spells {
  readonly count: number;
  readonly person: Int32Array;
  /** Index into SERVICES. */
  readonly service: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Collects spells in order. */
export function spellList(): { add(person: number, service: number, from: number, to: number): void; done(): Spells } {
  const person: number[] = [];
  const service: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  return {
    add(i, k, from, to) {
      person.push(i);
      service.push(k);
      first.push(from);
      last.push(to);
    },
    done: () => ({
      count: person.length,
      person: Int32Array.from(person),
      service: Uint8Array.from(service),
      from: Int32Array.from(first),
      to: Int32Array.from(last),
    }),
  };
}

const GRID = 32;
const REACH = 8;
const chances = SERVICES.map((rule) =>
  Float64Array.from(
    { length: 2 * REACH * GRID + 2 },
    (_, k) => 1 / (1 + exp(-(rule.intercept + rule.slope * (k / GRID - REACH)))),
  ),
);

/** Chance that a child not in service k enters it in a quarter: logistic in need, straight between points 1/32 apart. */
export function entryChance(k: number, need: number): number {
  const place = (Math.min(REACH, Math.max(-REACH, need)) + REACH) * GRID;
  const left = Math.floor(place);
  const table = chances[k];
  return table[left] + (place - left) * (table[left + 1] - table[left]);
}

/** Day from which a child may enter a service. */
export function earliestEntry(rule: ServiceRule, born: number): number {
  return born + Math.round(365.25 * rule.fromAge);
}

/** Spells as they would be without the programme and without moves, to 2025Q1; they end the day before the 18th birthday. */
export function spellsWithout(people: People, lasting: Float64Array, passing: Float64Array, seed: number): Spells {
  const list = spellList();
  const draws = SERVICES.map((rule) => stream(seed, `early-support/${rule.name}`, 0));
  for (let i = 0; i < people.n; i++) {
    const lastDay = birthday(people.born[i], 18) - 1;
    for (let k = 0; k < SERVICES.length; k++) {
      const rule = SERVICES[k];
      const draw = draws[k];
      const earliest = earliestEntry(rule, people.born[i]);
      let from = NO_DAY;
      for (let s = 0; s < SIMULATED; s++) {
        const t = s - BURN_IN;
        const start = quarterStart(t);
        if (start < earliest) continue;
        if (start > lastDay) break;
        const chance = from === NO_DAY ? entryChance(k, lasting[i] + passing[i * SIMULATED + s]) : rule.exit;
        const u = draw.uniform();
        if (u >= chance) continue;
        const day = start + Math.floor((u / chance) * quarterLength(t));
        if (from === NO_DAY) {
          if (day > lastDay) break;
          from = day;
        } else {
          list.add(i, k, from, Math.min(day, lastDay));
          from = NO_DAY;
        }
      }
      if (from !== NO_DAY) list.add(i, k, from, lastDay < quarterStart(QUARTERS + 1) ? lastDay : NO_DAY);
    }
  }
  return list.done();
}

/**
 * Days in service in each quarter of the window, child by child, one array a service.
 * Spells of one service of one child must not overlap. `through`: last day on which open spells count.
 */
export function daysPerQuarter(spells: Spells, n: number, through: number): Float64Array[] {
  const days = SERVICES.map(() => new Float64Array(n * QUARTERS));
  const opening = quarterStart(0);
  for (let r = 0; r < spells.count; r++) {
    const to = spells.to[r] === NO_DAY ? through : Math.min(spells.to[r], through);
    const from = Math.max(spells.from[r], opening);
    const of = days[spells.service[r]];
    for (let t = quarterOf(from); t < QUARTERS && quarterStart(t) <= to; t++) {
      of[spells.person[r] * QUARTERS + t] += Math.min(to, quarterStart(t + 1) - 1) - Math.max(from, quarterStart(t)) + 1;
    }
  }
  return days;
}
