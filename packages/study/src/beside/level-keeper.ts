import type { Effects } from "@kontrafakt/effects";
import type { Tally } from "../disclosure/tally.js";

/** Whose mean level an estimate tells: treated units, and their periods from the start on. */
export interface Treated {
  readonly units: number;
  readonly personPeriods: number;
}

/** Decides of one estimate after the other whether its treated's mean level may be told beside those told before. */
export type MayTellLevel = (effects: Effects) => boolean;

/**
 * Two means of nearly the same people tell, by subtraction, of those who are in one of them: a level is told where the treated are the same
 * as behind each level told before, or differ by at least `smallCell` people. (Hundepool et al. 2012, ch. 5: differencing.)
 *
 * @param first the estimate whose level is told already
 */
export function levelKeeper(first: Effects, outcome: string, smallCell: number, tally: Tally): MayTellLevel {
  const told: Treated[] = [treatedIn(first, outcome)];
  return (effects) => {
    const own = treatedIn(effects, outcome);
    const isFar = ({ units, personPeriods }: Treated) =>
      Math.abs(units - own.units) >= smallCell || (units === own.units && personPeriods === own.personPeriods);
    const may = smallCell <= 1 || told.every(isFar);
    if (may) told.push(own);
    else tally.add("difference");
    return may;
  };
}

/** Of cells, each group's fullest, and all after the start; of one number its own. */
function treatedIn({ terms }: Effects, outcome: string): Treated {
  const groups = new Map<number | undefined, number>();
  let personPeriods = 0;
  for (const t of terms) {
    if (t.outcome !== outcome || t.scale !== "difference" || !(t.kind === "static" || (t.event as number) >= 0)) continue;
    groups.set(t.group, Math.max(t.n, groups.get(t.group) ?? 0));
    personPeriods += t.personPeriods;
  }
  return { units: [...groups.values()].reduce((a, b) => a + b, 0), personPeriods };
}
