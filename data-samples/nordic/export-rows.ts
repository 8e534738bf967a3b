import { type Day, dateOf, NO_DAY } from "@kontrafakt/base";
import { quarterStart } from "../early-support/calendar.js";
import { SERVICES, type Spells } from "../early-support/services.js";
import { EXTRACT, type World } from "../early-support/world.js";

const two = (n: number) => String(n).padStart(2, "0");

/** yyyy-mm-dd, or nothing. */
export function isoDate(day: Day): string {
  if (day === NO_DAY) return "";
  const { year, month, day: d } = dateOf(day);
  return `${year}-${two(month)}-${two(d)}`;
}

/** dd.mm.yyyy, or nothing. */
export function dottedDate(day: Day): string {
  if (day === NO_DAY) return "";
  const { year, month, day: d } = dateOf(day);
  return `${two(d)}.${two(month)}.${year}`;
}

/** A row of a services file before it is written in a country's way. */
export interface ServiceRow {
  readonly person: number;
  /** Index into SERVICES; their number for the programme itself. */
  readonly service: number;
  readonly from: Day;
  /** NO_DAY while it goes on. */
  readonly to: Day;
}

export const PROGRAMME = SERVICES.length;

/** What the municipality paid in the window, the programme's own year included, by child and first day. */
export function serviceRows(world: World): ServiceRow[] {
  const rows: ServiceRow[] = [];
  const add = (person: number, service: number, from: Day, to: Day) => {
    if (from <= EXTRACT && (to === NO_DAY || to >= quarterStart(0)))
      rows.push({ person, service, from, to: to > EXTRACT ? NO_DAY : to });
  };
  const { person, service, from, to }: Spells = world.spells;
  for (let r = 0; r < world.spells.count; r++) add(person[r], service[r], from[r], to[r]);
  world.referrals.startQuarter.forEach((start, i) => {
    if (start >= 0) add(i, PROGRAMME, world.referrals.startDay[i], world.referrals.startDay[i] + 364);
  });
  return rows.sort((a, b) => a.person - b.person || a.from - b.from || a.service - b.service);
}
