import type { Problem } from "@kontrafakt/base";
import { publishable } from "@kontrafakt/cohort";

/** Parameters that count people, whatever the problem. */
const COUNTS_PEOPLE = new Set(["people", "unmatched", "personPeriods", "rows", "sets", "units", "controls"]);

/** Each problem once, in the order first met, small counts of people withheld. */
export function publishedProblems(problems: readonly Problem[], smallCell: number): Problem[] {
  const seen = new Set<string>();
  const out: Problem[] = [];
  for (const p of problems) {
    const params = Object.fromEntries(
      Object.entries(p.params).map(([name, value]) => [
        name,
        COUNTS_PEOPLE.has(name) && typeof value === "number" ? publishable(value, smallCell) : value,
      ]),
    );
    const key = JSON.stringify([p.code, p.where, params]);
    if (seen.has(key)) continue;
    seen.add(key);
    out.push({ ...p, params });
  }
  return out;
}
