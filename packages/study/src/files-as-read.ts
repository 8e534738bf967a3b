import { type Periods, periodLabel } from "@kontrafakt/base";
import type { FileDetected } from "@kontrafakt/cohort";
import type { CommonResults, FileAsRead } from "./results.js";

/** What was found out about each file, but for its headings. */
export function filesAsRead(detected: readonly FileDetected[]): FileAsRead[] {
  return detected.map((found) => {
    const told = Object.entries(found).filter(([, value]) => ["string", "number", "boolean"].includes(typeof value));
    return { ...Object.fromEntries(told as [string, string | number | boolean][]), file: found.file };
  });
}

export function periodsResult(periods: Periods): CommonResults["periods"] {
  const ordinals = Array.from(periods.ordinals);
  return { unit: periods.unit, ordinals, labels: ordinals.map((o) => periodLabel(o, periods.unit)) };
}
