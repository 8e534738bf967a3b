import { NEVER, type Panel } from "@kontrafakt/cohort";
import { imputation } from "@kontrafakt/effects";
import { expect } from "vitest";

/**
 * That y(0) of the panel's first measure is exact least squares: ŷ(0) of the treated is the unit's and the period's effect, so it must be
 * what the untreated rows' normal equations say, solved here by another way: dense elimination of units from the equations of periods.
 */
export function expectExact(panel: Panel): void {
  const T = panel.periods.ordinals.length;
  const y = panel.measures[0].values;
  const untreated = (i: number, t: number) =>
    panel.observed[i * T + t] === 1 && (panel.firstTreated[i] === NEVER || panel.periods.ordinals[t] < panel.firstTreated[i]);
  const weight = (i: number) => panel.samplingWeight?.[i] ?? 1;
  const period = periodEffects(panel, untreated, weight);
  const level = Float64Array.from({ length: panel.units }, (_, i) => {
    let sum = 0;
    let n = 0;
    for (let t = 0; t < T; t++) {
      if (!untreated(i, t)) continue;
      sum += y[i * T + t] - period[t];
      n++;
    }
    return sum / n;
  });
  const byPeriod = new Float64Array(T);
  for (let i = 0; i < panel.units; i++)
    for (let t = 0; t < T; t++) if (untreated(i, t)) byPeriod[t] += weight(i) * (y[i * T + t] - level[i] - period[t]);
  const all = Array.from({ length: panel.units }, (_, i) => weight(i)).reduce((a, b) => a + b);
  for (const sum of byPeriod) expect(Math.abs(sum)).toBeLessThan(1e-11 * all);
  const { effects } = imputation(panel, {});
  effects.terms.forEach((term, k) => {
    const t = panel.periods.ordinals.indexOf(term.time!);
    let top = 0;
    let bottom = 0;
    for (let i = 0; i < panel.units; i++) {
      if (panel.firstTreated[i] !== term.group || panel.observed[i * T + t] !== 1 || Number.isNaN(level[i])) continue;
      top += weight(i) * (y[i * T + t] - level[i] - period[t]);
      bottom += weight(i);
    }
    expect(Math.abs(effects.estimate[k] - top / bottom)).toBeLessThan(1e-11);
  });
}

/** Period effects, the first 0, by Gauss elimination with partial pivoting. */
function periodEffects(panel: Panel, untreated: (i: number, t: number) => boolean, weight: (i: number) => number): number[] {
  const T = panel.periods.ordinals.length;
  const y = panel.measures[0].values;
  const a = Array.from({ length: T }, () => new Array<number>(T + 1).fill(0));
  for (let i = 0; i < panel.units; i++) {
    const own = Array.from({ length: T }, (_, t) => t).filter((t) => untreated(i, t));
    const mean = own.reduce((sum, t) => sum + y[i * T + t], 0) / own.length;
    for (const t of own) {
      a[t][t] += weight(i);
      for (const s of own) a[t][s] -= weight(i) / own.length;
      a[t][T] += weight(i) * (y[i * T + t] - mean);
    }
  }
  a[0] = Array.from({ length: T + 1 }, (_, t) => (t === 0 ? 1 : 0));
  for (let c = 0; c < T; c++) {
    const p = a.findIndex((row, r) => r >= c && Math.abs(row[c]) === Math.max(...a.slice(c).map((v) => Math.abs(v[c]))));
    [a[c], a[p]] = [a[p], a[c]];
    for (let r = 0; r < T; r++) {
      if (r === c) continue;
      const f = a[r][c] / a[c][c];
      for (let j = c; j <= T; j++) a[r][j] -= f * a[c][j];
    }
  }
  return a.map((row, c) => row[T] / row[c]);
}
