import type { MeasureOptions } from "../options/measure-options.js";
import type { Stretch } from "./stretch.js";

/** What makes a reading unusable, as a code; undefined for a good one and for NaN. */
export function unusableValue(
  value: number,
  { from, to, unit }: Stretch,
  options: Pick<MeasureOptions, "minimum" | "maximum">,
  inDays: boolean,
): string | undefined {
  if (value < options.minimum || value > (options.maximum ?? Number.POSITIVE_INFINITY)) return "cohort/out-of-range";
  return inDays && unit !== "day" && value > to + 1 - from ? "cohort/more-days-than-period" : undefined;
}
