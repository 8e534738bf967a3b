import { type DisclosureRules, keepApart } from "@kontrafakt/cohort";
import type { Count } from "../results.js";
import type { Tally } from "./tally.js";

/** Some, but fewer than may be told. */
export function few(count: number, smallCell: number): boolean {
  return count > 0 && count < smallCell;
}

/** A count that is not told exactly, near the one it stands beside. */
export function about(count: number): string {
  return `≈${count}`;
}

/** The nearest multiple of a base. */
function rounded(count: number, base: number): number {
  return Math.round(count / base) * base;
}

/** A count of people as it may stand by itself: few ones withheld, others rounded where an owner asks. */
export function tellCount(count: number, { smallCell, rounding }: DisclosureRules, tally: Tally): Count {
  if (few(count, smallCell)) {
    tally.add("few");
    return `<${smallCell}`;
  }
  if (rounding === 1 || !(count > 0)) return count;
  tally.add("rounded");
  return about(rounded(count, rounding));
}

/**
 * Counts of people who lie within each other, told so that no two told exactly differ by few.
 *
 * @param anchors exact counts told elsewhere, which come first
 * @returns as told, and the anchors for whatever is told next
 */
export function tellApart(
  counts: readonly number[],
  rules: DisclosureRules,
  anchors: readonly number[],
  tally: Tally,
): { readonly told: Count[]; readonly anchors: readonly number[] } {
  const known = counts.map((count) => (few(count, rules.smallCell) || count === 0 ? Number.NaN : count));
  const apart = keepApart(known, rules.smallCell, anchors);
  const told = counts.map((count, i): Count => {
    const { value, exact } = apart[i];
    if (Number.isNaN(value)) return Number.isNaN(count) ? count : tellCount(count, rules, tally);
    if (exact) return tellCount(count, rules, tally);
    tally.add("difference");
    return about(rules.rounding > 1 ? rounded(value, rules.rounding) : value);
  });
  const more = apart.flatMap(({ value, exact }) => (exact && !Number.isNaN(value) ? [value] : []));
  return { told, anchors: [...new Set([...anchors, ...more])] };
}
