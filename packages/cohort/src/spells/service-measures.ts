import type { Context } from "@kontrafakt/base";
import type { Services } from "./read-services.js";
import { moneyKey, spellMoney } from "./spell-money.js";
import type { PeriodStarts, SpellMeasure, SpellMoney } from "./spells.js";
import { spellsToPeriods } from "./spells-to-periods.js";

/**
 * The measures of some draws, by their place in `services.draws`: units × periods each, unit-major, all counted in one pass.
 */
export async function serviceMeasures(
  services: Services,
  wanted: readonly number[],
  units: number,
  starts: PeriodStarts,
  context?: Context,
): Promise<Map<number, Float64Array>> {
  const monies = new Map<string, SpellMoney>();
  const measures = wanted.map((d): SpellMeasure => {
    const draw = services.draws[d];
    const take = Uint8Array.from(services.takes, (takes) => takes[d]);
    if (draw.count !== "amount") return { count: draw.count, take };
    const key = moneyKey(services, draw);
    const money = monies.get(key) ?? spellMoney(services, draw);
    monies.set(key, money);
    return { count: draw.count, take, money };
  });
  if (measures.length === 0) return new Map();
  const values = await spellsToPeriods(services.spells, units, starts, measures, context);
  return new Map(wanted.map((d, k) => [d, values[k]]));
}
