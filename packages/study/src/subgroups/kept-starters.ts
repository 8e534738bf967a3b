/** Starters of each value and wave that are told of: `kept[v][g]`, 0 where left out. */
export type Starters = readonly (readonly number[])[];

/**
 * Which starters enter the figures of subgroups, so that neither a subgroup nor what is left out of all of them is of few: who is left out is
 * the whole less the subgroups. Values of few are left out, and of the others the smallest waves, until those left out are none or enough.
 *
 * @param starters by value and wave, 0 where there is no estimate
 * @param matched all matched starters
 */
export function keptStarters(starters: Starters, matched: number, threshold: number): Starters {
  const kept = starters.map((waves) => [...waves]);
  const sum = (waves: readonly number[]) => waves.reduce((all, n) => all + n, 0);
  for (;;) {
    for (const waves of kept) if (sum(waves) < threshold) waves.fill(0);
    const left = matched - sum(kept.map(sum));
    if (left === 0 || left >= threshold) return kept;
    let smallest: { waves: number[]; g: number } | undefined;
    for (const waves of kept) {
      waves.forEach((n, g) => {
        if (n > 0 && (smallest === undefined || n < smallest.waves[smallest.g])) smallest = { waves, g };
      });
    }
    if (smallest === undefined) return kept;
    smallest.waves[smallest.g] = 0;
  }
}
