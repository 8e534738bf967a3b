import type { Day } from "@kontrafakt/base";

/** One column of weekly codes. */
export interface WeekColumn {
  /** First day of the week. */
  readonly monday: Day;
  /** Code of each row, an index into `levels`; −1 is blank. */
  readonly values: Int32Array;
  readonly levels: readonly string[];
}

/** Spells by row, and by first day within it. Both days count. */
export interface WeekSpells {
  readonly row: Int32Array;
  /** Index into `levels`. */
  readonly code: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Codes of all the columns, in order of first appearance, week by week. */
  readonly levels: readonly string[];
}

/**
 * Weekly codes as spells: neighbouring weeks of one row with the same code are one spell, Monday to Sunday. A blank cell is no spell, and
 * a week without a column ends the spells around it. The columns may come in any order, but no week twice (an error of the caller's).
 * Time is rows × weeks, in two passes over each column.
 */
export function weeksToSpells(columns: readonly WeekColumn[], rows: number): WeekSpells {
  const weeks = [...columns].sort((a, b) => a.monday - b.monday);
  weeks.forEach((week, w) => {
    if (w > 0 && weeks[w - 1].monday === week.monday)
      throw new Error(`two columns have the week that begins on day ${week.monday}`);
  });
  const levels: string[] = [];
  const levelOf = new Map<string, number>();
  const shared = weeks.map((week) =>
    Int32Array.from(week.levels, (text) => {
      let level = levelOf.get(text);
      if (level === undefined) {
        level = levels.length;
        levels.push(text);
        levelOf.set(text, level);
      }
      return level;
    }),
  );

  const isNext = weeks.map(({ monday }, w) => w > 0 && weeks[w - 1].monday === monday - 7);
  const last = new Int32Array(rows);
  const start = new Int32Array(rows + 1);
  weeks.forEach(({ values }, w) => {
    if (!isNext[w]) last.fill(-1);
    const codes = shared[w];
    for (let i = 0; i < rows; i++) {
      const what = values[i] < 0 ? -1 : codes[values[i]];
      if (what === last[i]) continue;
      last[i] = what;
      if (what >= 0) start[i + 1]++;
    }
  });
  for (let i = 0; i < rows; i++) start[i + 1] += start[i];

  const n = start[rows];
  const [row, code, from, to] = [new Int32Array(n), new Int32Array(n), new Int32Array(n), new Int32Array(n)];
  const next = start.slice(0, rows);
  weeks.forEach(({ values, monday }, w) => {
    if (!isNext[w]) last.fill(-1);
    const codes = shared[w];
    for (let i = 0; i < rows; i++) {
      const what = values[i] < 0 ? -1 : codes[values[i]];
      if (what < 0) last[i] = -1;
      else if (what === last[i]) to[next[i] - 1] = monday + 6;
      else {
        last[i] = what;
        const k = next[i]++;
        row[k] = i;
        code[k] = what;
        from[k] = monday;
        to[k] = monday + 6;
      }
    }
  });
  return { row, code, from, to, levels };
}
