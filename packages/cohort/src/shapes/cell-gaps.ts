import { type PeriodUnit, type Problem, periodLabel, problem } from "@kontrafakt/base";
import type { CellGroup } from "./cells.js";

/** Gaps named one by one; more are counted. */
const NAMED = 6;

/**
 * Groups without a cell where others of their cohort (and stratum) have one. The cohort's mean is of other groups there, and where levels
 * differ that looks like a change.
 */
export function cellGaps(
  groups: readonly CellGroup[],
  { names, ordinals, unit }: { readonly names: readonly string[]; readonly ordinals: Int32Array; readonly unit: PeriodUnit },
): readonly Problem[] {
  const T = ordinals.length;
  const seen = new Map<string, Uint8Array>();
  const keyOf = ({ firstTreated, stratum }: CellGroup) => `${firstTreated}/${stratum}`;
  for (const group of groups) {
    const cohort = seen.get(keyOf(group)) ?? new Uint8Array(group.n.length);
    group.n.forEach((n, v) => {
      if (n > 0) cohort[v] = 1;
    });
    seen.set(keyOf(group), cohort);
  }
  const gaps = groups.flatMap((group) =>
    [...group.n.keys()]
      .filter((v) => !(group.n[v] > 0) && seen.get(keyOf(group))?.[v] === 1)
      .map((v) => ({ group: group.name, at: periodLabel(ordinals[v % T], unit), outcome: names[Math.floor(v / T)] })),
  );
  if (gaps.length === 0) return [];
  const told = gaps.map(({ group, at, outcome }) => `${group} ${at}${names.length > 1 ? ` ${outcome}` : ""}`);
  const which = told.slice(0, NAMED).join(", ") + (told.length > NAMED ? ", …" : "");
  return [problem("cohort/cells-gaps", "warning", {}, { which })];
}
