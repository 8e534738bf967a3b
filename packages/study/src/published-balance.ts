import type { Balance } from "@kontrafakt/matching";

/**
 * A balance fit for publishing: of each wave, no count below the threshold, and no two that differ by less than it; no share of a
 * group that says how few people have a characteristic. Withheld figures are NaN.
 */
export function publishedBalance(balance: Balance, smallCell: number): Balance {
  const isSmall = (count: number) => count > 0 && count < smallCell;
  const total = (count: "starters" | "matched") => balance.waves.reduce((n, wave) => n + wave[count], 0);
  const told = (count: number) => (isSmall(count) ? Number.NaN : count);
  return {
    ...balance,
    rows: balance.rows.map((row) => {
      const few = (share: number | undefined, people: number) =>
        row.binary && share !== undefined && (isSmall(Math.round(share * people)) || isSmall(Math.round((1 - share) * people)));
      const starters = total("starters");
      const matched = total("matched");
      const controls = balance.waves.reduce((n, wave) => n + wave.controls, 0);
      if (!(few(row.meanTreated, starters) || few(row.meanTreatedAfter, matched) || few(row.meanControlAfter, controls)))
        return row;
      return { ...row, meanTreated: Number.NaN, meanTreatedAfter: Number.NaN, meanControlAfter: Number.NaN };
    }),
    waves: balance.waves.map((wave) => ({
      ...wave,
      starters: isSmall(wave.starters - wave.matched) ? Number.NaN : told(wave.starters),
      matched: told(wave.matched),
      controls: told(wave.controls),
      atRisk: told(wave.atRisk),
    })),
  };
}
