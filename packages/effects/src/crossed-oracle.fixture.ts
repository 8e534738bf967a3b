import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import type { Effects, Influence } from "./effects-value.js";

export function influence({ basis }: Effects): Influence {
  if (basis.kind !== "influence") throw new Error("no influence");
  return basis;
}

/** Periods of the panels below, 0 and on. */
export const T = 14;

/** A row's unadjusted change from the mean of its base. */
function changeOf(panel: Panel, c: Comparison, r: number, outcome: number, t: number): number {
  const y = panel.measures[outcome].values;
  const zero = c.wave[r] - c.anticipation;
  const base = [1, 2, 3, 4].map((back) => y[c.unit[r] * T + zero - back]).reduce((a, b) => a + b) / 4;
  return y[c.unit[r] * T + t] - base;
}

/** Rows of a cell's arm with what each puts in, its factor by group from the dense covariance of an equal-variance model. */
function armByDefinition(
  panel: Panel,
  c: Comparison,
  outcome: number,
  g: number,
  t: number,
  role: number,
  group: readonly number[],
) {
  const rows = [...c.unit.keys()].filter((r) => c.wave[r] === g && c.role[r] === role);
  const all = rows.reduce((sum, r) => sum + c.weight[r], 0);
  const share = rows.map((r) => c.weight[r] / all);
  const mean = rows.reduce((sum, r, i) => sum + share[i] * changeOf(panel, c, r, outcome, t), 0);
  const factor = rows.map((r) => {
    // u_a = Σ_{i in a} p_i (e_i − ē): its variance under equal variances, against Σ p_i².
    let variance = 0;
    let wanted = 0;
    const own = share.reduce((sum, p, j) => sum + (group[rows[j]] === group[r] ? p : 0), 0);
    rows.forEach((q, j) => {
      const loading = (group[q] === group[r] ? share[j] : 0) - own * share[j];
      variance += loading * loading;
      if (group[q] === group[r]) wanted += share[j] * share[j];
    });
    return Math.sqrt(wanted / variance);
  });
  const sign = role === 1 ? 1 : -1;
  return rows.map((r, i) => ({
    r,
    part: sign * share[i] * (changeOf(panel, c, r, outcome, t) - mean) * factor[i],
  }));
}

/** Covariance of two cells by group, from the definition. */
export function covarianceBy(
  panel: Panel,
  c: Comparison,
  cells: readonly { o: number; g: number; t: number }[],
  group: readonly number[],
) {
  const sums = cells.map(({ o, g, t }) => {
    const sum = new Map<number, number>();
    for (const role of [0, 1])
      for (const { r, part } of armByDefinition(panel, c, o, g, t, role, group))
        sum.set(group[r], (sum.get(group[r]) ?? 0) + part);
    return sum;
  });
  return sums.map((a) => sums.map((b) => [...a].reduce((v, [k, u]) => v + u * (b.get(k) ?? 0), 0)));
}

export function cellsOf(effects: Effects, wanted: readonly number[]) {
  return wanted.map((k) => ({
    o: effects.terms[k].outcome === "first" ? 0 : 1,
    g: effects.terms[k].group!,
    t: effects.terms[k].time!,
  }));
}
