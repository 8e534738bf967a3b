import type { RiskSet } from "./risk-set.js";

/**
 * SD of a variable within waves and within groups, √((s₁² + s₀²) / 2) over starters and others: each group's squared deviations from its
 * own mean in the wave, over its rows less its waves. Missing values are left out. Rosenbaum & Rubin 1985, Austin 2011.
 */
export function withinSd(values: Float64Array, { wave, treated, waves }: Pick<RiskSet, "wave" | "treated" | "waves">): number {
  const counts = new Float64Array(2 * waves.length);
  const totals = new Float64Array(2 * waves.length);
  values.forEach((v, r) => {
    if (Number.isNaN(v)) return;
    counts[2 * wave[r] + treated[r]]++;
    totals[2 * wave[r] + treated[r]] += v;
  });
  const squares = new Float64Array(2);
  values.forEach((v, r) => {
    if (Number.isNaN(v)) return;
    const cell = 2 * wave[r] + treated[r];
    const deviation = v - totals[cell] / counts[cell];
    squares[treated[r]] += deviation * deviation;
  });
  const variance = (arm: number): number => {
    let df = 0;
    for (let cell = arm; cell < counts.length; cell += 2) df += Math.max(0, counts[cell] - 1);
    return df > 0 ? squares[arm] / df : 0;
  };
  return Math.sqrt((variance(1) + variance(0)) / 2);
}
