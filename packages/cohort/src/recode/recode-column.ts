import { NO_DAY } from "@kontrafakt/base";
import type { CategoryColumn } from "../table/table.js";
import type { Outcome, ValueRecoder } from "./value-recoder.js";

/** A row about whose cell there is something to say. */
export interface Remark {
  readonly row: number;
  readonly outcome: Outcome;
  /** The text as it stood. */
  readonly text: string;
}

export interface RecodedColumn {
  readonly column: CategoryColumn;
  /** Rows whose value was unknown or written otherwise, in order. */
  readonly remarks: { readonly row: Int32Array; at(i: number): Remark };
  /** How many levels had their text changed. */
  readonly changed: number;
}

/**
 * Recodes a column of categories: each level once, each row by looking its level up. Only where a dated list gives a level several
 * meanings does the row's own day decide. `blank` is what a missing cell becomes.
 */
export function recodeColumn(column: CategoryColumn, recoder: ValueRecoder, days?: Int32Array, blank?: string): RecodedColumn {
  const levels: string[] = [];
  const levelOf = new Map<string, number>();
  const intern = (value: string | undefined) => {
    if (value === undefined) return -1;
    let level = levelOf.get(value);
    if (level === undefined) {
      level = levels.length;
      levels.push(value);
      levelOf.set(value, level);
    }
    return level;
  };
  for (const level of recoder.levels ?? []) intern(level);
  const isBlank = blank === undefined ? -1 : intern(blank);

  const n = column.levels.length;
  const all: Outcome[] = [];
  const start = new Int32Array(n + 1);
  const undated = new Int32Array(n);
  const from: number[] = [];
  let changed = 0;
  column.levels.forEach((text, k) => {
    const recoded = recoder.recode(text);
    let isChanged = false;
    for (let i = 0; i < recoded.outcomes.length; i++) {
      const outcome = recoded.outcomes[i];
      all.push(outcome);
      from.push(i < recoded.from.length ? recoded.from[i] : Number.POSITIVE_INFINITY);
      isChanged ||= outcome.value !== undefined && outcome.value !== text;
    }
    if (isChanged) changed++;
    undated[k] = start[k] + recoded.undated;
    start[k + 1] = all.length;
  });
  const value = Int32Array.from(all, (outcome) => intern(outcome.value));
  const remark = Uint8Array.from(all, ({ fault, respelled, left }) => (fault !== undefined || respelled || left ? 1 : 0));

  const { values } = column;
  const out = new Int32Array(values.length);
  const rows: number[] = [];
  const whose: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const level = values[i];
    if (level < 0) {
      out[i] = isBlank;
      continue;
    }
    let o = start[level];
    const end = start[level + 1];
    if (end > o + 1) {
      const day = days === undefined ? NO_DAY : days[i];
      if (day === NO_DAY) o = undated[level];
      else while (o + 1 < end && from[o + 1] <= day) o++;
    }
    out[i] = value[o];
    if (remark[o] === 1) {
      rows.push(i);
      whose.push(o);
    }
  }
  return {
    column: { type: "category", values: out, levels, ...(recoder.levels ? { declared: true } : {}) },
    remarks: {
      row: Int32Array.from(rows),
      at: (i) => ({ row: rows[i], outcome: all[whose[i]], text: column.levels[values[rows[i]]] }),
    },
    changed,
  };
}
