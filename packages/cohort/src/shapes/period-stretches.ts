import { fail, type Where } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { periodPattern } from "./period-pattern.js";
import { periodTexts } from "./period-texts.js";
import type { Stretch } from "./stretch.js";

/** How the period texts of a column are written. */
export interface PeriodForm {
  /** Their form, where the study declares it. */
  readonly pattern?: string | undefined;
  /** Month in which a school year begins. */
  readonly schoolYearFrom: number;
}

/**
 * Days that each text of a column names, by the form declared or as the texts themselves tell; undefined where a text names none.
 * Errors: `KontrafaktError` where texts may be months or school years and nothing in the column tells.
 */
export function periodStretches(
  texts: readonly string[],
  { pattern, schoolYearFrom }: PeriodForm,
  where: Where,
): readonly (Stretch | undefined)[] {
  if (pattern !== undefined) return texts.map(periodPattern(pattern, schoolYearFrom));
  const { stretches, ambiguous } = periodTexts(texts, schoolYearFrom);
  if (ambiguous !== undefined) fail("cohort/period-ambiguous", where, { found: ambiguous }, messages);
  return stretches;
}
