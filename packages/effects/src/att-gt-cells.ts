/** One ATT(g, t): which periods are compared, and who may be a control. */
export interface AttGtCell {
  readonly group: number;
  /** Indices into the periods. */
  readonly time: number;
  readonly base: number;
  /** Under not-yet-treated controls: units that start after this ordinal are controls. */
  readonly untreatedThrough: number;
  /** The base of a universal base: 0 by construction. */
  readonly reference: boolean;
}

/** All cells of all groups, by group and time. Base periods as in Callaway & Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001, §2.2 and its package. */
export function attGtCells(
  groups: Int32Array,
  periods: Int32Array,
  { anticipation, base }: { anticipation: number; base: "varying" | "universal" },
): AttGtCell[] {
  const cells: AttGtCell[] = [];
  for (const group of groups) {
    let last = -1;
    while (last + 1 < periods.length && periods[last + 1] + anticipation < group) last++;
    for (let time = base === "varying" ? 1 : 0; time < periods.length; time++) {
      const from = base === "varying" && periods[time] < group ? time - 1 : last;
      cells.push({
        group,
        time,
        base: from,
        untreatedThrough: Math.max(periods[time], periods[from]) + anticipation,
        reference: time === from,
      });
    }
  }
  return cells;
}
