import type { Problem } from "@kontrafakt/base";
import { publishable } from "@kontrafakt/cohort";
import { few, roughly } from "./roughly.js";

/** Parameters that count people, whatever the problem. */
const COUNTS_PEOPLE = new Set("people starters treated unmatched personPeriods rows sets units controls count".split(" "));

/** Parameters that name people by their identifiers, by problem. */
const NAMES_PEOPLE = new Map([
  ["effects/incomplete", "which"],
  ["effects/incomplete-dropped", "which"],
  ["effects/sampling-weight", "unit"],
]);

/** Each problem once, in the order first met, small counts of people withheld and nobody named. */
export function publishedProblems(problems: readonly Problem[], smallCell: number): Problem[] {
  const seen = new Set<string>();
  const out: Problem[] = [];
  for (const p of problems) {
    const counts = Object.entries(p.params).filter(([name, value]) => COUNTS_PEOPLE.has(name) && typeof value === "number");
    const withheld = counts.some(([, value]) => few(value as number, smallCell));
    const told = (value: number) => (withheld && value >= smallCell ? roughly(value) : publishable(value, smallCell));
    const params = Object.fromEntries(
      Object.entries(p.params).map(([name, value]) => {
        if (NAMES_PEOPLE.get(p.code) === name) return [name, "…"];
        return [name, COUNTS_PEOPLE.has(name) && typeof value === "number" ? told(value) : value];
      }),
    );
    const key = JSON.stringify([p.code, p.where, params]);
    if (seen.has(key)) continue;
    seen.add(key);
    out.push({ ...p, params });
  }
  return out;
}
