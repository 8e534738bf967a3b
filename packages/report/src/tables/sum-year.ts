import type { EffectSum } from "@kontrafakt/study";

/**
 * The year of a sum of effects; where a wave's year is told in two parts, with the last period of the part: `2022 (→ 2022Q2)`.
 *
 * @param label of a period's ordinal
 */
export function sumYear(terms: readonly EffectSum[], term: EffectSum, label: (ordinal: number) => string): string {
  const { outcome, group, year, time } = term;
  const parts = terms.filter((t) => t.outcome === outcome && t.group === group && t.year === year);
  return parts.length > 1 ? `${year} (→ ${label(time)})` : String(year);
}
