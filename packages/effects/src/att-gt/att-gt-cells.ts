import { type PeriodUnit, periodsPerYear } from "@kontrafakt/base";

/** One ATT(g, t): which periods are compared, and who may be a control. */
export interface AttGtCell {
  readonly group: number;
  /** Index into the periods. */
  readonly time: number;
  /** Indices of the periods whose mean is the base, ascending; empty where there is none, and the cell then is. */
  readonly window: Int32Array;
  /** Under not-yet-treated controls: units that start after this ordinal are controls. */
  readonly untreatedThrough: number;
  /** The base of a universal base: 0 by construction. */
  readonly reference: boolean;
}

export interface CellRules {
  readonly anticipation: number;
  readonly base: "varying" | "universal";
  readonly baseWindow: number;
  readonly baseSeason: "any" | "same";
}

/**
 * All cells of all groups, by group and time. The base is the last period there is before the start less anticipation (before the period
 * itself, for a period before the start under a varying base), or the mean of the last `baseWindow` such, all in the period's own season
 * if asked. Periods need not follow on each other. Source: Callaway & Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001, §2.2 and its package.
 * @param unit of the periods
 */
export function attGtCells(groups: Int32Array, periods: Int32Array, rules: CellRules, unit: PeriodUnit = "ordinal"): AttGtCell[] {
  const { anticipation, base, baseWindow, baseSeason } = rules;
  const seasons = baseSeason === "same" ? periodsPerYear(unit) : 1;
  const cells: AttGtCell[] = [];
  for (const group of groups) {
    let last = -1;
    while (last + 1 < periods.length && periods[last + 1] + anticipation < group) last++;
    for (let time = base === "varying" ? 1 : 0; time < periods.length; time++) {
      const latest = base === "varying" && periods[time] < group ? time - 1 : last;
      const window: number[] = [];
      for (let t = latest; t >= 0 && window.length < baseWindow; t--)
        if ((periods[time] - periods[t]) % seasons === 0) window.unshift(t);
      const ends = window.length > 0 ? periods[window[window.length - 1]] : periods[time];
      cells.push({
        group,
        time,
        window: Int32Array.from(window),
        untreatedThrough: Math.max(periods[time], ends) + anticipation,
        reference: window.length === 1 && window[0] === time,
      });
    }
  }
  return cells;
}
