/**
 * Rows that stand alone in a level of one of the effects, found again until none is left: 0 in `kept`. Null where there are none.
 * O(rows × effects): each level knows the sum of its rows' numbers, which names the last one left.
 * Source: Correia 2015, Singletons, cluster-robust standard errors and fixed effects.
 */
export function singletons(
  effects: readonly { readonly of: Int32Array; readonly levels: number }[],
  n: number,
): { readonly kept: Uint8Array; readonly count: number } | null {
  const counts = effects.map(({ of, levels }) => {
    const count = new Int32Array(levels);
    for (let r = 0; r < n; r++) count[of[r]]++;
    return count;
  });
  if (!counts.some((count) => count.includes(1))) return null;
  const sums = effects.map(({ of, levels }) => {
    const sum = new Float64Array(levels);
    for (let r = 0; r < n; r++) sum[of[r]] += r;
    return sum;
  });
  const kept = new Uint8Array(n).fill(1);
  const alone: number[] = [];
  counts.forEach((count, q) => {
    count.forEach((c, level) => {
      if (c === 1) alone.push(sums[q][level]);
    });
  });
  let out = 0;
  for (let next = 0; next < alone.length; next++) {
    const r = alone[next];
    if (kept[r] === 0) continue;
    kept[r] = 0;
    out++;
    effects.forEach(({ of }, q) => {
      const level = of[r];
      counts[q][level]--;
      sums[q][level] -= r;
      if (counts[q][level] === 1) alone.push(sums[q][level]);
    });
  }
  return { kept, count: out };
}
