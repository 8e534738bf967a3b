import type { VolumeRow } from "@kontrafakt/savings";
import { few } from "./disclosure/tell.js";

/**
 * Starters by year as they may be told beside the counts of the study: few ones withheld (NaN), others rounded to the smallest count that may
 * be told, so that no difference to a count told exactly is of few people. What was planned is about nobody.
 */
export function volumeTold(rows: readonly VolumeRow[], smallCell: number): VolumeRow[] {
  const told = (people: number) => {
    if (few(people, smallCell)) return Number.NaN;
    return smallCell > 1 ? Math.round(people / smallCell) * smallCell : people;
  };
  return rows.map((row) => ({ ...row, actual: told(row.actual), dropouts: told(row.dropouts) }));
}
