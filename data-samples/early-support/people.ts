import { dateOf, dayOf } from "@kontrafakt/base";
import { stream } from "@kontrafakt/numerics";

export const EDUCATIONS = ["grundskole", "gymnasial", "faglig", "videregående"] as const;
export const SCHOOLS = [
  "Fjordskolen",
  "Havneskolen",
  "Åløkkeskolen",
  "Søndermarkskolen",
  "Østre Skole",
  "Vestre Skole",
  "Bakkeskolen",
  "Mølleskolen",
  "Ådalsskolen",
  "Strandskolen",
  "Nørreskov – afdeling Nord",
  "Engskolen",
  "Fjordby Friskole",
  "Kærskolen",
] as const;

/** Columns of people.csv that do not change. One entry a child; children of a household stand together. */
export interface People {
  readonly n: number;
  readonly born: Int32Array;
  readonly boy: Uint8Array;
  readonly household: Int32Array;
  readonly households: number;
  readonly school: Uint8Array;
  readonly singleParent: Uint8Array;
  /** Index into EDUCATIONS. */
  readonly education: Uint8Array;
  readonly siblings: Uint8Array;
  /** Notifications of concern before 2017. */
  readonly notifications: Uint8Array;
}

/** Day a child turns `years`; born on 29 February counts as 1 March in other years. */
export function birthday(born: number, years: number): number {
  const { year, month, day } = dateOf(born);
  return month === 2 && day === 29 && (year + years) % 4 !== 0 ? dayOf(year + years, 3, 1) : dayOf(year + years, month, day);
}

/** Age in years (with a fraction) on 1 January 2017. */
export function age(people: People, i: number): number {
  return (dayOf(2017, 1, 1) - people.born[i]) / 365.25;
}

/** Draws n children in households of one to three, born 2006–2015. */
export function makePeople(seed: number, n: number): People {
  const draw = stream(seed, "early-support/people", 0);
  const born = new Int32Array(n);
  const boy = new Uint8Array(n);
  const household = new Int32Array(n);
  const school = new Uint8Array(n);
  const singleParent = new Uint8Array(n);
  const education = new Uint8Array(n);
  const siblings = new Uint8Array(n);
  const notifications = new Uint8Array(n);
  const firstBirth = dayOf(2006, 1, 1);
  const births = dayOf(2015, 12, 31) - firstBirth + 1;

  let households = 0;
  for (let i = 0; i < n; households++) {
    const u = draw.uniform();
    const size = Math.min(u < 0.66 ? 1 : u < 0.93 ? 2 : 3, n - i);
    const single = draw.uniform() < 0.32 ? 1 : 0;
    const e = draw.uniform();
    const mother = e < 0.26 ? 0 : e < 0.38 ? 1 : e < 0.76 ? 2 : 3;
    const others = draw.uniform() < 0.55 ? 0 : draw.uniform() < 0.7 ? 1 : 2;
    const district = draw.integer(SCHOOLS.length);
    for (let k = 0; k < size; k++, i++) {
      household[i] = households;
      singleParent[i] = single;
      education[i] = mother;
      siblings[i] = size - 1 + others;
      school[i] = draw.uniform() < 0.85 ? district : draw.integer(SCHOOLS.length);
      born[i] = firstBirth + draw.integer(births);
      boy[i] = draw.uniform() < 0.52 ? 1 : 0;
      const chance = 0.16 + 0.1 * single + (mother === 0 ? 0.1 : 0);
      while (notifications[i] < 6 && draw.uniform() < chance) notifications[i]++;
    }
  }
  return { n, born, boy, household, households, school, singleParent, education, siblings, notifications };
}
