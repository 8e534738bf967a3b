import type { Balance } from "@kontrafakt/matching";
import { few } from "./roughly.js";
import { waveTotal } from "./wave-total.js";

/**
 * A balance fit for publishing: of each wave, no count below the threshold, and no two that differ by less than it; no share of a
 * group that says how few people have a characteristic. Withheld figures are NaN.
 */
export function publishedBalance(balance: Balance, smallCell: number): Balance {
  const isFew = (count: number) => few(count, smallCell);
  const told = (count: number) => (isFew(count) ? Number.NaN : count);
  const [starters, matched, controls] = (["starters", "matched", "controls"] as const).map((count) => waveTotal(balance, count));
  const tellsOfFew = (share: number | undefined, people: number) =>
    share !== undefined && (isFew(Math.round(share * people)) || isFew(Math.round((1 - share) * people)));
  return {
    ...balance,
    rows: balance.rows.map((row) => {
      const withheld =
        row.binary &&
        (tellsOfFew(row.meanTreated, starters) ||
          tellsOfFew(row.meanTreatedAfter, matched) ||
          tellsOfFew(row.meanControlAfter, controls));
      return withheld ? { ...row, meanTreated: Number.NaN, meanTreatedAfter: Number.NaN, meanControlAfter: Number.NaN } : row;
    }),
    waves: balance.waves.map((wave) => ({
      ...wave,
      starters: isFew(wave.starters - wave.matched) ? Number.NaN : told(wave.starters),
      matched: told(wave.matched),
      controls: told(wave.controls),
      atRisk: told(wave.atRisk),
    })),
  };
}
