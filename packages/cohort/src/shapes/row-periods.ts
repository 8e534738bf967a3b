import { fail, type PeriodUnit, periodOfDay, type Where } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { CategoryColumn } from "../table/table.js";
import { patternUnit } from "./period-pattern.js";
import { type PeriodForm, periodStretches } from "./period-stretches.js";

/** Stands for a text that is no period, and for one that spans several. */
export const NO_PERIOD = -0x80000000;
export const SPANS = NO_PERIOD + 1;

interface Texts extends PeriodForm {
  readonly periods: Exclude<PeriodUnit, "ordinal">;
}

/** Period ordinal of each text; `NO_PERIOD` where it names none, `SPANS` where it names more than one. */
export function ordinalsOf(texts: readonly string[], { periods, ...form }: Texts, where: Where): Int32Array {
  const { pattern } = form;
  if (pattern !== undefined && patternUnit(pattern) === undefined)
    fail("cohort/pattern-unusable", { option: "pattern" }, { found: pattern }, messages);
  return Int32Array.from(periodStretches(texts, form, where), (stretch) => {
    if (stretch === undefined) return NO_PERIOD;
    const first = periodOfDay(stretch.from, periods);
    return first === periodOfDay(stretch.to, periods) ? first : SPANS;
  });
}

/** The distinct ordinals of rows that are in use, ascending, and each row's place among them. */
export function periodIndex(
  column: CategoryColumn,
  ofLevel: Int32Array,
  isUsed: (row: number) => boolean,
): { readonly ordinals: Int32Array; readonly of: Int32Array } {
  const found = new Set<number>();
  column.values.forEach((code, i) => {
    if (isUsed(i)) found.add(ofLevel[code]);
  });
  const ordinals = Int32Array.from(found).sort();
  const place = new Map(Array.from(ordinals, (o, t) => [o, t]));
  return { ordinals, of: column.values.map((code, i) => (isUsed(i) ? (place.get(ofLevel[code]) as number) : -1)) };
}
